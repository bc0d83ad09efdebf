// The built page on 127.0.0.1, for as long as a command needs it: its own files with the headers that isolate it, and
// nothing else.

import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { headersFor } from "../scripts/secure-headers.js";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

export interface PageServer {
  /** `http://127.0.0.1:41234/` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves `folder` on a port that is free. */
export async function servePage(folder: string): Promise<PageServer> {
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    void answer(folder, url, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(folder: string, url: string, response: ServerResponse): Promise<void> {
  const file = await fileAt(folder, url);
  const headers = { ...headersFor(url), "Content-Type": file?.type ?? "text/plain" };
  response.writeHead(file ? 200 : 404, headers).end(file?.bytes);
}

interface ServedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The file that `url` stands for, or null where there is none inside `folder`. */
async function fileAt(folder: string, url: string): Promise<ServedFile | null> {
  try {
    const { pathname } = new URL(url, "http://127.0.0.1");
    const wanted = pathname === "/" ? "index.html" : decodeURIComponent(pathname).slice(1);
    const path = normalize(join(folder, wanted));
    if (!path.startsWith(normalize(folder + sep))) return null;
    return { bytes: await readFile(path), type: TYPES[extname(path)] ?? "application/octet-stream" };
  } catch {
    return null;
  }
}
