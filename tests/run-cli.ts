// The command line in this process, with what it prints caught, and folders for it to work in.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, vi } from "vitest";
import { main } from "../cli/main.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `witloom` with `args` as a shell would, its streams being pipes. */
export async function witloom(...args: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [caught("stdout"), caught("stderr")];
  try {
    const status = await main(args);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
  }
}

function caught(name: "stdout" | "stderr"): { text: () => string; restore: () => void } {
  const chunks: string[] = [];
  const decoder = new TextDecoder("latin1");
  const spy = vi.spyOn(process[name], "write").mockImplementation((chunk, ...rest: unknown[]) => {
    chunks.push(typeof chunk === "string" ? chunk : decoder.decode(chunk));
    for (const done of rest) if (typeof done === "function") done();
    return true;
  });
  return { text: () => chunks.join(""), restore: () => spy.mockRestore() };
}

/** A folder of its own with `files` in it; gone when the tests are over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "witloom-"));
  FOLDERS.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const FOLDERS: string[] = [];

/** Call in a test file that makes folders. */
export function removeFoldersAfterwards(): void {
  afterAll(() => {
    for (const folder of FOLDERS.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

/** The files in `folder`, as relative paths in order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}
