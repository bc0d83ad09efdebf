import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderOf, removeFoldersAfterwards } from "../tests/run-cli.ts";
import { type PageServer, servePage } from "./page-server.ts";

removeFoldersAfterwards();

let server: PageServer;

beforeAll(async () => {
  const folder = folderOf({
    "secret.txt": "not for others",
    "page/index.html": "<title>page</title>",
    "page/assets/a b.wasm": new Uint8Array([0, 97, 115, 109]),
    "page/assets/run.worker-1.js": "",
  });
  server = await servePage(`${folder}/page`);
});

afterAll(() => server.close());

/** Asks for `path` as it stands, without what `fetch` would do to its dots. */
function ask(path: string): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (response) => {
      let body = "";
      response.setEncoding("latin1");
      response.on("data", (piece: string) => (body += piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", reject).end();
  });
}

describe("the page that commands serve", () => {
  it("is isolated, on this machine only", async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await ask("/?debug")).toMatchObject({
      status: 200,
      body: "<title>page</title>",
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "content-security-policy": expect.stringContaining("script-src 'self' 'wasm-unsafe-eval';"),
      },
    });
  });

  it("has its files with their types, and lets the worker of a run load what was made for it", async () => {
    expect(await ask("/assets/a%20b.wasm")).toMatchObject({
      status: 200,
      headers: { "content-type": "application/wasm" },
    });
    const worker = await ask("/assets/run.worker-1.js");
    expect(worker.headers["content-security-policy"]).toContain("script-src 'self' 'wasm-unsafe-eval' blob:");
  });

  it.each([
    "/no.html",
    "/assets",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%",
    "//x/../secret.txt",
  ])("has nothing at %s", async (path) => expect((await ask(path)).status).toBe(404));
});
