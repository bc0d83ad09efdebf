import { describe, expect, it } from "vitest";
import { graphFromText } from "../../tests/graph-from-text.ts";
import { componentFromWit, moduleWithWorld } from "../../tests/wasm-tools.ts";
import { ok } from "../base/result.ts";
import type { DecodeError } from "../binary/cursor.ts";
import { encodeWitPackage } from "../wac/wit-package.ts";
import { type Component, readComponent } from "../wit/read.ts";
import {
  dependencyPath,
  keyOfDependencyPath,
  type ReadDependency,
  readProject,
  writeProject,
} from "./project-files.ts";
import { readSidecar } from "./sidecar.ts";
import { unzipProject, zipProject } from "./zip.ts";

const hash = (bytes: Uint8Array): Promise<string> => Promise.resolve(`sha-${bytes.length}`);

const readDependency: ReadDependency<DecodeError> = async (_key, _path, content) => {
  const encoded = content.kind === "wit" ? await encodeWitPackage(content.files, moduleWithWorld) : ok(content.bytes);
  if (!encoded.ok) throw new Error(encoded.error.kind);
  const bytes = encoded.value;
  const read = readComponent(bytes);
  return read.ok ? ok({ sha256: await hash(bytes), component: read.value }) : read;
};

describe("paths of dependencies", () => {
  it.each([
    ["shop:store", "deps/shop/store.wasm"],
    ["shop:store@1.2.0", "deps/shop/store/1.2.0.wasm"],
    ["a:b:c@0.1.0-rc.1", "deps/a/b/c/0.1.0-rc.1.wasm"],
  ])("%s lies at %s", (key, path) => {
    expect(dependencyPath(key)).toBe(path);
    expect(keyOfDependencyPath(path)).toBe(key);
  });

  it.each(["deps/only.wasm", "other/a/b.wasm", "deps/a/B C.wasm"])("%s is no dependency", (path) => {
    expect(keyOfDependencyPath(path)).toBeNull();
  });
});

describe("a project folder", () => {
  it("is read back as it was written, and so is its zip", async () => {
    const wit = (name: string, body: string): string => `package test:${name};\nworld w { ${body} }`;
    const bytes = new Map([
      ["test:log@1.0.0", await componentFromWit(wit("log", "export log: func();"))],
      ["test:app", await componentFromWit(wit("app", "import log: func(); export run: func();"))],
    ]);
    const components = new Map<string, Component>();
    for (const [key, raw] of bytes) {
      const read = readComponent(raw);
      if (read.ok) components.set(key, read.value);
    }
    const { composition } = graphFromText("log.log -> app.log");
    const references = await Promise.all(
      Array.from(bytes, async ([key, raw]) => [key, { key, sha256: await hash(raw) }] as const),
    );
    const document = {
      composition: {
        ...composition,
        components: new Map(references),
        instances: [
          { name: "log", component: "test:log@1.0.0" },
          { name: "app", component: "test:app" },
        ],
        worldImports: ["left-to-the-host"],
        exports: [{ name: "start", instance: "app", export: "run" }],
      },
      positions: new Map([["app", { x: 320, y: 16 }]]),
      grants: new Map([["app", ["stdout", "read-folder"] as const]]),
      scenarios: [{ name: "A line", steps: [{ kind: "drop", handle: 1 } as const] }],
    };
    const files = writeProject(
      document,
      (key) => components.get(key),
      (key) => bytes.get(key)!,
    );
    const unzipped = unzipProject(zipProject(files));
    for (const candidate of [files, unzipped.ok ? unzipped.value : new Map()]) {
      const read = await readProject(candidate, readDependency);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const { source, ...rest } = read.value.composition;
      expect(source?.saysMore).toBe(false);
      const instances = rest.instances.map(({ name, component }) => ({ name, component }));
      expect({ ...read.value, composition: { ...rest, instances } }).toEqual(document);
    }
  });

  it("takes packages of WIT from a file, a version of one, and a folder, and keeps the text", async () => {
    const text = (content: string): Uint8Array => new TextEncoder().encode(content);
    const wac = `package my:app;

// Three packages.
import a: one:file/i;
import b: two:version/j@1.2.0;
import c: three:folder/k;
`;
    const files = new Map([
      ["composition.wac", text(wac)],
      ["deps/one/file.wit", text("package one:file; interface i { f: func(); }")],
      ["deps/two/version/1.2.0.wit", text("package two:version@1.2.0; interface j { f: func(); }")],
      ["deps/three/folder/k.wit", text("interface k { use other:types/t.{x}; f: func(x: x); }")],
      ["deps/three/folder/world.wit", text("package three:folder; world w { import k; }")],
      ["deps/three/folder/deps/other/t.wit", text("package other:types; interface t { type x = u8; }")],
    ]);
    const read = await readProject(files, readDependency);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { composition } = read.value;
    expect([...composition.components.keys()]).toEqual(["one:file", "two:version@1.2.0", "three:folder"]);
    expect(composition.source).toMatchObject({
      saysMore: true,
      packages: ["one:file", "two:version@1.2.0", "three:folder"],
    });
    const written = writeProject(
      read.value,
      () => undefined,
      () => new Uint8Array(),
    );
    expect(new TextDecoder().decode(written.get("composition.wac"))).toBe(wac);
    expect([...written.keys()].filter((path) => path.startsWith("deps/"))).toEqual([
      "deps/one/file.wasm",
      "deps/two/version/1.2.0.wasm",
      "deps/three/folder.wasm",
    ]);
  });

  it("says what is missing", async () => {
    expect(await readProject(new Map(), readDependency)).toEqual({
      ok: false,
      error: [{ path: "composition.wac", error: { kind: "project-without-wac" } }],
    });
  });

  it("names the file that can't be read, and goes on to the next", async () => {
    const files = new Map([
      ["composition.wac", new TextEncoder().encode("package a:b;\nlet x = new a:c {};")],
      ["deps/a/c.wasm", new Uint8Array([1, 2, 3])],
    ]);
    const read = await readProject(files, readDependency);
    expect(read.ok ? [] : read.error.map(({ path, error }) => [path, error.kind])).toEqual([
      ["deps/a/c.wasm", "not-wasm"],
      ["composition.wac", "wac-unknown-package"],
    ]);
  });
});

describe("witloom.json", () => {
  it.each([
    ["not json", "sidecar-unreadable"],
    ["[]", "sidecar-unreadable"],
    ['{"format":99}', "sidecar-too-new"],
  ])("refuses %s", (text, kind) => expect(readSidecar(text)).toMatchObject({ ok: false, error: { kind } }));

  it("passes over what it doesn't know and what makes no sense", () => {
    const positions = '{"a":[1,2],"b":["x",null],"__proto__":[3,4]}';
    const text = `{"format":1,"positions":${positions},"grants":{"a":["stdout","fly"],"b":7},"later":true}`;
    const read = readSidecar(text);
    expect(read.ok && [...read.value.positions.keys()]).toEqual(["a", "__proto__"]);
    expect(read.ok && [...read.value.grants]).toEqual([["a", ["stdout"]]]);
  });
});

describe("zip files", () => {
  it("refuses what is none", () => {
    expect(unzipProject(new Uint8Array([1, 2, 3]))).toEqual({ ok: false, error: { kind: "zip-unreadable" } });
  });
});
