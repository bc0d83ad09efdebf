import { describe, expect, it } from "vitest";
import { moduleWithWorld, validationErrorInside } from "../../tests/wasm-tools.ts";
import { formatDiagnostic } from "../base/wording.ts";
import { readComponent } from "../wit/read.ts";
import { isWitPackage, Definitions } from "./package-definitions.ts";
import { encodeWitPackage, type WitFile } from "./wit-package.ts";

async function definitionsOf(files: readonly WitFile[]): Promise<ReturnType<Definitions["of"]>> {
  const encoded = await encodeWitPackage(files, moduleWithWorld);
  if (!encoded.ok) throw new Error(encoded.error.kind);
  expect(await validationErrorInside(encoded.value)).toBeNull();
  const read = readComponent(encoded.value);
  if (!read.ok) throw new Error(read.error.kind);
  expect(isWitPackage(read.value)).toBe(true);
  return new Definitions().of(read.value);
}

describe("encodeWitPackage", () => {
  it("keeps every interface and world, with what they use", async () => {
    const text = `package shop:api@1.2.0;
      /// Documented, and of types only.
      interface types { record order { id: u64 } resource basket; }
      interface store { use types.{order, basket as cart}; put: func(o: order) -> cart; }
      world app { import store; export types; export run: func(); }`;
    const definitions = await definitionsOf([{ path: "api.wit", text }]);
    expect([...definitions.keys()]).toEqual(["types", "store", "app"]);
    const [types, store, app] = [...definitions.values()];
    expect([types?.id, store?.id, app?.id]).toEqual([
      "shop:api/types@1.2.0",
      "shop:api/store@1.2.0",
      "shop:api/app@1.2.0",
    ]);
    expect(store?.kind === "interface" && [...store.uses.keys()]).toEqual(["shop:api/types@1.2.0"]);
    const order = (of: typeof types): unknown => (of?.kind === "interface" ? of.type.exports.get("order") : undefined);
    const used = order(store) as { type: { of: unknown } };
    expect(used.type.of, "one type, not two that look alike").toBe((order(types) as { type: unknown }).type);
    expect(app?.kind === "world" && [...app.type.imports.keys()]).toEqual([
      "shop:api/types@1.2.0",
      "shop:api/store@1.2.0",
    ]);
  });

  it("takes a folder apart: files without a package line, and the packages it uses", async () => {
    const definitions = await definitionsOf([
      { path: "a.wit", text: "package a:b;\nworld w { import i; import c:d/k@0.1.0; }" },
      { path: "b.wit", text: "interface i { use c:d/k@0.1.0.{z}; f: func(z: z); }" },
      { path: "deps/c/k.wit", text: "package c:d@0.1.0;\ninterface k { use other.{y}; type z = y; }" },
      { path: "deps/c/other.wit", text: "interface other { record y { a: u8 } }" },
    ]);
    expect([...definitions.keys()]).toEqual(["i", "w"]);
  });

  it("asks for the name of the package", async () => {
    const encoded = await encodeWitPackage([{ path: "a.wit", text: "interface i {}" }], moduleWithWorld);
    expect(encoded.ok ? "" : formatDiagnostic(encoded.error)).toContain("error W5006: This WIT does not say");
  });
});
