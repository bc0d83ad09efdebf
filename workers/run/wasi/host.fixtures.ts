// A WASI host for tests: its clock stands still but for waiting, and everything it is told is kept.

import { expect } from "vitest";
import { createContext } from "./classes.ts";
import type { Descriptor, DescriptorFlags, PathFlags } from "./filesystem/descriptor.ts";
import { DEFAULT_QUOTA, type FileTree, type TreeQuota } from "./filesystem/file-tree.ts";
import type { OpenFlags } from "./filesystem/path-operations.ts";
import { type TreeEntry, treeOf } from "./filesystem/snapshot.ts";
import { type Denial, type Grants, NO_GRANTS, type Preopen } from "./grants.ts";
import type { HostContext, HostThread, StandardStream } from "./host-context.ts";
import { createInstanceHost, type InstanceHost } from "./instance-host.ts";
import { createInterface } from "./interfaces.ts";
import type { WasiInterfaceName } from "./interface-names.ts";
import type { FetchFrame, FetchPort, FetchRequest } from "./http/fetch-port.ts";
import type { ByteSource } from "./io/byte-streams.ts";
import type { ReadySource } from "./io/pollable.ts";
import { WasiError } from "./wasi-error.ts";
import type { Waited } from "../wait/waited.ts";

class TestThread implements HostThread {
  readonly denials: Denial[] = [];
  readonly output = { stdout: "", stderr: "" };
  input: ByteSource | null = null;
  canFetch = true;
  /** What was sent, and what comes of it. */
  readonly requests: FetchRequest[] = [];
  readonly frames: FetchFrame[] = [];
  cancelled = 0;
  clockMs = 1000;
  wall = 1_700_000_000_123_000_000n;

  /** Where calls are suspended instead of blocked, as in a page that isn't isolated. */
  suspends = false;

  wait<T>(sources: readonly ReadySource[], then: () => Waited<T>): Waited<T> {
    return this.suspends ? this.#suspend(sources, then) : this.#block(sources, then);
  }

  #block<T>(sources: readonly ReadySource[], then: () => Waited<T>): Waited<T> {
    if (sources.some((source) => source.ready())) return then();
    const deadlineMs = Math.min(...sources.map((source) => source.deadlineMs ?? Infinity));
    if (deadlineMs === Infinity) expect.fail("waits for something that never comes");
    this.clockMs = deadlineMs;
    return then();
  }

  async #suspend<T>(sources: readonly ReadySource[], then: () => Waited<T>): Promise<T> {
    await Promise.resolve();
    return this.#block(sources, then);
  }

  nowMs(): number {
    return this.clockMs;
  }

  readMs(): number {
    return this.clockMs;
  }

  readWallNs(): bigint {
    return this.wall;
  }

  randomBytes(length: number): Uint8Array {
    return new Uint8Array(length).fill(7);
  }

  write(_instance: string, stream: StandardStream, bytes: Uint8Array): void {
    this.output[stream] += new TextDecoder().decode(bytes);
  }

  denied(denial: Denial): void {
    this.denials.push(denial);
  }

  fetch(request: FetchRequest): FetchPort {
    this.requests.push(request);
    return {
      ready: () => this.frames.length > 0,
      next: () => this.frames.shift() ?? null,
      cancel: () => void (this.cancelled += 1),
    };
  }
}

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** One instance's host. */
export class TestHost {
  readonly thread = new TestThread();
  readonly context: HostContext = createContext(this.thread);
  readonly host: InstanceHost;
  readonly #interfaces = new Map<string, Functions>();

  constructor(grants: Partial<Grants> = {}, trees: ReadonlyMap<string, FileTree> = new Map()) {
    this.host = createInstanceHost("guest", { ...NO_GRANTS, ...grants }, this.context, trees);
  }

  /** Calls a function by its JavaScript name, of the same interface object each time. */
  call(name: WasiInterfaceName, functionName: string, ...args: unknown[]): unknown {
    const functions = this.#interfaces.get(name) ?? (createInterface(name, this.host) as Functions);
    this.#interfaces.set(name, functions);
    return functions[functionName]?.(...args);
  }
}

/** What `run` throws as the err of a result. */
export function errOf(run: () => unknown): unknown {
  try {
    return expect.fail(`returned ${String(run())}`);
  } catch (thrown) {
    if (thrown instanceof WasiError) return thrown.payload;
    throw thrown;
  }
}

export const bytes = (of: string): Uint8Array => new TextEncoder().encode(of);

/** What was read without being suspended, as text. */
export function text(read: Waited<Uint8Array>): string {
  return read instanceof Promise ? expect.fail("a promise") : new TextDecoder().decode(read);
}

export interface Folder extends TestHost {
  readonly tree: FileTree;
  readonly root: Descriptor;
}

/** A host whose instance has one folder with `files`, text by path; a path that ends in a slash is a directory. */
export function folder(
  files: Readonly<Record<string, string>> = {},
  { access = "read-write", quota = DEFAULT_QUOTA }: { access?: Preopen["access"]; quota?: TreeQuota } = {},
): Folder {
  const entries = Object.entries(files).map(([path, content]): TreeEntry => {
    return path.endsWith("/")
      ? { kind: "directory", path }
      : { kind: "file", path, bytes: bytes(content), modifiedMs: 5000 };
  });
  const tree = treeOf(entries, quota, () => 1_700_000_000_123_000_000n);
  if (!tree.ok) return expect.fail(JSON.stringify(tree.error));
  const preopens: Preopen[] = [{ path: "/", tree: "files", folder: "", access }];
  const host = new TestHost({ preopens }, new Map([["files", tree.value]]));
  const [[root]] = host.call("wasi:filesystem/preopens", "getDirectories") as [[Descriptor, string]];
  return Object.assign(host, { tree: tree.value, root });
}

const FOLLOW: PathFlags = { symlinkFollow: true };

/** Opens as `open` of POSIX does by default. */
export function openAt(at: Descriptor, path: string, flags: OpenFlags & DescriptorFlags = { read: true }): Descriptor {
  const { create, directory, exclusive, truncate, ...rights } = flags;
  const open = Object.fromEntries(Object.entries({ create, directory, exclusive, truncate }).filter(([, on]) => on));
  return at.openAt(FOLLOW, path, open, rights);
}

/** The whole file as text. */
export function contentAt(at: Descriptor, path: string): string {
  return text(openAt(at, path).read(1_000_000n, 0n)[0]);
}
