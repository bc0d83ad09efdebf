import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseWave } from "../../../core/values/parse-wave.ts";
import { printWave } from "../../../core/values/print-wave.ts";
import { functionTypeOf } from "./calls.ts";
import { type GraphText, planned, type PlannedRun, started, type TestRequest, TestRun } from "./run.fixtures.ts";
import type { TreeEntry } from "../wasi/filesystem/snapshot.ts";

/** What Wasmtime answered; see `samples/record.mjs`. */
interface RecordedCall {
  readonly call: string;
  readonly interface: string;
  readonly function: string;
  readonly arguments: readonly string[];
  readonly result: string;
}

interface RecordedRequest {
  readonly request: TestRequest;
  readonly response: { readonly status: number; readonly body: string };
}

interface RecordedCommand {
  readonly command: { readonly args: readonly string[]; readonly preopen: string };
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  readonly writes: Readonly<Record<string, string>>;
}

const SAMPLES = new URL("../../../public/samples/", import.meta.url);

function bytesAt(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, SAMPLES)));
}

function answersOf<T>(app: string, field: string): T[] {
  const answers = JSON.parse(new TextDecoder().decode(bytesAt(`${app}/answers.json`))) as object[];
  return answers.filter((answer) => field in answer) as T[];
}

/** The graph in an app's `composition.wac`, as far as the samples use the language. */
function graphOfApp(app: string): Pick<GraphText, "components" | "wires"> {
  const text = new TextDecoder().decode(bytesAt(`${app}/composition.wac`));
  const components: Record<string, Uint8Array<ArrayBuffer>> = {};
  const wires: string[] = [];
  for (const [, name, component, args] of text.matchAll(/let ([\w-]+) = new ([^ ]+) \{(.*?)\};/gs)) {
    const [namespace, local, version] = component!.split(/[:@]/);
    components[name!] = bytesAt(`${app}/deps/${namespace}/${local}/${version}.wasm`);
    for (const [, wanted, provider, offered] of args!.matchAll(/"([^"]+)": ([\w-]+)\["([^"]+)"\]/g)) {
      wires.push(`${name}.${wanted} = ${provider}.${offered}`);
    }
  }
  return { components, wires: wires.join("\n") };
}

describe.each([
  ["greeting", "greeter"],
  ["orders", "gateway"],
])("the sample %s answers as in Wasmtime", (app, front) => {
  let run: Promise<PlannedRun> | undefined;

  it.each(answersOf<RecordedCall>(app, "call"))(
    "$call",
    async (recorded) => {
      run ??= planned(graphOfApp(app));
      const test = new TestRun(await run);
      expect(await test.start()).toBeNull();
      const request = { ...recorded, instance: front, arguments: [] };
      const { exportTypes } = (await run).plan.instances.find(({ name }) => name === front)!;
      const type = functionTypeOf(exportTypes, request)!;
      const args = recorded.arguments.map((text, i) => {
        const value = parseWave(text, type.parameters[i]!.type);
        return value.ok ? value.value : expect.fail(JSON.stringify(value.error));
      });
      const value = test.value(`${front}.${recorded.interface}#${recorded.function}`, ...args);
      expect(printWave(value, type.result!)).toBe(recorded.result);
    },
    30_000,
  );
});

describe("the sample orders serves requests as Wasmtime does", () => {
  let run: Promise<TestRun> | undefined;

  it.each(answersOf<RecordedRequest>("orders", "request"))(
    "$request.method $request.path $response.status",
    async (recorded) => {
      run ??= started(graphOfApp("orders"));
      const { end, status, body } = await (await run).serve("gateway", recorded.request);
      expect(end).toMatchObject({ kind: "answered" });
      expect({ status, body }).toEqual(recorded.response);
    },
  );
});

describe("the sample image-pipeline runs as in Wasmtime", () => {
  const files = readdirSync(new URL("image-pipeline/files/", SAMPLES)).map((path): TreeEntry => {
    return { kind: "file", path, bytes: bytesAt(`image-pipeline/files/${path}`), modifiedMs: 0 };
  });

  it.each(answersOf<RecordedCommand>("image-pipeline", "command"))(
    "$command.args",
    async (recorded) => {
      const run = await planned({
        ...graphOfApp("image-pipeline"),
        trees: { files },
        grants: {
          pipeline: {
            arguments: ["pipeline", ...recorded.command.args],
            stdin: new Uint8Array(),
            stdout: true,
            stderr: true,
            preopens: [{ path: "/", tree: "files", folder: "", access: "read-write" }],
          },
        },
      });
      const test = new TestRun(run);
      expect(await test.start()).toBeNull();
      expect(test.session.command("pipeline")).toEqual({ kind: "exited", code: recorded.exit });
      expect(test.output["pipeline stdout"] ?? "").toBe(recorded.stdout);
      expect(test.output["pipeline stderr"] ?? "").toBe(recorded.stderr);
      for (const [path, expected] of Object.entries(recorded.writes)) {
        const change = test.events.flatMap((event) => (event.kind === "files" ? event.changes : []));
        expect(change).toMatchObject([{ kind: "file", path, bytes: bytesAt(`image-pipeline/${expected}`) }]);
      }
    },
    30_000,
  );
});
