import { describe, expect, it } from "vitest";
import { TestDirectory } from "./directory.fixtures.ts";
import { type FolderChange, type FolderEntry, withChanges } from "./folder.ts";
import { Mirror, NOTHING_TO_TELL } from "./mirror.ts";

const file = (path: string, text: string): FolderEntry => {
  return { kind: "file", path, bytes: new TextEncoder().encode(text), modifiedMs: 5 };
};

/** A folder read from a directory with `a`, `b` and `dir/c`. */
async function read(): Promise<{ disk: TestDirectory; mirror: Mirror; entries: readonly FolderEntry[] }> {
  const disk = new TestDirectory();
  for (const path of ["a", "b", "dir/c"]) disk.put(path, `old ${path}`);
  const mirror = new Mirror(disk.handle);
  return { disk, mirror, entries: await mirror.read([]) };
}

function textsOf(entries: readonly FolderEntry[]): Record<string, string> {
  const files = entries.filter((entry) => entry.kind === "file");
  return Object.fromEntries(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

describe("a mirror", () => {
  it("reads what is there", async () => {
    const { entries, mirror } = await read();
    expect(textsOf(entries)).toEqual({ a: "old a", b: "old b", "dir/c": "old dir/c" });
    expect(await mirror.read(entries)).toEqual(entries);
  });

  it("writes what changed, and nothing else", async () => {
    const { disk, mirror, entries } = await read();
    const changes: FolderChange[] = [
      file("a", "new"),
      file("x/y/z", "made"),
      { kind: "removed", path: "dir" },
      { kind: "directory", path: "empty" },
    ];
    await mirror.write(withChanges(entries, changes));
    expect(disk.texts()).toEqual({ a: "new", b: "old b", "x/y/z": "made", "empty/": "" });
    expect(disk.written.toSorted()).toEqual(["a", "z"]);
    await mirror.write(withChanges(entries, changes));
    expect(mirror.state.conflicts.size).toBe(0);
  });

  it("takes over what changed there alone", async () => {
    const { disk, mirror, entries } = await read();
    disk.put("a", "theirs");
    disk.put("new", "theirs");
    disk.remove("b");
    expect(textsOf(await mirror.read(entries))).toEqual({ a: "theirs", new: "theirs", "dir/c": "old dir/c" });
    expect([...mirror.state.conflicts]).toEqual([]);
  });

  it.each<[string, (disk: TestDirectory) => void, FolderChange]>([
    ["changed on both sides", (disk) => disk.put("a", "theirs"), file("a", "mine")],
    ["removed there", (disk) => disk.remove("a"), file("a", "mine")],
    ["removed here", (disk) => disk.put("a", "theirs"), { kind: "removed", path: "a" }],
    ["made on both sides", (disk) => disk.put("new", "theirs"), file("new", "mine")],
  ])("never writes over what was %s", async (_, theirs, mine) => {
    const { disk, mirror, entries } = await read();
    theirs(disk);
    const before = disk.texts();
    const mineToo = withChanges(entries, [mine]);
    await mirror.write(mineToo);
    expect(disk.texts()).toEqual(before);
    expect([...mirror.state.conflicts]).toEqual([mine.path]);
    expect(textsOf(await mirror.read(mineToo))[mine.path]).toBe(textsOf(mineToo)[mine.path]);
    expect([...mirror.state.conflicts]).toEqual([mine.path]);

    await mirror.keepMine(mine.path);
    expect(mirror.state.conflicts.size).toBe(0);
    await mirror.write(mineToo);
    expect(disk.texts()[mine.path]).toBe(textsOf(mineToo)[mine.path]);
    expect(mirror.state.conflicts.size).toBe(0);
  });

  it("takes theirs where it is told so", async () => {
    const { disk, mirror, entries } = await read();
    disk.put("a", "theirs");
    const mine = withChanges(entries, [file("a", "mine"), file("b", "mine")]);
    await mirror.write(mine);
    const taken = await mirror.takeTheirs(mine, "a");
    expect(textsOf(taken)).toMatchObject({ a: "theirs", b: "mine" });
    await mirror.write(taken);
    expect(disk.texts()).toMatchObject({ a: "theirs", b: "mine" });
    expect(mirror.state.conflicts.size).toBe(0);
  });

  it("says what can't be kept there, and keeps the rest", async () => {
    const { disk, mirror, entries } = await read();
    const strange = withChanges(entries, [
      { kind: "symlink", path: "link", target: "a" },
      file("no:name", "that there can be"),
      file("fine", "fine"),
    ]);
    await mirror.write(strange);
    expect([...mirror.state.unkept.keys()].toSorted()).toEqual(["link", "no:name"]);
    expect(disk.texts()).toMatchObject({ a: "old a", fine: "fine" });
  });

  it("makes a directory of a file, and a file of a directory", async () => {
    const { disk, mirror, entries } = await read();
    await mirror.write(withChanges(entries, [file("a/b", "below"), file("dir", "no directory")]));
    expect(disk.texts()).toEqual({ "a/b": "below", b: "old b", dir: "no directory" });
    expect(mirror.state).toEqual(NOTHING_TO_TELL);
  });

  it("throws where there is no room, and goes on from there", async () => {
    const { disk, mirror, entries } = await read();
    disk.room = 4;
    const changed = withChanges(entries, [file("x1", "1234"), file("x2", "1234")]);
    await expect(mirror.write(changed)).rejects.toThrow("QuotaExceededError");
    expect(disk.texts()).toMatchObject({ x1: "1234" });
    disk.room = 4;
    await mirror.write(changed);
    expect(disk.texts()).toMatchObject({ x1: "1234", x2: "1234" });
  });
});
