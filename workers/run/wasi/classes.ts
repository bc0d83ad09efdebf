// The resource classes of one run. Each is a subclass of its own, because a run puts its wires into the prototypes.

import { TerminalInput, TerminalOutput } from "./cli.ts";
import { Descriptor } from "./filesystem/descriptor.ts";
import { DirectoryEntryStream } from "./filesystem/directory-entry-stream.ts";
import type { HostClasses } from "./host-context.ts";
import { InputStream } from "./io/input-stream.ts";
import { IoError } from "./io/io-error.ts";
import { OutputStream } from "./io/output-stream.ts";
import { Pollable } from "./io/pollable.ts";

export function createClasses(): HostClasses {
  return {
    Pollable: class extends Pollable {},
    IoError: class extends IoError {},
    InputStream: class extends InputStream {},
    OutputStream: class extends OutputStream {},
    Descriptor: class extends Descriptor {},
    DirectoryEntryStream: class extends DirectoryEntryStream {},
    TerminalInput: class extends TerminalInput {},
    TerminalOutput: class extends TerminalOutput {},
  };
}
