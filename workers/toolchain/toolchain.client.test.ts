import { describe, expect, it } from "vitest";
import { fail, ok } from "../../core/base/result.ts";
import type { Artifact } from "./artifact.ts";
import { artifactKey } from "./artifact-cache.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import { hasMultiMemory } from "./multi-memory.ts";
import { Toolchain, type ToolProgress } from "./toolchain.client.ts";
import type { ToolAnswer, ToolQuestion } from "./toolchain.protocol.ts";

const ARTIFACT: Artifact = { js: "made", modules: [], imports: [] };
const SOURCE = { name: "a:b", sha256: "00ff", bytes: new Uint8Array([1]) };
const KEY = artifactKey(SOURCE.sha256, { multiMemory: hasMultiMemory(), suspending: null });

type Answering = (question: ToolQuestion, answer: (answer: ToolAnswer) => void) => void;

/** Workers that answer as they are told; knows how many were started and ended, and what was asked. */
class Workers {
  started = 0;
  ended = 0;
  readonly asked: ToolQuestion[] = [];
  readonly #answering: Answering;

  constructor(answering: Answering) {
    this.#answering = answering;
  }

  readonly spawn = (): Worker => {
    this.started += 1;
    let isAlive = true;
    const target = new EventTarget();
    const postMessage = (question: ToolQuestion): void => {
      this.asked.push(question);
      this.#answering(question, (data) => {
        if (isAlive) target.dispatchEvent(new MessageEvent("message", { data }));
      });
    };
    const terminate = (): void => {
      isAlive = false;
      this.ended += 1;
    };
    return Object.assign(target, { postMessage, terminate }) as unknown as Worker;
  };
}

class MemoryStore implements ArtifactStore {
  readonly kept = new Map<string, Artifact>();

  get(key: string): Promise<Artifact | null> {
    return Promise.resolve(this.kept.get(key) ?? null);
  }

  put(key: string, artifact: Artifact): Promise<void> {
    this.kept.set(key, artifact);
    return Promise.resolve();
  }
}

const making: Answering = (_, reply) => void setTimeout(() => reply(ok({ ...ARTIFACT })), 1);

describe("the toolchain", () => {
  it("transpiles a component once, and gives the same artifact each time", async () => {
    const workers = new Workers(making);
    const store = new MemoryStore();
    const tools = new Toolchain({ spawn: workers.spawn, store });
    const [first, second] = await Promise.all([tools.transpile(SOURCE), tools.transpile(SOURCE)]);
    const third = await tools.transpile({ ...SOURCE, name: "other:name" });
    expect(first).toEqual(ok(ARTIFACT));
    expect(second).toEqual(first);
    expect([first, second, third].map((result) => result.ok && result.value)).toSatisfy(
      ([a, b, c]: unknown[]) => a === b && b === c,
    );
    expect(workers.asked.map(({ kind }) => kind)).toEqual(["transpile"]);
    expect([...store.kept.keys()]).toEqual([KEY]);
  });

  it("asks nobody for what the store has", async () => {
    const workers = new Workers(making);
    const store = new MemoryStore();
    store.kept.set(KEY, ARTIFACT);
    const tools = new Toolchain({ spawn: workers.spawn, store });
    expect(await tools.transpile(SOURCE)).toEqual(ok(ARTIFACT));
    expect(workers.started).toBe(0);
  });

  it("asks one thing at a time", async () => {
    let open = 0;
    const workers = new Workers((question, reply) => {
      open += 1;
      expect(open).toBe(1);
      setTimeout(() => {
        open -= 1;
        reply(ok(question.kind === "parse-wat" ? new Uint8Array() : null));
      }, 1);
    });
    const tools = new Toolchain({ spawn: workers.spawn, store: new MemoryStore() });
    await Promise.all([tools.parseWat("1"), tools.validate(SOURCE), tools.parseWat("2")]);
    expect(workers.asked.map((asked) => asked.kind)).toEqual(["parse-wat", "validate", "parse-wat"]);
  });

  it("starts anew after a crash, and says so", async () => {
    const workers = new Workers((_, reply) => reply(fail({ kind: "tool-crashed", message: "unreachable" })));
    const tools = new Toolchain({ spawn: workers.spawn, store: new MemoryStore() });
    expect(await tools.parseWat("")).toMatchObject({ ok: false, error: { kind: "tool-crashed" } });
    await tools.parseWat("");
    expect([workers.started, workers.ended]).toEqual([2, 2]);
  });

  it("goes on with the same worker after a refusal", async () => {
    const workers = new Workers((_, reply) => reply(fail({ kind: "refused", message: "no" })));
    const tools = new Toolchain({ spawn: workers.spawn, store: new MemoryStore() });
    await tools.parseWat("");
    await tools.parseWat("");
    expect([workers.started, workers.ended]).toEqual([1, 0]);
  });

  it("gives up what is cancelled, whether it has begun or not", async () => {
    const workers = new Workers((question, reply) => {
      if (question.kind === "parse-wat" && question.text === "quick") reply(ok(new Uint8Array()));
    });
    const tools = new Toolchain({ spawn: workers.spawn, store: new MemoryStore() });
    const cancel = new AbortController();
    const begun = tools.transpile(SOURCE, cancel.signal);
    const waiting = tools.parseWat("", cancel.signal);
    const other = tools.parseWat("quick");
    await Promise.resolve();
    cancel.abort();
    expect(await begun).toEqual(fail({ kind: "cancelled" }));
    expect(await waiting).toEqual(fail({ kind: "cancelled" }));
    expect(await other).toMatchObject({ ok: true });
    expect(workers.ended).toBeLessThanOrEqual(1);
  });

  it("tells of what takes long, and of its end", async () => {
    const told: (ToolProgress | null)[] = [];
    const workers = new Workers((_, reply) => void setTimeout(() => reply(ok(ARTIFACT)), 350));
    const onProgress = (progress: ToolProgress | null): void => void told.push(progress);
    const tools = new Toolchain({ spawn: workers.spawn, store: new MemoryStore(), onProgress });
    await tools.transpile(SOURCE);
    expect(told).toEqual([{ stage: "transpile", component: "a:b" }, null]);
  });
});
