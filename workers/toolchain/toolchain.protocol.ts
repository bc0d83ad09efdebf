// What the page asks the toolchain worker and what comes back. One question at a time; the client keeps the queue.

import type { Result } from "../../core/base/result.ts";
import type { WitFile } from "../../core/wac/wit-package.ts";
import type { Artifact } from "./artifact.ts";
import type { ToolchainError } from "./toolchain-error.ts";
import type { TranspileOptions } from "./transpile.ts";

export type ToolQuestion =
  | { readonly kind: "transpile"; readonly bytes: Uint8Array; readonly options: TranspileOptions }
  | { readonly kind: "parse-wat"; readonly text: string }
  | { readonly kind: "encode-wit"; readonly files: readonly WitFile[] }
  | { readonly kind: "print-wat"; readonly bytes: Uint8Array }
  | { readonly kind: "validate"; readonly bytes: Uint8Array };

export interface ToolAnswers {
  readonly transpile: Artifact;
  readonly "parse-wat": Uint8Array<ArrayBuffer>;
  readonly "encode-wit": Uint8Array<ArrayBuffer>;
  readonly "print-wat": string;
  readonly validate: null;
}

export type ToolAnswer<K extends ToolQuestion["kind"] = ToolQuestion["kind"]> = Result<ToolAnswers[K], ToolchainError>;
