// What Wasmtime says to a function call, an HTTP request and a command. Every one meets a fresh instance.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTool, run } from "./tool.mjs";

/** The result as WAVE text. */
export function invoke(component, call) {
  return run("wasmtime", ["run", "-S", "http", "--invoke", call, component]).trim();
}

/** The call as `wasmtime run --invoke` takes it. */
export const callText = ({ function: name, arguments: values }) => `${name}(${values.join(", ")})`;

/** Output, exit status and files of a command that sees a copy of `folder` as its root. A file not written is undefined. */
export function runCommand(component, args, folder, writes) {
  const root = mkdtempSync(join(tmpdir(), "samples-"));
  try {
    cpSync(folder, root, { recursive: true });
    const command = ["run", "--dir", `${root}::/`, component, ...args];
    const { stdout, stderr, status } = spawnSync(findTool("wasmtime"), command);
    const files = writes
      .map((name) => join(root, name))
      .map((path) => (existsSync(path) ? readFileSync(path) : undefined));
    return { stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8"), exit: status, files };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Serves the component while `use(request)` runs; request({ method, path, headers, body }) gives { status, body }. */
export async function withServer(component, use) {
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(findTool("wasmtime"), ["serve", "--addr", address, component], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    await new Promise((resolve, reject) => {
      server.on("error", reject);
      server.on("exit", () => reject(new Error("wasmtime serve ended")));
      server.stderr.on("data", (text) => String(text).includes("Serving HTTP") && resolve());
    });
    return await use(async ({ method, path, headers, body }) => {
      const response = await fetch(`http://${address}${path}`, {
        method,
        headers,
        body: body === "" ? undefined : body,
        redirect: "manual",
      });
      return { status: response.status, body: await response.text() };
    });
  } finally {
    server.removeAllListeners("exit");
    server.kill();
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}
