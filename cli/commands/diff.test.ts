import { beforeAll, describe, expect, it } from "vitest";
import { folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";
import { componentFromWit } from "../../tests/wasm-tools.ts";

removeFoldersAfterwards();

const package_ = (version: string, body: string): string =>
  `package shop:orders@${version} { interface store { ${body} } }`;

let folder = "";
beforeAll(async () => {
  const made = (world: string, packages: string): Promise<Uint8Array> =>
    componentFromWit(`package a:b;\nworld w { ${world} }\n${packages}`, "w");
  folder = folderOf({
    "a.wasm": await made(
      "import old: func(); export shop:orders/store@1.0.0; export run: func(fast: bool);",
      package_("1.0.0", "get: func(id: u32) -> option<string>; drop: func(id: u32);"),
    ),
    "b.wasm": await made(
      "import needed: func(); export shop:orders/store@1.1.0; export run: func(fast: bool);",
      package_("1.1.0", "get: func(id: u64) -> option<string>; put: func(id: u32);"),
    ),
    "more.wasm": await made(
      "export shop:orders/store@1.1.0; export run: func(fast: bool);",
      package_("1.1.0", "get: func(id: u32) -> option<string>; drop: func(id: u32); put: func(id: u32);"),
    ),
    "deps/shop/part.wasm": await made("export run: func(fast: bool);", ""),
    "one.wac": "package shop:one;\nlet part = new shop:part {};\nexport part.run;",
  });
});

const path = (name: string): string => `${folder}/${name}`;

describe("diff", () => {
  it("reads like a changelog, with the verdict and its rules last", async () => {
    const { status, stdout } = await witloom("diff", path("a.wasm"), path("b.wasm"));
    expect(status).toBe(1);
    expect(stdout.replaceAll(`${folder}/`, "")).toBe(`a.wasm → b.wasm

Added imports
  + needed

Removed imports
  - old

Changed exports
  ~ shop:orders/store@1.0.0 → shop:orders/store@1.1.0 (newer)
      ~ get
            get: func
          -   id: u32
          +   id: u64
              -> option<string>
      - drop: func(id: u32)
      + put: func(id: u32)

Unchanged: 0 imports, 1 export

b.wasm may not replace a.wasm:
  W6201: It imports \`needed\`, which nobody gave before.
    Rule: a replacement may import less, never more. Wherever it goes, this import must be satisfied as well.
  W6204: \`shop:orders/store@1.0.0\` is not what it was: get › id: expected u32, found u64.
    Rule: an export may gain functions; those it had keep their types, in a version of the same track.
`);
  });

  it("ends with 0 where the second may replace the first", async () => {
    const { status, stdout } = await witloom("diff", path("a.wasm"), path("more.wasm"));
    expect(status).toBe(0);
    expect(stdout).toContain("more.wasm may replace ");
  });

  it("tells the same as JSON", async () => {
    const { status, stdout } = await witloom("diff", path("a.wasm"), path("b.wasm"), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      replaceable: false,
      unchanged: { imports: 0, exports: 1 },
      changes: [
        { direction: "import", kind: "removed", before: "old", after: null, problem: null },
        { direction: "import", kind: "added", after: "needed", problem: { code: "W6201" } },
        { direction: "export", kind: "changed", problem: { code: "W6204" }, items: [{ name: "get" }, {}, {}] },
      ],
    });
  });

  it("compares compositions, composed or not", async () => {
    expect((await witloom("compose", path("one.wac"), "-o", path("one.wasm"))).status).toBe(0);
    const { status, stdout } = await witloom("diff", path("one.wac"), path("one.wasm"));
    expect(status).toBe(0);
    expect(stdout).toContain("either may replace the other");
  });
});
