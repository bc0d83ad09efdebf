// The private build of a release run beside what the export writes of the same composition.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose, joinChunks } from "../../../core/compose/compose.ts";
import { decompose } from "../../../core/decompose/decompose.ts";
import { instanceOf, type Item } from "../../../core/graph/graph.ts";
import { type Component, readComponent } from "../../../core/wit/read.ts";
import type { Extern } from "../../../core/wit/types.ts";
import { validationError } from "../../../tests/wasm-tools.ts";
import type { Artifact } from "../../toolchain/artifact.ts";
import { hasMultiMemory } from "../../toolchain/multi-memory.ts";
import { loadBindgen } from "../../toolchain/tools.ts";
import { transpile } from "../../toolchain/transpile.ts";
import { ADDER, PRINTER, SLEEPER } from "../../testbed/test-components.ts";
import { evaluated, type GraphText } from "../session/run.fixtures.ts";
import { composeRelease } from "./release.ts";

/** Defines a resource in an interface that each instance has for itself, and uses a type of another. */
const RESOLVER = {
  wit: `package test:resolver;
    world it {
      import wasi:sockets/ip-name-lookup@0.2.0;
      import wasi:filesystem/types@0.2.0;
      export go: func();
    }
    package wasi:clocks@0.2.0 {
      interface wall-clock { record datetime { seconds: u64, nanoseconds: u32 } now: func() -> datetime; }
    }
    package wasi:filesystem@0.2.0 {
      interface types {
        use wasi:clocks/wall-clock@0.2.0.{datetime};
        resource descriptor { touched: func() -> datetime; }
      }
    }
    package wasi:sockets@0.2.0 {
      interface ip-name-lookup {
        resource resolve-address-stream { next: func() -> option<string>; }
        resolve-addresses: func(name: string) -> resolve-address-stream;
      }
    }`,
  core: `(module
    (import "wasi:sockets/ip-name-lookup@0.2.0" "resolve-addresses" (func $resolve (param i32 i32) (result i32)))
    (import "wasi:sockets/ip-name-lookup@0.2.0" "[method]resolve-address-stream.next" (func $next (param i32 i32)))
    (import "wasi:sockets/ip-name-lookup@0.2.0" "[resource-drop]resolve-address-stream" (func $drop (param i32)))
    (memory (export "memory") 1)
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
    (func (export "go") (call $drop (call $resolve (i32.const 0) (i32.const 0)))))`,
};

const PIXEL = new URL("../../../public/samples/image-pipeline/deps/pixel/", import.meta.url);
const pixel = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(path, PIXEL)));
const FILTER = "pixel:image/filter@1.0.0";

const GRAPHS: Readonly<Record<string, () => GraphText>> = {
  "the image pipeline": () => ({
    components: {
      png: pixel("png/1.0.0.wasm"),
      grayscale: pixel("grayscale/1.0.0.wasm"),
      edges: pixel("edges/1.0.0.wasm"),
      pipeline: pixel("pipeline/1.0.0.wasm"),
    },
    wires: `pipeline.pixel:image/codec@1.0.0 = png.pixel:image/codec@1.0.0
      pipeline.first = grayscale.${FILTER}
      pipeline.second = edges.${FILTER}`,
    exports: "wasi:cli/run@0.2.12 = pipeline.wasi:cli/run@0.2.12",
  }),
  "a mixture": () => ({
    components: { one: PRINTER, two: PRINTER, sleeper: SLEEPER, adder: ADDER, here: RESOLVER, there: RESOLVER },
    exports: "one = one.print\ntwo = two.print\nsleep = sleeper.sleep\nhere = here.go\nthere = there.go",
  }),
};

const OPTIONS = { packageName: "test:composed", toolVersion: "test" };

describe.each(Object.entries(GRAPHS))("the release build of %s", (_, graph) => {
  it("is what the export writes, but for imports that instances have for themselves", async () => {
    const { evaluation, bytesOf } = await evaluated(graph());
    const chunks = compose(evaluation, bytesOf, { ...OPTIONS, embed: true });
    const release = composeRelease(evaluation, bytesOf, OPTIONS);
    if (!chunks.ok || !release.ok) return expect.fail("not composed");
    const exported = joinChunks(chunks.value);
    const { bytes, labels } = release.value;
    expect([await validationError(exported), await validationError(bytes)]).toEqual([null, null]);

    const [whole, build] = [read(exported), read(bytes)];
    expect([...build.type.exports.keys()]).toEqual([...whole.type.exports.keys()]);
    expect(partsOf(build, bytes)).toEqual(partsOf(whole, exported));
    const own = new Map([...labels.values()].flatMap((byName) => Array.from(byName, ([name, label]) => [label, name])));
    expect([...build.type.imports.keys()]).toEqual([...whole.type.imports.keys(), ...own.keys()]);
    for (const [label, name] of own) {
      expect(namesIn(build.type.imports.get(label)!)).toEqual(namesIn(build.type.imports.get(name)!));
    }
    expect(wiresOf(bytes)).toEqual(wiresOf(exported));

    const [made, asExported] = [await artifactOf(bytes), await artifactOf(exported)];
    expect(made.modules).toEqual(asExported.modules);
  }, 60_000);
});

function namesIn({ kind, type }: Extern): readonly string[] {
  return kind === "instance" ? [...type.exports.keys()] : expect.fail(kind);
}

function read(bytes: Uint8Array): Component {
  const component = readComponent(bytes);
  return component.ok ? component.value : expect.fail(component.error.kind);
}

function partsOf({ root }: Component, bytes: Uint8Array): readonly Uint8Array[] {
  return root.parts.map(({ range }) => bytes.subarray(range.start, range.end));
}

/** Instances, what each gets from others, and what is exported. */
function wiresOf(bytes: Uint8Array): unknown {
  const taken = decompose(bytes, read(bytes), "test.wasm");
  if (!taken.ok) return expect.fail(JSON.stringify(taken.error));
  const { instances, exports } = taken.value.graph;
  const wires = (args: ReadonlyMap<string, Item>): unknown => [...args].filter(([, item]) => instanceOf(item) !== null);
  return { exports, instances: instances.map(({ name, arguments: args }) => [name, wires(args)]) };
}

async function artifactOf(bytes: Uint8Array): Promise<Artifact> {
  const artifact = await transpile(bytes, { multiMemory: hasMultiMemory(), suspending: null }, loadBindgen);
  return artifact.ok ? artifact.value : expect.fail(JSON.stringify(artifact.error));
}
