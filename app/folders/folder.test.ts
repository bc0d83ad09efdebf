import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexOf, changesBetween, entriesOf, treeOf } from "../../workers/run/wasi/filesystem/snapshot.ts";
import { hexDump } from "./file-kind.ts";
import { changesOfMove, type FolderEntry, freeName, nameProblem, sizeOf, withChanges } from "./folder.ts";
import { rowsOf } from "./folder-rows.ts";

const SEED = Math.trunc(Math.random() * 0x7fffffff);

const file = (path: string, text = path): FolderEntry => {
  return { kind: "file", path, bytes: new TextEncoder().encode(text), modifiedMs: 5 };
};
const paths = (entries: readonly FolderEntry[]): string[] => entries.map(({ path }) => path);
const SOME = withChanges([], [file("b/c/d"), file("a"), file("bc")]);

describe("a folder", () => {
  it("makes the directories that a path goes through", () => {
    expect(paths(SOME)).toEqual(["a", "b", "b/c", "b/c/d", "bc"]);
    expect(sizeOf(SOME)).toBe(8);
  });

  it("loses all below what is removed, and nothing beside it", () => {
    expect(paths(withChanges(SOME, [{ kind: "removed", path: "b" }]))).toEqual(["a", "bc"]);
  });

  it("keeps the identity of what is not changed", () => {
    const changed = withChanges(SOME, [file("a", "other")]);
    expect(changed.filter((entry) => !SOME.includes(entry)).map(({ path }) => path)).toEqual(["a"]);
  });

  it("is patched", () => {
    const patch = { kind: "patch", path: "a", sizeBytes: 4, modifiedMs: 9 } as const;
    const parts = [{ offset: 2, bytes: new TextEncoder().encode("x") }];
    expect(withChanges(SOME, [{ ...patch, parts }])[0]).toEqual({
      kind: "file",
      path: "a",
      bytes: new TextEncoder().encode("a\0x\0"),
      modifiedMs: 9,
    });
  });

  it("moves a directory with all in it", () => {
    expect(paths(withChanges(SOME, changesOfMove(SOME, "b", "x/y")))).toEqual([
      "a",
      "bc",
      "x",
      "x/y",
      "x/y/c",
      "x/y/c/d",
    ]);
    expect(paths(withChanges(SOME, changesOfMove(SOME, "b", "b/y")))).toEqual([
      "a",
      "b",
      "b/y",
      "b/y/c",
      "b/y/c/d",
      "bc",
    ]);
  });

  it.each([
    ["", "", "A file needs a name"],
    ["", "..", "A file needs a name"],
    ["", "x/y", "A name can’t contain a slash"],
    ["b", "c", "There is a c here already"],
    ["", "é".repeat(128), "A name has at most 255 bytes"],
    ["b", "a", null],
    ["", "__proto__", null],
  ])("in %j says of %j: %j", (directory, name, problem) => expect(nameProblem(SOME, directory, name)).toBe(problem));

  it("finds a free name", () => expect(freeName(SOME, "", "a")).toBe("a 2"));

  const path = fc
    .array(fc.constantFrom("a", "b", "__proto__"), { minLength: 1, maxLength: 3 })
    .map((names) => names.join("/"));
  const steps = fc.array(fc.tuple(fc.constantFrom("write", "remove", "mkdir"), path, fc.nat(200_000)), {
    maxLength: 12,
  });

  it(`is what a run has after all that it told, seed ${SEED}`, () => {
    fc.assert(
      fc.property(steps, fc.nat(3), (all, every) => {
        const tree = treeOf([], { bytes: 10_000_000, nodes: 100 }, () => 0n);
        if (!tree.ok) return expect.fail(tree.error.code);
        let folder: readonly FolderEntry[] = [];
        let index = indexOf(tree.value);
        const look = (): void => {
          const next = indexOf(tree.value);
          folder = withChanges(folder, changesBetween(index, next));
          index = next;
          for (const { node } of next.values()) if (node.type === "regular-file") node.content.forgetChanges();
        };
        for (const [i, [what, at, size]] of all.entries()) {
          act(tree.value, what, at, size);
          if (i % (every + 1) === 0) look();
        }
        look();
        const sorted = entriesOf(indexOf(tree.value)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
        expect(folder.map(brief)).toEqual(sorted.map(brief));
      }),
      { seed: SEED },
    );
  });
});

/** Comparing bytes one by one takes too long. */
function brief(entry: FolderEntry): unknown {
  return entry.kind === "file" ? [entry.path, createHash("sha256").update(entry.bytes).digest("hex")] : entry;
}

type Tree = Extract<ReturnType<typeof treeOf>, { ok: true }>["value"];

/** Does what can be done, and leaves the rest. */
function act(tree: Tree, what: string, path: string, size: number): void {
  let directory = tree.root;
  const names = path.split("/");
  const name = names.pop()!;
  for (const one of names) {
    const next = directory.entries.get(one);
    if (next?.type !== "directory") return;
    directory = next;
  }
  const node = directory.entries.get(name);
  if (what === "mkdir" && !node) tree.createDirectory(directory, name);
  if (what === "write" && !node) tree.createFile(directory, name, new Uint8Array(size).fill(1));
  if (what === "write" && node?.type === "regular-file") tree.write(node, size, new Uint8Array(10).fill(2));
  const isEmpty = node?.type !== "directory" || node.entries.size === 0;
  if (what === "remove" && node && isEmpty) tree.unlink(directory, name);
}

describe("rows", () => {
  const options = { open: new Set(["b"]), marks: new Map([["a", "new"] as const]), conflicts: new Set(["bc"]) };

  it("have directories first, and what is in those that are open", () => {
    expect(rowsOf(SOME, options).map(({ name, level, kind }) => [name, level, kind])).toEqual([
      ["b", 1, "directory"],
      ["c", 2, "directory"],
      ["a", 1, "text"],
      ["bc", 1, "text"],
    ]);
  });

  it("have what the run did, and what is different on disk", () => {
    const rows = rowsOf(SOME, options);
    expect(rows.map(({ mark }) => mark)).toEqual([null, null, "new", null]);
    expect(rows.map(({ conflict }) => conflict)).toEqual([false, false, false, true]);
  });
});

it("bytes that are no text are shown in rows of sixteen", () => {
  expect(hexDump(new Uint8Array([0, 65, 127, ...new Uint8Array(14).fill(48)]))).toBe(
    [
      "00000000  00 41 7f 30 30 30 30 30 30 30 30 30 30 30 30 30  .A.0000000000000",
      "00000010  30                                               0",
    ].join("\n"),
  );
});
