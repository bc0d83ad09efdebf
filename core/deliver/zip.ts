// A project folder ⇄ one zip file. Zip files are hostile input: what they would unpack to is bounded beforehand.

import { unzipSync, type Zippable, zipSync } from "fflate";
import type { Diagnostic } from "../base/diagnostics.ts";
import { LIMITS } from "../base/limits.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { ProjectFiles } from "./project-files.ts";

export type ZipError = Diagnostic<"zip-unreadable" | "zip-too-large">;

const MAX_FILES = 10_000;
/** The same folder gives the same bytes, whenever it is zipped. */
const FIXED_TIME = new Date(1980, 0, 1);

export function zipProject(files: ProjectFiles): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [path, bytes] of files) {
    // Components don't compress well enough to be worth the wait; text does.
    entries[path] = [bytes, { mtime: FIXED_TIME, level: path.endsWith(".wasm") ? 0 : 6 }];
  }
  return zipSync(entries);
}

/** The files of `zip`; where all of them lie in one folder, paths begin inside of it. */
export function unzipProject(zip: Uint8Array): Result<ProjectFiles, ZipError> {
  let total = 0;
  let count = 0;
  const fits = ({ originalSize }: { readonly originalSize: number }): boolean => {
    total += originalSize;
    count += 1;
    return total <= LIMITS.fileBytes && count <= MAX_FILES;
  };
  try {
    const entries = Object.entries(unzipSync(zip, { filter: fits }));
    if (total > LIMITS.fileBytes || count > MAX_FILES)
      return fail({ kind: "zip-too-large", bytes: total, files: count });
    return ok(withoutCommonFolder(entries.filter(([path]) => !path.endsWith("/"))));
  } catch {
    return fail({ kind: "zip-unreadable" });
  }
}

function withoutCommonFolder(entries: readonly (readonly [string, Uint8Array])[]): ProjectFiles {
  const top = entries[0]?.[0].split("/")[0];
  const shared = top !== undefined && entries.every(([path]) => path.startsWith(`${top}/`)) && top !== "deps";
  return new Map(entries.map(([path, bytes]) => [shared ? path.slice(top.length + 1) : path, bytes]));
}
