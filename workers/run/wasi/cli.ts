// wasi:cli: what an instance is told at its start, its standard streams, and how it ends.

import { ExitSignal } from "../trap/signals.ts";
import type { StandardStream } from "./host-context.ts";
import type { InstanceHost } from "./instance-host.ts";
import { bytesSource, type ByteSink, type ByteSource, StreamFailure } from "./io/byte-streams.ts";
import { failWith } from "./wasi-error.ts";
import { CLOSED } from "./io/stream-error.ts";

/** Terminals have no functions yet; the object only says that there is one. */
export class TerminalInput {
  readonly stream = "stdin";
}

export class TerminalOutput {
  readonly stream: StandardStream;

  constructor(stream: StandardStream) {
    this.stream = stream;
  }
}

export function environment(host: InstanceHost): object {
  const { grants } = host;
  const listed = <T>(granted: T[] | null, functionName: string, kind: "arguments" | "environment"): T[] => {
    if (granted === null) host.denied("wasi:cli/environment", functionName, { kind });
    return granted ?? [];
  };
  return {
    getEnvironment: () =>
      listed(grants.environment?.map(([name, value]) => [name, value]) ?? null, "get-environment", "environment"),
    getArguments: () => listed(grants.arguments?.slice() ?? null, "get-arguments", "arguments"),
    initialCwd: () => undefined,
  };
}

export function exit(): object {
  return {
    exit(status: { readonly tag: "ok" | "err" }) {
      throw new ExitSignal(status.tag === "ok" ? 0 : 1);
    },
    exitWithCode(code: number) {
      throw new ExitSignal(code);
    },
  };
}

/**
 * Standard streams are opened by every program that starts. One that isn't granted is closed, and reported when
 * somebody uses it.
 */
export function stdin(host: InstanceHost): object {
  const { grants, context } = host;
  const denied: ByteSource = {
    ready: () => true,
    read() {
      host.denied("wasi:cli/stdin", "get-stdin", { kind: "stdin" });
      return null;
    },
  };
  // All streams that an instance opens read on from the same place.
  const source = grants.stdin === null ? denied : grants.stdin === "live" ? liveInput(host) : bytesSource(grants.stdin);
  return { getStdin: () => new context.classes.InputStream(context, source) };
}

function liveInput({ context }: InstanceHost): ByteSource {
  const unreachable: ByteSource = {
    ready: () => true,
    read() {
      throw new StreamFailure(
        "what is typed can't reach this run: the page is not cross-origin isolated, and this browser suspends no calls",
      );
    },
  };
  return context.thread.input ?? unreachable;
}

export function stdout(host: InstanceHost): object {
  return { getStdout: () => openOutput(host, "stdout") };
}

export function stderr(host: InstanceHost): object {
  return { getStderr: () => openOutput(host, "stderr") };
}

function openOutput(host: InstanceHost, stream: StandardStream): object {
  const { grants, context, instance } = host;
  const refuse = (): never => {
    host.denied(`wasi:cli/${stream}`, `get-${stream}`, { kind: stream });
    return failWith(CLOSED);
  };
  const denied: ByteSink = { ready: () => true, capacity: refuse, write: refuse };
  const granted: ByteSink = {
    ready: () => true,
    capacity: () => Infinity,
    write: (bytes) => context.thread.write(instance, stream, bytes),
  };
  return new context.classes.OutputStream(context, grants[stream] ? granted : denied);
}

export function terminalStdin({ grants, context }: InstanceHost): object {
  const isTerminal = grants.terminal && grants.stdin === "live";
  return { getTerminalStdin: () => (isTerminal ? new context.classes.TerminalInput() : undefined) };
}

export function terminalStdout({ grants, context }: InstanceHost): object {
  const isTerminal = grants.terminal && grants.stdout;
  return { getTerminalStdout: () => (isTerminal ? new context.classes.TerminalOutput("stdout") : undefined) };
}

export function terminalStderr({ grants, context }: InstanceHost): object {
  const isTerminal = grants.terminal && grants.stderr;
  return { getTerminalStderr: () => (isTerminal ? new context.classes.TerminalOutput("stderr") : undefined) };
}
