import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes, folder, openAt } from "../host.fixtures.ts";
import { DEFAULT_QUOTA } from "./file-tree.ts";
import { changesBetween, entriesOf, indexOf, type TreeEntry, treeOf } from "./snapshot.ts";

const SEED = Math.trunc(Math.random() * 0x7fffffff);
const now = (): bigint => 0n;

describe("a snapshot", () => {
  it.each<[TreeEntry, string]>([
    [{ kind: "file", path: "../x", bytes: bytes(""), modifiedMs: 0 }, "not-permitted"],
    [{ kind: "file", path: "a", bytes: bytes(""), modifiedMs: 0 }, "exist"],
    [{ kind: "file", path: "a/b", bytes: bytes(""), modifiedMs: 0 }, "not-directory"],
    [{ kind: "symlink", path: "", target: "x" }, "invalid"],
  ])("refuses %j", (entry, code) => {
    const first: TreeEntry = { kind: "file", path: "a", bytes: bytes("x"), modifiedMs: 0 };
    expect(treeOf([first, entry], DEFAULT_QUOTA, now)).toEqual({ ok: false, error: { path: entry.path, code } });
  });

  const path = fc
    .array(fc.constantFrom("a", "b", "__proto__", "é"), { minLength: 1, maxLength: 4 })
    .map((names) => names.join("/"));

  it(`entriesOf ∘ treeOf = id, seed ${SEED}`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
        const leaves = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
        const files = leaves.map((leaf): TreeEntry => ({
          kind: "file",
          path: leaf,
          bytes: bytes(leaf),
          modifiedMs: 7,
        }));
        const tree = treeOf(files, DEFAULT_QUOTA, now);
        if (!tree.ok) return expect.fail(tree.error.code);
        const found = entriesOf(indexOf(tree.value)).filter(({ kind }) => kind === "file");
        const byPath = (a: TreeEntry, b: TreeEntry): number => (a.path < b.path ? -1 : 1);
        expect(found.toSorted(byPath)).toEqual(files.toSorted(byPath));
      }),
      { seed: SEED },
    );
  });

  it("tells what changed since", () => {
    const { root, tree } = folder({ same: "s", old: "o", gone: "g", "dir/x": "x" });
    const before = indexOf(tree);
    openAt(root, "old", { write: true }).write(bytes("O"), 0n);
    root.unlinkFileAt("gone");
    root.renameAt("dir", root, "moved");
    root.symlinkAt("same", "link");
    const changes = changesBetween(before, indexOf(tree));
    expect(changes.map(({ kind, path: at }) => `${kind} ${at}`).toSorted()).toEqual([
      "directory moved",
      "file moved/x",
      "file old",
      "removed dir",
      "removed dir/x",
      "removed gone",
      "symlink link",
    ]);
    expect(changesBetween(indexOf(tree), indexOf(tree))).toEqual([]);
  });
});
