import { describe, expect, it } from "vitest";
import type { OutputStream } from "../io/output-stream.ts";
import { bytes, contentAt, errOf, type Folder, folder, openAt, text } from "../host.fixtures.ts";
import type { Descriptor } from "./descriptor.ts";
import { entriesOf, indexOf } from "./snapshot.ts";

const WRITE = { write: true, create: true };

function namesIn(directory: Descriptor): string[] {
  const stream = directory.readDirectory();
  const names: string[] = [];
  for (let entry = stream.readDirectoryEntry(); entry; entry = stream.readDirectoryEntry()) names.push(entry.name);
  return names;
}

function write(stream: OutputStream, content: string): void {
  void stream.blockingWriteAndFlush(bytes(content));
}

describe("files", () => {
  it("are read where asked, and tell their end", () => {
    const file = openAt(folder({ a: "hello" }).root, "a");
    expect(file.read(3n, 0n)).toEqual([bytes("hel"), false]);
    expect(file.read(3n, 3n)).toEqual([bytes("lo"), true]);
    expect(file.read(3n, 99n)).toEqual([bytes(""), true]);
  });

  it("fill the gap before a write with zeroes", () => {
    const { root } = folder({ a: "hello" });
    openAt(root, "a", { write: true }).write(bytes("!"), 7n);
    expect(contentAt(root, "a")).toBe("hello\0\0!");
    openAt(root, "a", { write: true }).setSize(2n);
    openAt(root, "a", { write: true }).setSize(4n);
    expect(contentAt(root, "a")).toBe("he\0\0");
  });

  it("have streams with positions of their own", () => {
    const { root } = folder({ a: "hello" });
    const file = openAt(root, "a", { read: true, write: true });
    const [one, two] = [file.readViaStream(0n), file.readViaStream(2n)];
    expect([one.read(2n), two.read(2n), one.read(9n)].map(text)).toEqual(["he", "ll", "llo"]);
    write(file.appendViaStream(), "!");
    write(file.writeViaStream(1n), "E");
    expect(text(two.read(9n))).toBe("o!");
    expect(errOf(() => two.read(1n))).toEqual({ tag: "closed" });
    expect(contentAt(root, "a")).toBe("hEllo!");
  });

  it("append in time that doesn't grow with what is there", () => {
    const { root } = folder();
    const stream = openAt(root, "log", WRITE).appendViaStream();
    for (let i = 0; i < 20_000; i++) void stream.blockingWriteAndFlush(new Uint8Array(1024));
    expect(openAt(root, "log").stat().size).toBe(20_480_000n);
  });

  it("live on without a name while they are open", () => {
    const { root, tree } = folder({ a: "hello" });
    const file = openAt(root, "a", { read: true, write: true });
    root.unlinkFileAt("a");
    file.write(bytes("J"), 0n);
    expect(text(file.read(9n, 0n)[0])).toBe("Jello");
    expect(file.stat().linkCount).toBe(0n);
    expect(indexOf(tree).size).toBe(0);
  });

  it("can have two names", () => {
    const { root } = folder({ a: "hello" });
    root.linkAt({}, "a", root, "b");
    openAt(root, "b", { write: true }).write(bytes("J"), 0n);
    expect(contentAt(root, "a")).toBe("Jello");
    expect(root.statAt({}, "a").linkCount).toBe(2n);
    expect(openAt(root, "a").isSameObject(openAt(root, "b"))).toBe(true);
  });

  it.each(["__proto__", "constructor", "hasOwnProperty", "toString", "é", "a b", "..."])("may be called %s", (name) => {
    const { root } = folder();
    expect(errOf(() => openAt(root, name))).toBe("no-entry");
    write(openAt(root, name, WRITE).writeViaStream(0n), "x");
    expect(contentAt(root, name)).toBe("x");
    expect(namesIn(root)).toEqual([name]);
    expect(({} as Record<string, unknown>)["source"]).toBeUndefined();
  });
});

describe("paths stay inside", () => {
  const inside = (): Folder => {
    const made = folder({ "in/a": "inner", b: "outer" });
    made.root.symlinkAt("../b", "in/up");
    made.root.symlinkAt("../../b", "in/out");
    made.root.symlinkAt("in", "dir");
    made.root.symlinkAt("self", "self");
    made.root.symlinkAt("a", "in/same");
    return made;
  };

  it.each([
    ["in/../b", "outer"],
    ["in/up", "outer"],
    ["dir/a", "inner"],
    ["dir/same", "inner"],
    ["./in//a", "inner"],
  ])("%s leads to %s", (path, content) => expect(contentAt(inside().root, path)).toBe(content));

  it.each([
    ["../b", "not-permitted"],
    ["in/../../b", "not-permitted"],
    ["/b", "not-permitted"],
    ["in/out", "not-permitted"],
    ["self", "loop"],
    ["self/x", "loop"],
    ["", "no-entry"],
    ["x\0y", "invalid"],
    ["b/", "not-directory"],
    ["b/x", "not-directory"],
    ["nowhere/x", "no-entry"],
    ["n".repeat(256), "name-too-long"],
    ["./".repeat(2049), "name-too-long"],
  ])("%j fails with %s", (path, code) => expect(errOf(() => openAt(inside().root, path))).toBe(code));

  it("start anew in a directory that was opened", () => {
    const directory = openAt(inside().root, "in", { read: true, directory: true });
    expect(contentAt(directory, "a")).toBe("inner");
    for (const path of ["../b", "up", "..", "out"]) {
      expect(
        errOf(() => openAt(directory, path)),
        path,
      ).toBe("not-permitted");
    }
  });

  it("know no absolute links", () => {
    const { root } = inside();
    expect(errOf(() => root.symlinkAt("/b", "link"))).toBe("not-permitted");
    expect(root.readlinkAt("in/up")).toBe("../b");
    expect(errOf(() => root.readlinkAt("b"))).toBe("invalid");
    expect(root.statAt({}, "in/up")).toMatchObject({ type: "symbolic-link", size: 4n });
    expect(root.statAt({ symlinkFollow: true }, "in/up")).toMatchObject({ type: "regular-file", size: 5n });
  });
});

describe("the error of", () => {
  const made = (): Descriptor => folder({ file: "x", "full/a": "x", "empty/": "" }).root;

  it.each<[string, (root: Descriptor) => unknown, string]>([
    ["creating what is there", (root) => openAt(root, "file", { ...WRITE, exclusive: true }), "exist"],
    ["opening a file as a directory", (root) => openAt(root, "file", { directory: true }), "not-directory"],
    ["opening a directory to write", (root) => openAt(root, "full", { write: true }), "is-directory"],
    ["creating a directory by opening", (root) => openAt(root, "new/", WRITE), "is-directory"],
    ["flags that contradict", (root) => openAt(root, "new", { create: true, directory: true }), "invalid"],
    ["making a directory twice", (root) => root.createDirectoryAt("full"), "exist"],
    ["removing a full directory", (root) => root.removeDirectoryAt("full"), "not-empty"],
    ["removing a file as a directory", (root) => root.removeDirectoryAt("file"), "not-directory"],
    [
      "removing what a link leads to",
      (root) => (root.symlinkAt("empty", "l"), root.removeDirectoryAt("l/")),
      "not-directory",
    ],
    ["removing oneself", (root) => root.removeDirectoryAt("."), "invalid"],
    ["unlinking a directory", (root) => root.unlinkFileAt("empty"), "is-directory"],
    ["unlinking nothing", (root) => root.unlinkFileAt("none"), "no-entry"],
    ["linking a directory", (root) => root.linkAt({}, "full", root, "other"), "not-permitted"],
    ["linking over something", (root) => root.linkAt({}, "file", root, "full"), "exist"],
    ["moving into oneself", (root) => root.renameAt("full", root, "full/deeper"), "invalid"],
    ["moving over a full directory", (root) => root.renameAt("empty", root, "full"), "not-empty"],
    ["moving a file over a directory", (root) => root.renameAt("file", root, "empty"), "is-directory"],
    ["moving a directory over a file", (root) => root.renameAt("empty", root, "file"), "not-directory"],
    ["moving oneself", (root) => root.renameAt(".", root, "x"), "busy"],
    ["reading what is open to write", (root) => openAt(root, "file", { write: true }).read(1n, 0n), "bad-descriptor"],
    ["writing what is open to read", (root) => openAt(root, "file").write(bytes("x"), 0n), "bad-descriptor"],
    ["cutting what is open to read", (root) => openAt(root, "file").setSize(0n), "invalid"],
    ["listing a file", (root) => openAt(root, "file").readDirectory(), "not-directory"],
    ["writing behind all files", (root) => openAt(root, "file", WRITE).write(bytes("x"), 2n ** 60n), "file-too-large"],
  ])("%s", (_, run, code) => expect(errOf(() => run(made()))).toBe(code));
});

describe("a folder to read from", () => {
  const made = (): Folder => folder({ file: "x", "dir/a": "x" }, { access: "read" });

  it.each<[string, (root: Descriptor) => unknown]>([
    ["open-at", (root) => openAt(root, "file", { write: true })],
    ["open-at", (root) => openAt(root, "new", { create: true })],
    ["open-at", (root) => openAt(root, "file", { truncate: true })],
    ["open-at", (root) => openAt(root, "dir", { mutateDirectory: true })],
    ["open-at", (root) => openAt(openAt(root, "dir"), "a", { write: true })],
    ["create-directory-at", (root) => root.createDirectoryAt("new")],
    ["remove-directory-at", (root) => root.removeDirectoryAt("empty")],
    ["unlink-file-at", (root) => root.unlinkFileAt("file")],
    ["rename-at", (root) => root.renameAt("file", root, "new")],
    ["link-at", (root) => root.linkAt({}, "file", root, "new")],
    ["symlink-at", (root) => root.symlinkAt("file", "new")],
    ["set-times-at", (root) => root.setTimesAt({}, "file", { tag: "now" }, { tag: "now" })],
    ["set-times", (root) => openAt(root, "file").setTimes({ tag: "now" }, { tag: "now" })],
  ])("refuses %s and reports it", (method, run) => {
    const { root, thread } = folder({ file: "x", "dir/a": "x", "empty/": "" }, { access: "read" });
    expect(errOf(() => run(root))).toBe("read-only");
    expect(thread.denials).toEqual([
      {
        instance: "guest",
        interface: "wasi:filesystem/types",
        function: `[method]descriptor.${method}`,
        needs: { kind: "preopen", path: "/", access: "read-write" },
      },
    ]);
  });

  it("says first what else is wrong", () => {
    const { root, thread } = made();
    expect(errOf(() => root.createDirectoryAt("dir"))).toBe("exist");
    expect(errOf(() => openAt(root, "dir", { write: true }))).toBe("is-directory");
    expect(thread.denials).toEqual([]);
  });

  it("can be read", () => {
    const { root } = made();
    expect(contentAt(root, "dir/a")).toBe("x");
    expect(root.getFlags()).toEqual({ read: true });
    expect(openAt(root, "file").getFlags()).toEqual({ read: true });
  });
});

describe("a quota", () => {
  it("bounds bytes, and gives them back", () => {
    const { root } = folder({ a: "12345" }, { quota: { bytes: 10, nodes: 10 } });
    const file = openAt(root, "b", WRITE);
    file.write(bytes("12345"), 0n);
    expect(errOf(() => file.write(bytes("6"), 5n))).toBe("insufficient-space");
    expect(errOf(() => file.setSize(6n))).toBe("insufficient-space");
    const stream = file.appendViaStream();
    expect(errOf(() => write(stream, "6"))).toMatchObject({
      tag: "last-operation-failed",
      val: { codes: { filesystem: "insufficient-space" } },
    });
    expect(errOf(() => stream.checkWrite())).toEqual({ tag: "closed" });
    root.unlinkFileAt("a");
    file.write(bytes("67890"), 5n);
    expect(contentAt(root, "b")).toBe("1234567890");
  });

  it("bounds names", () => {
    const { root } = folder({}, { quota: { bytes: 10, nodes: 3 } });
    root.createDirectoryAt("a");
    root.symlinkAt("a", "b");
    expect(errOf(() => root.createDirectoryAt("c"))).toBe("insufficient-space");
  });
});

describe("times", () => {
  it("are those of the tree's clock, or as set", () => {
    const { root } = folder({ a: "x" });
    expect(root.statAt({}, "a").dataModificationTimestamp).toEqual({ seconds: 5n, nanoseconds: 0 });
    openAt(root, "a", { write: true }).write(bytes("y"), 0n);
    const now = { seconds: 1_700_000_000n, nanoseconds: 123_000_000 };
    expect(root.statAt({}, "a")).toMatchObject({ dataModificationTimestamp: now, statusChangeTimestamp: now });
    const val = { seconds: 9n, nanoseconds: 1 };
    root.setTimesAt({}, "a", { tag: "no-change" }, { tag: "timestamp", val });
    expect(root.statAt({}, "a").dataModificationTimestamp).toEqual(val);
  });

  it("change the hash", () => {
    const { root } = folder({ a: "x", b: "x" });
    const before = root.metadataHashAt({}, "a");
    expect(openAt(root, "a").metadataHash()).toEqual(before);
    expect(root.metadataHashAt({}, "b")).not.toEqual(before);
    openAt(root, "a", { write: true }).setSize(5n);
    expect(root.metadataHashAt({}, "a")).not.toEqual(before);
  });
});

it("moving keeps what is open, replaces files, and follows no link", () => {
  const { root, tree } = folder({ a: "new", b: "old", "dir/c": "c" });
  root.symlinkAt("a", "link");
  const open = openAt(root, "a");
  root.renameAt("a", root, "b");
  root.renameAt("dir", root, "moved");
  root.renameAt("link", root, "moved/link");
  expect(text(open.read(9n, 0n)[0])).toBe("new");
  const entries = entriesOf(indexOf(tree)).map((entry) =>
    entry.kind === "file" ? [entry.path, text(entry.bytes)] : entry.path,
  );
  expect(entries).toEqual([["b", "new"], "moved", ["moved/c", "c"], "moved/link"]);
});
