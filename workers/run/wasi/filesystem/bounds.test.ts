// What a guest may not get by way of files: more room than its quota, memory behind it, or paths without an end.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes, contentAt, errOf, folder, openAt } from "../host.fixtures.ts";
import { CHANGE_BYTES, FileContent } from "./file-content.ts";
import { MAX_TREE_PATH_BYTES, type QuotaName } from "./file-tree.ts";
import { changesBetween, indexOf } from "./snapshot.ts";

const SEED = Math.trunc(Math.random() * 0x7fffffff);
const WRITE = { write: true, create: true };

describe("a quota", () => {
  it("counts what is open without a name, until it is closed", () => {
    const { root } = folder({}, { quota: { bytes: 10, nodes: 10 } });
    const other = openAt(root, "other", WRITE);
    for (let round = 0; round < 3; round++) {
      const file = openAt(root, "a", WRITE);
      const stream = file.writeViaStream(0n);
      void stream.blockingWriteAndFlush(bytes("1234567890"));
      root.unlinkFileAt("a");
      expect(errOf(() => other.write(bytes("x"), 0n))).toBe("insufficient-space");
      file[Symbol.dispose]();
      expect(errOf(() => other.write(bytes("x"), 0n))).toBe("insufficient-space");
      stream[Symbol.dispose]();
    }
    other.write(bytes("1234567890"), 0n);
  });

  it("counts names of what is open too, and gives all back when the instances end", () => {
    const { root, context } = folder({}, { quota: { bytes: 10, nodes: 2 } });
    const open = (): unknown => {
      const file = openAt(root, "a", WRITE);
      root.unlinkFileAt("a");
      return file;
    };
    open();
    expect(errOf(open)).toBe("insufficient-space");
    context.openFiles.closeAll();
    open();
  });

  it("says which of its limits was hit", () => {
    const { root, tree } = folder({}, { quota: { bytes: 10, nodes: 2 } });
    const told: [QuotaName, number][] = [];
    tree.onFull = (name, most) => void told.push([name, most]);
    const file = openAt(root, "a", WRITE);
    expect(errOf(() => file.setSize(11n))).toBe("insufficient-space");
    expect(errOf(() => root.createDirectoryAt("b"))).toBe("insufficient-space");
    expect(told).toEqual([
      ["bytes", 10],
      ["nodes", 2],
    ]);
  });

  it("bounds what is open at once", () => {
    const names = Array.from({ length: 1000 }, (_, i) => [`${i}`, ""]);
    const { root, context } = folder(Object.fromEntries(names));
    const list = (): unknown => root.readDirectory();
    for (let i = 0; i < 249; i++) list();
    expect(errOf(list)).toBe("insufficient-memory");
    context.openFiles.closeAll();
    list();
  });
});

describe("memory", () => {
  it("is given back when a file is cut off", () => {
    const content = new FileContent(new Uint8Array());
    for (let i = 0; i < 100; i++) content.write(content.size, new Uint8Array(10_000));
    expect(content.capacity).toBeLessThanOrEqual(2_000_000);
    content.resize(1000);
    expect(content.capacity).toBeLessThanOrEqual(1000);
    content.resize(0);
    expect(content.capacity).toBeLessThanOrEqual(1000);
  });

  it("that isn't there is an error of the guest's", () => {
    const content = new FileContent(bytes("kept"));
    expect(errOf(() => content.resize(Number.MAX_SAFE_INTEGER))).toBe("insufficient-space");
    expect(content.size).toBe(4);
  });
});

describe("paths", () => {
  const name = "n".repeat(255);

  it("end where a tree's do, from whatever directory", () => {
    const { root } = folder();
    let at = root;
    for (let depth = 0; depth < MAX_TREE_PATH_BYTES / 256; depth++) {
      at.createDirectoryAt(name);
      at = openAt(at, name, { read: true, directory: true });
    }
    for (const path of ["x", name]) {
      expect(errOf(() => at.createDirectoryAt(path))).toBe("name-too-long");
      expect(errOf(() => openAt(at, path, WRITE))).toBe("name-too-long");
      expect(errOf(() => at.symlinkAt("y", path))).toBe("name-too-long");
    }
  });

  it("don't become longer by moving", () => {
    const { root, tree } = folder({ "long/": "", "short/in/deep": "x" });
    let at = openAt(root, "long", { read: true, directory: true });
    for (let depth = 0; depth < MAX_TREE_PATH_BYTES / 256 - 1; depth++) {
      at.createDirectoryAt(name);
      at = openAt(at, name, { read: true, directory: true });
    }
    at.createDirectoryAt("n".repeat(245));
    at = openAt(at, "n".repeat(245), { read: true, directory: true });
    expect(errOf(() => root.renameAt("short", at, "s"))).toBe("name-too-long");
    expect(contentAt(root, "short/in/deep")).toBe("x");
    root.renameAt("short/in/deep", root, "d");
    root.renameAt("short", root, "s");
    expect([...indexOf(tree).keys()].filter((path) => path.startsWith("s"))).toEqual(["s", "s/in"]);
  });

  it("may have any number of dots and slashes within their bounds", () => {
    const { root } = folder({ "a/b": "x" });
    expect(contentAt(root, `${"a/../".repeat(500)}a//////b`)).toBe("x");
    expect(errOf(() => openAt(root, `${"a/../".repeat(500)}../a`))).toBe("not-permitted");
    expect(errOf(() => openAt(root, "a/b/.."))).toBe("not-directory");
    expect(errOf(() => openAt(root, "a/b/."))).toBe("not-directory");
  });

  it("through links that multiply end soon", () => {
    const { root } = folder({ x: "x" });
    root.symlinkAt("x", "l0");
    for (let i = 1; i < 60; i++) root.symlinkAt(`./l${i - 1}`, `l${i}`);
    expect(contentAt(root, "l39")).toBe("x");
    expect(errOf(() => openAt(root, "l40"))).toBe("loop");
    root.symlinkAt("d/d", "d");
    expect(errOf(() => openAt(root, "d"))).toBe("loop");
  });
});

describe("what changed in a file", () => {
  const big = "x".repeat(40 * CHANGE_BYTES);

  it("is told by its parts where they are few", () => {
    const { root, tree } = folder({ big });
    const before = indexOf(tree);
    const file = openAt(root, "big", { write: true });
    file.write(bytes("head"), 0n);
    file.write(bytes("tail"), BigInt(big.length));
    const [change] = changesBetween(before, indexOf(tree));
    if (change?.kind !== "patch") return expect.fail(change?.kind);
    expect(change.sizeBytes).toBe(big.length + 4);
    expect(change.parts.map((part) => [part.offset, part.bytes.length])).toEqual([
      [0, CHANGE_BYTES],
      [big.length, 4],
    ]);
  });

  it("is told by its times alone where only they were set", () => {
    const { root, tree } = folder({ big });
    const before = indexOf(tree);
    root.setTimesAt({}, "big", { tag: "no-change" }, { tag: "timestamp", val: { seconds: 9n, nanoseconds: 0 } });
    expect(changesBetween(before, indexOf(tree))).toEqual([
      { kind: "patch", path: "big", sizeBytes: big.length, parts: [], modifiedMs: 9000 },
    ]);
  });

  type Step = { readonly write: number; readonly length: number } | { readonly resize: number };
  const place = fc.integer({ min: 0, max: 6 * CHANGE_BYTES });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ write: place, length: fc.integer({ min: 0, max: 100_000 }) }),
    fc.record({ resize: place }),
  );

  it(`parts put into the old bytes are the new ones, seed ${SEED}`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const content = new FileContent(new Uint8Array(3 * CHANGE_BYTES).fill(1));
        let copy = content.read(0, content.size);
        for (const [i, one] of steps.entries()) {
          if ("write" in one) content.write(one.write, new Uint8Array(one.length).fill(i + 2));
          else content.resize(one.resize);
          if (i % 3 !== 2) continue;
          copy = patched(copy, content);
          content.forgetChanges();
        }
        expect(Buffer.from(patched(copy, content)).equals(content.read(0, content.size))).toBe(true);
      }),
      { seed: SEED },
    );
  });

  function patched(old: Uint8Array, content: FileContent): Uint8Array<ArrayBuffer> {
    const next = new Uint8Array(content.size);
    next.set(old.subarray(0, content.size));
    for (const { offset, bytes: part } of content.changedParts()) next.set(part, offset);
    return next;
  }
});
