// A file from an address, with its progress.

import type { ComponentFile } from "./add-component.ts";

const HAS_ENDING = /\.(wasm|wat|wac|zip)$/i;

/** Errors say what to do next; `onProgress` gets 0 to 1, or null where the server tells no size. */
export async function fetchFile(
  url: string,
  onProgress: (fraction: number | null) => void,
  signal: AbortSignal,
): Promise<ComponentFile> {
  const response = await fetch(url, { signal }).catch((thrown: Error) => {
    if (signal.aborted) throw thrown;
    throw new Error(
      "The server can't be reached from a page: it is down, or does not allow it (CORS). Download the file and drop it here.",
    );
  });
  if (!response.ok) throw new Error(`The server answers ${response.status} ${response.statusText}. Check the address.`);
  return { name: fileNameOf(response.url || url), bytes: await readAll(response, onProgress) };
}

function fileNameOf(url: string): string {
  const { pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(pathname.lastIndexOf("/") + 1)) || "component";
  return HAS_ENDING.test(name) ? name : `${name}.wasm`;
}

async function readAll(
  response: Response,
  onProgress: (fraction: number | null) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const total = Number(response.headers.get("content-length")) || null;
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: BlobPart[] = [];
  let received = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    received += value.length;
    onProgress(total === null ? null : Math.min(received / total, 1));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
