// The folder of a document: directories dropped in, written by runs, taken out; kept in this browser or on disk. Where a
// folder of this computer would be chosen, one of the browser's own storage stands in: it is the same interface.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { Workbench } from "./workbench.ts";

const SAMPLE = "public/samples/image-pipeline";
const DRAWING = readFileSync(`${SAMPLE}/expected/drawing.png`);

/** The image pipeline with all its grants. */
async function openPipeline(page: Page): Promise<Workbench> {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("grants.give-all");
  return workbench;
}

async function runWith(workbench: Workbench, args: string): Promise<void> {
  await workbench.execute("view.run");
  await workbench.page.getByRole("textbox", { name: "Arguments" }).fill(args);
  await workbench.page.getByRole("main").press("Control+Enter");
  await workbench.idle();
}

const paths = async (workbench: Workbench): Promise<string[]> => {
  return (await workbench.snapshot()).folder.map(({ path }) => path);
};

/** Text files of the folder that stands in for one of this computer. */
function onDisk(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const found: Record<string, string> = {};
    const pending: [FileSystemDirectoryHandle, string][] = [[await root.getDirectoryHandle("picked"), ""]];
    for (const [directory, prefix] of pending) {
      for await (const [name, handle] of directory.entries()) {
        if (handle.kind === "directory") pending.push([handle, `${prefix}${name}/`]);
        else found[prefix + name] = await (await handle.getFile()).text();
      }
    }
    return found;
  });
}

function putOnDisk(page: Page, name: string, url: string | null, text = ""): Promise<void> {
  return page.evaluate(
    async ([fileName, from, content]) => {
      const root = await navigator.storage.getDirectory();
      const directory = await root.getDirectoryHandle("picked", { create: true });
      const writable = await (await directory.getFileHandle(fileName, { create: true })).createWritable();
      await writable.write(from === null ? content : await (await fetch(from)).blob());
      await writable.close();
    },
    [name, url, text] as const,
  );
}

async function pickFolder(workbench: Workbench, command: string): Promise<void> {
  await workbench.page.evaluate(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle("picked"),
    });
  });
  await workbench.execute(command);
}

test("a directory is dropped, a run writes into it, and all of it is taken out as a zip", async ({ page }) => {
  const workbench = await openPipeline(page);
  const top = mkdtempSync(join(tmpdir(), "witloom-"));
  mkdirSync(join(top, "pictures/deep"), { recursive: true });
  writeFileSync(join(top, "pictures/deep/in.png"), readFileSync(`${SAMPLE}/files/input.png`));
  writeFileSync(join(top, "pictures/.hidden"), "hidden");
  await workbench.execute("view.files");
  await workbench.dropFiles(page.getByRole("tree", { name: "Files" }), [join(top, "pictures")]);
  expect(await paths(workbench)).toEqual(expect.arrayContaining(["pictures/.hidden", "pictures/deep/in.png"]));

  await runWith(workbench, "pictures/deep/in.png pictures/deep/out.png");
  await workbench.execute("view.files");
  await page.getByRole("treeitem", { name: "pictures" }).click();
  await page.getByRole("treeitem", { name: "deep" }).click();
  const written = page.getByRole("treeitem", { name: "out.png" });
  await expect(written.getByText("new", { exact: true })).toBeVisible();
  await written.click();
  await expect(page.getByRole("img", { name: "pictures/deep/out.png" })).toBeVisible();

  await page.getByRole("treeitem", { name: "deep" }).click();
  await page.getByRole("tree").press("F2");
  await page.getByRole("textbox", { name: "Name of deep" }).fill("deeper");
  await page.keyboard.press("Enter");
  const { path, name } = await workbench.downloadBy(() =>
    page.getByRole("button", { name: "Download all as a zip" }).click(),
  );
  expect(name).toBe("image-pipeline.zip");
  const zipped = unzipSync(readFileSync(path));
  expect(Object.keys(zipped)).toContain("image-pipeline/pictures/.hidden");
  expect(Buffer.from(zipped["image-pipeline/pictures/deeper/out.png"]!)).toEqual(DRAWING);
});

test("deleting a directory can be undone", async ({ page }) => {
  const workbench = await openPipeline(page);
  await workbench.execute("files.new-folder");
  await expect(page.getByRole("treeitem", { name: "new folder" })).toBeVisible();
  const before = await paths(workbench);
  await page.getByRole("treeitem", { name: "input.png" }).click();
  await page.getByRole("tree").press("Delete");
  expect(await paths(workbench)).not.toContain("input.png");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await paths(workbench)).toEqual(before);
});

test("files that are kept in this browser's storage are there after a reload, and can go back", async ({ page }) => {
  const workbench = await openPipeline(page);
  await workbench.execute("files.keep-in-browser");
  await runWith(workbench, "input.png made/in/here.png");
  await runWith(workbench, "input.png kept.png");
  const before = await workbench.snapshot();
  expect(before.folder.map(({ path }) => path)).toContain("kept.png");
  await page.reload();
  await workbench.idle();
  const after = await workbench.snapshot();
  expect(after.place).toMatchObject({ kind: "browser", state: "ready" });
  expect(after.folder).toEqual(before.folder);

  await workbench.execute("files.keep-in-document");
  await page.reload();
  await workbench.idle();
  const back = await workbench.snapshot();
  expect(back.place).toMatchObject({ kind: "document" });
  expect(back.folder).toEqual(before.folder);
});

test("a folder of this computer gets what a run writes, and nothing of another is written over", async ({ page }) => {
  const workbench = await openPipeline(page);
  await putOnDisk(page, "photo.png", "/samples/image-pipeline/files/input.png");
  await putOnDisk(page, "notes.txt", null, "mine");
  await pickFolder(workbench, "files.use-directory-writable");
  expect(await paths(workbench)).toEqual(["notes.txt", "photo.png"]);
  await runWith(workbench, "photo.png drawing.png");
  const { folder } = await workbench.snapshot();
  expect(Object.keys(await onDisk(page)).toSorted()).toEqual(folder.map(({ path }) => path));
  expect(folder.find(({ path }) => path === "drawing.png")?.byteLength).toBe(DRAWING.length);

  await putOnDisk(page, "notes.txt", null, "changed by another");
  await putOnDisk(page, "new.txt", null, "by another");
  await workbench.execute("view.files");
  await page.getByRole("treeitem", { name: "notes.txt" }).click();
  await page.getByRole("tree").press("Delete");
  await workbench.idle();
  expect(await onDisk(page)).toMatchObject({ "notes.txt": "changed by another" });
  await expect(page.getByText("notes.txt was changed on disk meanwhile")).toBeVisible();
  await page.getByRole("button", { name: "Take the one on disk" }).click();
  await workbench.idle();
  expect((await workbench.snapshot()).place).toMatchObject({ conflicts: [] });
  await runWith(workbench, "photo.png drawing.png");
  expect(await paths(workbench)).toEqual(["drawing.png", "new.txt", "notes.txt", "photo.png"]);

  const { path } = await workbench.downloadBy(() => workbench.execute("export.project"));
  expect(Object.keys(unzipSync(readFileSync(path))).filter((name) => name.startsWith("files/"))).toEqual([]);
});

test("after a reload the right to a folder is asked for again with one press", async ({ page }) => {
  const workbench = await openPipeline(page);
  await putOnDisk(page, "photo.png", "/samples/image-pipeline/files/input.png");
  await pickFolder(workbench, "files.use-directory");
  await page.addInitScript(() => {
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => "prompt",
      requestPermission: async () => "granted",
    });
  });
  await page.reload();
  await workbench.idle();
  expect((await workbench.snapshot()).place).toMatchObject({ kind: "disk", state: "ask" });
  await runWith(workbench, "photo.png drawing.png");
  const { calls, console: lines } = await workbench.snapshot();
  expect(calls[0]?.outcome).toMatchObject({ kind: "failed" });
  expect(lines.map(({ text }) => text)).toContain("The folder can’t be read: see Files");
  await workbench.execute("view.files");
  await page.getByRole("button", { name: "Allow picked" }).click();
  await workbench.idle();
  await runWith(workbench, "photo.png drawing.png");
  expect(await paths(workbench)).toEqual(["drawing.png", "photo.png"]);
  expect(Object.keys(await onDisk(page))).toEqual(["photo.png"]);
});

test("an instance is given a part of the folder, under a path of its own", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.node("pipeline").click();
  await page.getByRole("button", { name: "Give a part of the folder…" }).click();
  await page.getByRole("textbox", { name: "Found at" }).fill("/data");
  await page.getByRole("radio", { name: "Read and write" }).click();
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await workbench.idle();
  expect((await workbench.snapshot()).composition!.grants["pipeline"]).toContain("preopen:read-write:/data=");
  await runWith(workbench, "input.png drawing.png");
  expect(await paths(workbench)).not.toContain("drawing.png");
  await runWith(workbench, "/data/input.png /data/drawing.png");
  expect(await paths(workbench)).toContain("drawing.png");
});
