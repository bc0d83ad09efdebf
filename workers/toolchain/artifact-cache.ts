// Artifacts by what they were made from: in memory, and behind it in a store that outlives the page.

import type { Artifact } from "./artifact.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import { JCO_TRANSPILE_VERSION } from "./tools.ts";
import type { TranspileOptions } from "./transpile.ts";

/** Changes when `transpile` makes something else of the same bytes. */
const RECIPE = 2;

/** What the keys of this version start with. */
export const ARTIFACT_KEY_PREFIX = `${JCO_TRANSPILE_VERSION}.${RECIPE}.`;

/** @param sha256 of the component's bytes, in hexadecimal */
export function artifactKey(sha256: string, { multiMemory, suspending }: TranspileOptions): string {
  const waiting = suspending ? `.suspended(${suspending.wired.toSorted().join()})` : "";
  return `${ARTIFACT_KEY_PREFIX}${multiMemory ? "mm" : "sm"}${waiting}.${sha256}`;
}

export class ArtifactCache {
  readonly #store: ArtifactStore;
  readonly #memory = new Map<string, Artifact>();

  constructor(store: ArtifactStore) {
    this.#store = store;
  }

  /** The same object each time while the page is open, so that compiled modules can hang on it. */
  async get(key: string): Promise<Artifact | null> {
    const known = this.#memory.get(key);
    if (known) return known;
    const stored = await this.#store.get(key);
    return stored && this.#remember(key, stored);
  }

  put(key: string, artifact: Artifact): Artifact {
    void this.#store.put(key, artifact);
    return this.#remember(key, artifact);
  }

  #remember(key: string, artifact: Artifact): Artifact {
    const known = this.#memory.get(key) ?? artifact;
    this.#memory.set(key, known);
    return known;
  }
}
