// A request to the library worker → its answer: hashing, reading and (un)packing, off the main thread.

import { unzipProject, zipProject } from "../../core/deliver/zip.ts";
import { readComponent } from "../../core/wit/read.ts";
import { sha256Of } from "./sha256.ts";
import type { LibraryAnswer, LibraryRequest } from "./library.protocol.ts";

export async function answer(request: LibraryRequest): Promise<LibraryAnswer> {
  switch (request.kind) {
    case "read": {
      const { bytes } = request;
      return { kind: "read", bytes, sha256: await sha256Of(bytes), result: readComponent(bytes) };
    }
    case "unzip":
      return { kind: "unzip", result: unzipProject(request.bytes) };
    case "zip":
      return { kind: "zip", bytes: zipProject(request.files) };
  }
}
