// Go: the standard compiler's wasip1 target as a library, with the canonical ABI by hand in main.go.
// Its runtime asks for WASI preview 1, which no-wasi.wat stands in for.
import { join } from "node:path";
import { noWasiAdapter } from "./adapter.mjs";
import { run } from "./tool.mjs";

/** Builds the package main of the component's folder. There is no room for the names of all of Go's functions. */
export function buildGo(_recipe, { source, work }) {
  const module = join(work, "core.wasm");
  run(
    "go",
    ["build", "-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", module, "."],
    { cwd: source, env: { GOOS: "wasip1", GOARCH: "wasm" } },
  );
  const version = /go(\d\S*)/.exec(run("go", ["version"]))[1];
  return { module, adapter: noWasiAdapter(work), languages: [["Go", version]], tools: [["go", version]] };
}
