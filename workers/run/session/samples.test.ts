import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseWave } from "../../../core/values/parse-wave.ts";
import { printWave } from "../../../core/values/print-wave.ts";
import { functionTypeOf } from "./calls.ts";
import { type GraphText, planned, plannedRelease, type PlannedRun, type TestRequest, TestRun } from "./run.fixtures.ts";
import { COMPOSED } from "../prepare/run-plan.ts";
import { type Grants, NO_GRANTS } from "../wasi/grants.ts";
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
function graphOfApp(app: string): Pick<GraphText, "components" | "wires" | "exports"> {
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
  const exported = Array.from(text.matchAll(/export ([\w-]+)\["([^"]+)"\];/g), ([, instance, name]) => {
    return `${name} = ${instance}.${name}`;
  });
  return { components, wires: wires.join("\n"), exports: exported.join("\n") };
}

/** Both ways to run a composition; in the second, all that can be called is the whole's. */
const MODES = [
  { mode: "debug", plan: planned, callee: (instance: string) => instance },
  { mode: "release", plan: plannedRelease, callee: () => COMPOSED },
] as const;

const PLANNED = new Map<string, Promise<PlannedRun>>();

/** The plan of an app, made once. */
function planOf(app: string, { mode, plan }: (typeof MODES)[number]): Promise<PlannedRun> {
  const key = `${app} ${mode}`;
  const made = PLANNED.get(key) ?? plan({ ...graphOfApp(app), trees: { files: FILES } });
  PLANNED.set(key, made);
  return made;
}

const FILES = readdirSync(new URL("image-pipeline/files/", SAMPLES)).map((path): TreeEntry => {
  return { kind: "file", path, bytes: bytesAt(`image-pipeline/files/${path}`), modifiedMs: 0 };
});

describe.each(MODES)("as in Wasmtime, $mode:", (mode) => {
  describe.each([
    ["greeting", "greeter"],
    ["orders", "gateway"],
  ])("the sample %s answers", (app, front) => {
    it.each(answersOf<RecordedCall>(app, "call"))(
      "$call",
      async (recorded) => {
        const run = await planOf(app, mode);
        const test = new TestRun(run);
        expect(await test.start()).toBeNull();
        const instance = mode.callee(front);
        const request = { ...recorded, instance, arguments: [] };
        const { exportTypes } = run.plan.instances.find(({ name }) => name === instance)!;
        const type = functionTypeOf(exportTypes, request)!;
        const args = recorded.arguments.map((text, i) => {
          const value = parseWave(text, type.parameters[i]!.type);
          return value.ok ? value.value : expect.fail(JSON.stringify(value.error));
        });
        const value = test.value(`${instance}.${recorded.interface}#${recorded.function}`, ...args);
        expect(printWave(value, type.result!)).toBe(recorded.result);
      },
      30_000,
    );
  });

  describe.each([
    ["guestbook", "pages"],
    ["orders", "gateway"],
  ])("the sample %s serves", (app, front) => {
    let run: TestRun | undefined;

    it.each(answersOf<RecordedRequest>(app, "request"))(
      "$request.method $request.path $response.status",
      async (recorded) => {
        if (!run) {
          run = new TestRun(await planOf(app, mode));
          expect(await run.start()).toBeNull();
        }
        const { end, status, body } = await run.serve(mode.callee(front), recorded.request);
        expect(end).toMatchObject({ kind: "answered" });
        expect({ status, body }).toEqual(recorded.response);
      },
    );
  });

  it.each(answersOf<RecordedCommand>("image-pipeline", "command"))(
    "image-pipeline runs $command.args",
    async (recorded) => {
      const { plan, components } = await planOf("image-pipeline", mode);
      const pipeline: Grants = {
        ...NO_GRANTS,
        arguments: ["pipeline", ...recorded.command.args],
        stdin: new Uint8Array(),
        stdout: true,
        stderr: true,
        preopens: [{ path: "/", tree: "files", folder: "", access: "read-write" }],
      };
      const grants = new Map(plan.grants).set("pipeline", pipeline);
      const test = new TestRun({ plan: { ...plan, grants }, components });
      expect(await test.start()).toBeNull();
      expect(test.session.command(mode.callee("pipeline"))).toEqual({ kind: "exited", code: recorded.exit });
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
