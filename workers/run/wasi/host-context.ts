// What the resources of the WASI host share: the thread they run on and the classes they are made of.
// A resource of one instance may cross a wire to another, so classes belong to the run and authority to the object.

import type { TerminalInput, TerminalOutput } from "./cli.ts";
import type { Denial } from "./grants.ts";
import type { DirectoryEntryStream } from "./filesystem/directory-entry-stream.ts";
import type { Descriptor } from "./filesystem/descriptor.ts";
import type { InputStream } from "./io/input-stream.ts";
import type { IoError } from "./io/io-error.ts";
import type { OutputStream } from "./io/output-stream.ts";
import type { Pollable, ReadySource } from "./io/pollable.ts";

export type StandardStream = "stdout" | "stderr";

/** The thread as the host sees it; tests have one that doesn't wait. */
export interface HostThread {
  /** Returns when one of `sources` is ready; until then nothing else runs. Throws a StopSignal when the run ends. */
  waitForAny(sources: readonly ReadySource[]): void;
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  /** Nanoseconds since 1970. */
  wallNs(): bigint;
  randomBytes(length: number): Uint8Array;
  /** `bytes` are borrowed. Throws a StopSignal when the run has written too much. */
  write(instance: string, stream: StandardStream, bytes: Uint8Array): void;
  denied(denial: Denial): void;
}

/** The classes of a run: what `instanceof` is asked about in every component's glue. */
export interface HostClasses {
  readonly Pollable: typeof Pollable;
  readonly IoError: typeof IoError;
  readonly InputStream: typeof InputStream;
  readonly OutputStream: typeof OutputStream;
  readonly Descriptor: typeof Descriptor;
  readonly DirectoryEntryStream: typeof DirectoryEntryStream;
  readonly TerminalInput: typeof TerminalInput;
  readonly TerminalOutput: typeof TerminalOutput;
}

export interface HostContext {
  readonly thread: HostThread;
  readonly classes: HostClasses;
}
