// Where artifacts outlive a page. Losing them costs time and nothing else, so a store that fails is an empty one.

import { createStore, del, delMany, entries, get, keys, set, type UseStore } from "idb-keyval";
import type { Artifact } from "./artifact.ts";

export interface ArtifactStore {
  get(key: string): Promise<Artifact | null>;
  put(key: string, artifact: Artifact): Promise<void>;
}

/** Keeps nothing. */
export const NO_STORE: ArtifactStore = {
  get: () => Promise.resolve(null),
  put: () => Promise.resolve(),
};

/** Bytes that the browser's database holds at most; what wasn't used longest goes first. */
const MAX_BYTES = 256 * 1024 * 1024;

interface Use {
  readonly bytes: number;
  readonly lastMs: number;
}

/** Artifacts in IndexedDB. Those whose keys don't start with `prefix` are removed: they are of another version. */
export function createIndexedDbStore(prefix: string): ArtifactStore {
  const artifacts = createStore("witloom-artifacts", "artifacts");
  const uses = createStore("witloom-artifact-uses", "uses");
  const cleaned = removeOthers(prefix, artifacts, uses).catch(() => {});
  return {
    async get(key) {
      try {
        const artifact = await get<Artifact>(key, artifacts);
        if (artifact) await set(key, useOf(artifact), uses);
        return artifact ?? null;
      } catch {
        return null;
      }
    },
    async put(key, artifact) {
      try {
        await cleaned;
        await set(key, artifact, artifacts);
        await set(key, useOf(artifact), uses);
        await removeOldest(artifacts, uses);
      } catch {
        // Full, or forbidden in a private window.
      }
    },
  };
}

function useOf({ js, modules }: Artifact): Use {
  const bytes = modules.reduce((sum, module) => sum + module.bytes.length, js.length);
  return { bytes, lastMs: Date.now() };
}

async function removeOthers(prefix: string, artifacts: UseStore, uses: UseStore): Promise<void> {
  const others = (await keys<string>(artifacts)).filter((key) => !key.startsWith(prefix));
  await delMany(others, artifacts);
  await delMany(others, uses);
}

async function removeOldest(artifacts: UseStore, uses: UseStore): Promise<void> {
  const known = await entries<string, Use>(uses);
  let excess = known.reduce((sum, [, { bytes }]) => sum + bytes, 0) - MAX_BYTES;
  for (const [key, { bytes }] of known.toSorted(([, a], [, b]) => a.lastMs - b.lastMs)) {
    if (excess <= 0) return;
    excess -= bytes;
    await del(key, artifacts);
    await del(key, uses);
  }
}
