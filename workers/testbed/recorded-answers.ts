// What was asked of the conformance programs and what Wasmtime answered; written by `samples/conformance/record.mjs`.

import type { TreeEntry } from "../run/wasi/filesystem/snapshot.ts";

/** The exit code that stands for a trap. */
export const TRAPPED = 134;

export interface RecordedCommand {
  readonly asked: {
    readonly arguments: readonly string[];
    readonly environment?: readonly (readonly [string, string])[];
    readonly stdin?: string;
    readonly files?: Readonly<Record<string, string>>;
    /** Symbolic links and where they lead. */
    readonly links?: Readonly<Record<string, string>>;
    /** The folder among `files` that is the program's root; left out: all. */
    readonly root?: string;
  };
  readonly answer: {
    readonly stdout: string;
    readonly stderr: string;
    readonly exit: number;
    readonly files: Readonly<Record<string, string>>;
  };
}

/** The files that a program is asked about. */
export function treeFor({ files = {}, links = {} }: RecordedCommand["asked"]): TreeEntry[] {
  return [
    ...Object.entries(files).map(([path, text]): TreeEntry => {
      return { kind: "file", path, bytes: new TextEncoder().encode(text), modifiedMs: 0 };
    }),
    ...Object.entries(links).map(([path, target]): TreeEntry => ({ kind: "symlink", path, target })),
  ];
}

/** What a program left: the text of each file, by path in order. */
export function filesIn(entries: readonly TreeEntry[]): Readonly<Record<string, string>> {
  const decoder = new TextDecoder();
  const files = entries.filter((entry) => entry.kind === "file").toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(files.map(({ path, bytes }) => [path, decoder.decode(bytes)]));
}

export interface RecordedRequest {
  readonly asked: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly answer: { readonly status: number; readonly body?: string };
}
