// docs/wasi.md against the WIT that jco ships, and against the host.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePlainName } from "../../../core/wit/names.ts";
import { jcoName } from "../../../core/values/jco-rules.ts";
import { className } from "../link/js-names.ts";
import { TestHost } from "./host.fixtures.ts";
import { createInterface } from "./interfaces.ts";
import { WASI_INTERFACES, wasiInterfaceOf } from "./interface-names.ts";

/** What a component exports and the page calls. */
const CALLED_BY_THE_PAGE = new Set(["wasi:cli/run", "wasi:http/incoming-handler"]);

const BUILTIN = join(
  dirname(createRequire(import.meta.url).resolve("@bytecodealliance/jco")),
  "../lib/wit/builtin/0.2.12",
);

/** Functions by interface, under the names that binaries have for them. */
function functionsOfWasi(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const folder of readdirSync(BUILTIN)) {
    const text = readFileSync(join(BUILTIN, folder, "package.wit"), "utf8").replaceAll(/\/\/.*/g, "");
    const name = /^package (wasi:\w+)@/m.exec(text)![1]!;
    for (const [, local, body] of text.matchAll(/^interface ([\w-]+) \{\n(.*?)^\}/gms)) {
      found.set(`${name}/${local}`, functionsOf(body!));
    }
  }
  return found;
}

function functionsOf(body: string): string[] {
  const functions: string[] = [];
  const token = /resource ([\w-]+)\s*([{;])|(constructor)\(|%?([\w-]+): (static )?func\(|^\s{2,4}(\})$/gm;
  let resource: string | null = null;
  for (const [, opened, bracket, constructor, name, isStatic, closed] of body.matchAll(token)) {
    if (opened) resource = bracket === "{" ? opened : null;
    else if (closed) resource = null;
    else if (constructor) functions.push(`[constructor]${resource}`);
    else functions.push(resource === null ? name! : `[${isStatic ? "static" : "method"}]${resource}.${name}`);
  }
  return functions;
}

interface Row {
  readonly interface: string;
  readonly function: string;
  readonly state: string;
  readonly note: string;
}

const ROWS = readFileSync(new URL("../../../docs/wasi.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line): Row => {
    const [, of = "", name = "", state = "", note = ""] = line
      .split("|")
      .map((cell) => cell.trim().replaceAll("`", ""));
    return { interface: of, function: name, state, note };
  });

describe("the table of docs/wasi.md", () => {
  const wit = functionsOfWasi();

  it("has every interface and function of WASI 0.2.12 once, and no other", () => {
    const expected = [...wit].flatMap(([of, functions]) =>
      functions.length === 0 ? [`${of} `] : functions.map((name) => `${of} ${name}`),
    );
    expect(expected.length).toBeGreaterThan(180);
    expect(ROWS.map((row) => `${row.interface} ${row.function}`).toSorted()).toEqual(expected.toSorted());
  });

  it("says of each whether it is done, and why not", () => {
    for (const { state, note } of ROWS) expect(state === "done" || (state === "refused" && note !== "")).toBe(true);
  });

  it.each(ROWS.filter(({ state, function: name }) => state === "done" && name !== ""))(
    "$interface $function is done",
    ({ interface: of, function: name }) => {
      if (CALLED_BY_THE_PAGE.has(of)) return;
      const offered = createInterface(wasiInterfaceOf(`${of}@0.2.12`) ?? expect.fail(of), new TestHost().host);
      const { role, resource, label } = parsePlainName(name);
      const owner = resource === null ? offered : offered[className(resource)];
      if (role === "constructor") expect(owner).toBeTypeOf("function");
      else
        expect(role === "method" ? (owner as { prototype: object }).prototype : owner).toHaveProperty(jcoName(label));
    },
  );

  it("has every interface that the host has", () => {
    expect(WASI_INTERFACES.filter((name) => !wit.has(name))).toEqual([]);
  });
});
