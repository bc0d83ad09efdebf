// The worker's side of a run: messages → session → replies, in the order in which they come.

import { CONTROL_WORD, CONTROL_WORDS, type ControlLayout, layoutOf, requestEnd } from "../control/control-buffer.ts";
import { OutputQueue } from "../output/output-queue.ts";
import { OutputRingWriter } from "../output/output-ring.ts";
import { checkState } from "../control/run-control.ts";
import { type LineEnd, readerOf } from "../http/frame-line.ts";
import { createPipe, PipeReader } from "../http/frame-pipe.ts";
import { fetchPort } from "../http/piped-content.ts";
import { pipedInput } from "../input/input-pipe.ts";
import type { RunAnswer, RunMessage, RunQuestion, RunReply } from "../run.protocol.ts";
import type { RunPlan } from "../prepare/run-plan.ts";
import type { RunPorts } from "./run-thread.ts";
import { RunSession } from "./session.ts";
import { Bell } from "../wait/bell.ts";

type Reply = (reply: RunReply) => void;

export class RunServer {
  readonly #reply: Reply;
  readonly #suspended = { words: new Int32Array(CONTROL_WORDS), bell: new Bell() };
  /** By text. */
  readonly #scripts = new Map<string, Promise<object>>();
  #session: RunSession | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(reply: Reply) {
    this.#reply = reply;
  }

  receive(message: RunMessage): void {
    if (message.kind === "end") {
      // Whoever is suspended finds out now, not in turn.
      requestEnd(this.#suspended.words, message.state);
      this.#suspended.bell.ring();
      return;
    }
    // What fails here is a bug: as an error of the worker it ends the run with a message.
    this.#last = this.#last.then(() => this.#handle(message)).catch(reportError);
  }

  async #handle(message: Exclude<RunMessage, { kind: "end" }>): Promise<void> {
    if (message.kind === "warm") {
      // What can't be evaluated fails again, and is told of, when it is wanted.
      await Promise.all(message.scripts.map((js) => this.#loadScript(js).catch(() => undefined)));
      return;
    }
    if (message.kind === "ask") {
      this.#reply({ kind: "answer", id: message.id, answer: await this.#answer(message.id, message.question) });
      return;
    }
    const { plan, components, control, input, waiting } = message;
    const ends: Ends = {
      shared: control && { control: layoutOf(control), input },
      suspended: waiting === "suspended" ? { ...this.#suspended, input } : null,
    };
    const loadScript = (js: string): Promise<object> => this.#loadScript(js);
    this.#session = new RunSession(plan, portsOf(plan, ends, this.#reply, loadScript));
    this.#reply({ kind: "started", end: await this.#session.start(components) });
  }

  /** The evaluated module of `js`: the one that was evaluated ahead, if it was. */
  #loadScript(js: string): Promise<object> {
    const script = this.#scripts.get(js) ?? importBlob(js);
    this.#scripts.set(js, script);
    return script;
  }

  #answer(id: number, question: RunQuestion): RunAnswer | Promise<RunAnswer> {
    const session = this.#session!;
    switch (question.kind) {
      case "call":
        return session.call(question.request);
      case "command":
        return session.command(question.instance);
      case "drop":
        return session.drop(question.handle);
      case "files":
        return session.files(question.tree);
      case "serve":
        return session.serve(question.request, (frame) => this.#reply({ kind: "served", id, frame }));
    }
  }
}

/** What a thread that blocks shares with the page. */
interface Shared {
  readonly control: ControlLayout;
  readonly input: LineEnd | null;
}

/** What a thread has whose calls are suspended. */
interface Suspended {
  readonly words: Int32Array;
  readonly bell: Bell;
  readonly input: LineEnd | null;
}

/** At most one of them is there. */
interface Ends {
  readonly shared: Shared | null;
  readonly suspended: Suspended | null;
}

function portsOf(
  plan: RunPlan,
  { shared, suspended }: Ends,
  reply: Reply,
  loadScript: RunPorts["loadScript"],
): RunPorts {
  if (shared) return { ...sharedPorts(plan, shared, reply), loadScript };
  return { ...(suspended ? suspendedPorts(suspended, reply) : asleepPorts(reply)), loadScript };
}

type IoPorts = Omit<RunPorts, "loadScript">;

function sharedPorts(plan: RunPlan, { control, input }: Shared, reply: Reply): IoPorts {
  const numbers = new Map(Array.from(plan.grants.keys(), (name, i) => [name, i]));
  const reader = {
    available: () => reply({ kind: "output-available", full: false }),
    full: () => reply({ kind: "output-available", full: true }),
  };
  const ring = new OutputRingWriter(control, reader, () => checkState(control.words));
  return {
    words: control.words,
    canWait: true,
    bell: null,
    write: (instance, stream, bytes) => ring.write(numbers.get(instance)!, stream, bytes),
    flush: () => {},
    emit: (event) => reply({ kind: "event", event, written: Atomics.load(control.words, CONTROL_WORD.outputWritten) }),
    input: input && pipedInput(input, null),
    fetch: (request) => {
      const pipe = createPipe();
      reply({ kind: "fetch", request, pipe });
      return fetchPort(new PipeReader(pipe));
    },
  };
}

function suspendedPorts({ words, bell, input }: Suspended, reply: Reply): IoPorts {
  return {
    words,
    canWait: true,
    bell,
    ...postedOutput(reply),
    input: input && pipedInput(input, bell),
    fetch: (request) => {
      const { port1, port2 } = new MessageChannel();
      reply({ kind: "fetch", request, pipe: port2 });
      return fetchPort(readerOf(port1, bell));
    },
  };
}

function asleepPorts(reply: Reply): IoPorts {
  const words = waitableWords();
  return {
    words: words ?? new Int32Array(CONTROL_WORDS),
    canWait: words !== null,
    bell: null,
    ...postedOutput(reply),
    input: null,
    fetch: null,
  };
}

function postedOutput(reply: Reply): Pick<RunPorts, "write" | "flush" | "emit"> {
  const queue = new OutputQueue(
    (chunks) => reply({ kind: "output", chunks }),
    () => performance.now(),
  );
  return {
    write: (instance, stream, bytes) => queue.write({ instance, stream, bytes: bytes.slice() }),
    flush: () => queue.flush(),
    emit: (event) => {
      queue.flush();
      reply({ kind: "event", event, written: 0 });
    },
  };
}

/** Words of this worker alone that it can wait on: a shared memory that is never posted. Null where there is none. */
function waitableWords(): Int32Array | null {
  try {
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const words = new Int32Array(buffer, 0, CONTROL_WORDS);
    Atomics.wait(words, CONTROL_WORD.wake, 0, 0);
    return words;
  } catch {
    return null;
  }
}

/** Evaluates `js` as a module without `eval`, which a page's policy may forbid. */
async function importBlob(js: string): Promise<object> {
  const url = URL.createObjectURL(new Blob([js], { type: "text/javascript" }));
  try {
    return (await import(/* @vite-ignore */ url)) as object;
  } finally {
    URL.revokeObjectURL(url);
  }
}
