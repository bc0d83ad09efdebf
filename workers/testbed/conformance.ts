// The conformance programs in the page: they do what they did in Wasmtime.

import { type Grants, NO_GRANTS } from "../run/wasi/grants.ts";
import { filesIn, type RecordedCommand, type RecordedRequest, TRAPPED, treeFor } from "./recorded-answers.ts";
import { expectSame, prepare, startReady } from "./testbed-run.ts";

const EXPECTED = import.meta.glob<string>("../../samples/conformance/expected/*.json", {
  query: "?url",
  import: "default",
  eager: true,
});

export async function expectedOf(kind: string): Promise<unknown> {
  return (await fetch(EXPECTED[`../../samples/conformance/expected/${kind}.json`]!)).json();
}

const PROGRAMS = import.meta.glob<string>("../../samples/conformance/built/*.wasm", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The programs of a kind by name. */
export function programsOf(kind: string): [name: string, url: string][] {
  return Object.entries(PROGRAMS)
    .map(([path, url]): [string, string] => [path.replace(/.*\/|\.wasm$/g, ""), url])
    .filter(([name]) => name.startsWith(`${kind}-`));
}

export async function bytesAt(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

export function grantsFor({ asked }: Pick<RecordedCommand, "asked">): Grants {
  return {
    ...NO_GRANTS,
    arguments: ["program", ...asked.arguments],
    environment: asked.environment ?? [],
    stdin: new TextEncoder().encode(asked.stdin ?? ""),
    stdout: true,
    stderr: true,
    preopens: [{ path: "/", tree: "files", folder: asked.root ?? "", access: "read-write" }],
    clocks: true,
    random: true,
    sockets: true,
  };
}

export const conformanceScenarios = {
  async "conformance of commands"() {
    let count = 0;
    for (const kind of ["cli", "sockets", "terminal", "escape"]) {
      const recorded = (await expectedOf(kind)) as readonly RecordedCommand[];
      for (const [name, url] of programsOf(kind)) {
        const ready = await prepare({ components: { program: await bytesAt(url) }, trees: { files: [] } });
        for (const one of recorded) {
          const grants = new Map([["program", grantsFor(one)]]);
          const trees = new Map([["files", treeFor(one.asked)]]);
          const demo = startReady({ ...ready, plan: { ...ready.plan, grants, trees } });
          const end = await demo.run.command("program");
          const files = filesIn((await demo.run.files("files")) ?? []);
          const told = end.kind === "trapped" ? { kind: "exited", code: TRAPPED } : end;
          const found = { name, end: told, output: demo.output("program"), files };
          const { exit, stdout, stderr, files: expectedFiles } = one.answer;
          expectSame(found, {
            name,
            end: { kind: "exited", code: exit },
            output: stdout + stderr,
            files: expectedFiles,
          });
          demo.run.stop();
          count += 1;
        }
      }
    }
    return { count };
  },

  async "conformance of handlers"() {
    let count = 0;
    const requests = (await expectedOf("http")) as readonly RecordedRequest[];
    for (const [name, url] of programsOf("http")) {
      const demo = startReady(await prepare({ components: { program: await bytesAt(url) } }));
      for (const { asked, answer } of requests) {
        const outcome = await demo.run.serveHttp({
          instance: "program",
          method: asked.method,
          url: `http://localhost${asked.path}`,
          headers: Object.entries(asked.headers ?? {}),
          body: asked.body ? new TextEncoder().encode(asked.body) : null,
          instances: "each",
        });
        const found =
          outcome.kind === "response"
            ? { status: outcome.response.status, body: await new Response(outcome.response.body as BodyInit).text() }
            : { status: 500 };
        expectSame([name, asked.path, found], [name, asked.path, answer]);
        count += 1;
      }
      demo.run.stop();
    }
    return { count };
  },
};
