// What an instance may do, decided by the caller of a run. Nothing is granted by default.
// A grant that is missing is told from an empty one: `arguments: []` is granted, `arguments: null` is not.

/** A folder of a file tree that an instance finds open when it starts. */
export interface Preopen {
  /** Where the instance finds it: `/data`. */
  readonly path: string;
  /** Which tree of the run; two instances may share one. */
  readonly tree: string;
  /** The folder inside the tree, or empty for all of it: `assets/images`. */
  readonly folder: string;
  readonly access: "read" | "read-write";
}

export interface Grants {
  readonly arguments: readonly string[] | null;
  /** Variables, name first. */
  readonly environment: readonly (readonly [name: string, value: string])[] | null;
  /** What the instance reads from its standard input; `live` for what is written while the run goes on. */
  readonly stdin: Uint8Array | "live" | null;
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** True where the output streams that are granted say that they are a terminal, and live input too. */
  readonly terminal: boolean;
  readonly preopens: readonly Preopen[];
  readonly clocks: boolean;
  readonly random: boolean;
  /**
   * Hosts that requests may be sent to: `https://api.example.com`, `localhost:8080` with either scheme,
   * `*.example.com` for all below it, `*` for all there are. Left out: none.
   */
  readonly http?: readonly string[];
  /** True where the instance may talk to others of the same run over sockets. Left out: false. */
  readonly sockets?: boolean;
}

export const NO_GRANTS: Grants = {
  arguments: null,
  environment: null,
  stdin: null,
  stdout: false,
  stderr: false,
  terminal: false,
  preopens: [],
  clocks: false,
  random: false,
};

/** What would have to be granted for a refused call to succeed. */
export type NeededGrant =
  | { readonly kind: "arguments" | "environment" | "stdin" | "stdout" | "stderr" | "clocks" | "random" | "sockets" }
  /** `https://api.example.com`, with its port where it isn't the scheme's own. */
  | { readonly kind: "http"; readonly host: string }
  /** `path` is that of the preopened folder; null where the instance has none at all. */
  | { readonly kind: "preopen"; readonly path: string | null; readonly access: Preopen["access"] };

/** A call that WASI answered without doing what was asked, because it isn't granted. */
export interface Denial {
  readonly instance: string;
  /** Without a version: `wasi:filesystem/types`. */
  readonly interface: string;
  /** As WIT writes it: `[method]descriptor.open-at`. */
  readonly function: string;
  readonly needs: NeededGrant;
}
