// Plugs and a socket → the composition in which each plug's exports satisfy the socket's imports, by name and type.
// As WAC's `plug`: an exact name first, then a version of the same track; what fits nowhere is left out, and said.

import type { Diagnostic } from "../base/diagnostics.ts";
import type { Mismatch } from "../base/mismatch.ts";
import type { ComponentReference, Composition, Instance, Wire } from "../graph/composition.ts";
import { isHostInterface, isTypesOnly } from "../graph/diagnose.ts";
import { fitOf, interfaceOf, type NamedExtern, namesAgree } from "../graph/fit.ts";
import { freeName, instanceLabel } from "../graph/naming.ts";
import { parseInterfaceName, sameTrack } from "../wit/names.ts";
import type { Component } from "../wit/read.ts";
import type { Extern } from "../wit/types.ts";

/** A component that takes part. */
export interface Plug extends ComponentReference {
  readonly component: Component;
}

export type PlugFinding = Diagnostic<"nothing-to-plug" | "import-not-plugged" | "plugged-twice" | "plug-unused">;

export interface Plugged {
  /** The socket, the plugs that it uses, and all exports of the socket. */
  readonly composition: Composition;
  /** Errors and warnings, in the order of the socket's imports, then of the plugs. */
  readonly findings: readonly PlugFinding[];
}

export interface PlugOptions {
  /** True to plug the imports of plugs as well. */
  readonly transitive: boolean;
}

/** `socket` with everything of `plugs` that fits plugged in. */
export function plug(socket: Plug, plugs: readonly Plug[], { transitive }: PlugOptions): Plugged {
  const plugging = new Plugging(plugs, socket);
  plugging.fill(socket);
  if (transitive) for (const used of plugging.used) plugging.fill(used);
  return { composition: plugging.composition(), findings: plugging.findings() };
}

class Plugging {
  readonly #plugs: readonly Plug[];
  readonly #socket: Plug;
  readonly #wires: Wire[] = [];
  readonly #findings: PlugFinding[] = [];
  readonly #names = new Map<Plug, string>();
  /** In the order of first use; it grows while plugs are filled. */
  readonly used: Plug[] = [];

  constructor(plugs: readonly Plug[], socket: Plug) {
    this.#plugs = plugs;
    this.#socket = socket;
    for (const part of [socket, ...plugs]) {
      this.#names.set(part, freeName(instanceLabel(part.key), this.#names.values()));
    }
  }

  /** Wires every import of `consumer` that a plug's export fits. */
  fill(consumer: Plug): void {
    for (const [name, extern] of consumer.component.type.imports) {
      const needed = { name, extern };
      const offers = this.#plugs.flatMap((provider) => {
        if (this.#needs(provider, consumer)) return [];
        const offer = offerOf(provider, needed);
        return offer && fitOf(offer, needed).kind !== "unfit" ? [{ provider, offer }] : [];
      });
      const [first, second] = offers;
      if (second)
        this.#findings.push({ kind: "plugged-twice", import: name, plugs: offers.map((o) => o.provider.key) });
      if (first) this.#connect(consumer, name, first.provider, first.offer.name);
      else if (consumer === this.#socket) this.#explain(needed);
    }
  }

  #connect(consumer: Plug, imported: string, provider: Plug, exported: string): void {
    this.#wires.push({
      consumer: this.#nameOf(consumer),
      import: imported,
      provider: this.#nameOf(provider),
      export: exported,
    });
    if (!this.used.includes(provider)) this.used.push(provider);
  }

  #nameOf(part: Plug): string {
    return this.#names.get(part)!;
  }

  /** True where `part` is `other`, or takes something from it, at first or at second hand. */
  #needs(part: Plug, other: Plug): boolean {
    const reached = new Set([this.#nameOf(part)]);
    for (const name of reached) {
      for (const { consumer, provider } of this.#wires) if (consumer === name) reached.add(provider);
    }
    return reached.has(this.#nameOf(other));
  }

  /** Says which export came nearest to an import that stays open, if one has its name. */
  #explain(needed: NamedExtern): void {
    if (isTypesOnly(needed.extern)) return;
    const nearest = nearestOffer(this.#plugs, needed);
    if (nearest) this.#findings.push({ kind: "import-not-plugged", import: needed.name, ...nearest });
  }

  findings(): readonly PlugFinding[] {
    if (this.#wires.length === 0)
      return [{ kind: "nothing-to-plug", socket: this.#socket.key }, ...this.#openImports()];
    const unused = this.#plugs.filter((part) => !this.used.includes(part));
    return [...this.#findings, ...unused.map(({ key }): PlugFinding => ({ kind: "plug-unused", plug: key }))];
  }

  /** Every import of the socket that wants a provider, with what came nearest, where nothing at all could be plugged. */
  #openImports(): readonly PlugFinding[] {
    const all = [...this.#socket.component.type.imports];
    const wanting = all.filter(([name, extern]) => !isHostInterface(name) && !isTypesOnly(extern));
    return (wanting.length > 0 ? wanting : all).map(([name, extern]): PlugFinding => {
      const nearest = nearestOffer(this.#plugs, { name, extern });
      return { kind: "import-not-plugged", import: name, ...(nearest ?? NO_OFFER) };
    });
  }

  composition(): Composition {
    const parts = [...this.used.toReversed(), this.#socket];
    const socket = this.#nameOf(this.#socket);
    return {
      packageName: this.#socket.key,
      components: new Map(parts.map(({ key, sha256 }) => [key, { key, sha256 }])),
      instances: parts.map((part): Instance => ({ name: this.#nameOf(part), component: part.key })),
      wires: this.#wires,
      worldImports: [],
      exports: [...this.#socket.component.type.exports.keys()].map((name) => ({
        name,
        instance: socket,
        export: name,
      })),
    };
  }
}

/** The export of `provider` that goes by the name of `needed`, or by that of a compatible version. */
function offerOf({ component }: Plug, needed: NamedExtern): NamedExtern | null {
  const wanted = interfaceOf(needed);
  const exact = component.type.exports.get(needed.name) ?? component.type.exports.get(wanted);
  if (exact) return { name: component.type.exports.has(needed.name) ? needed.name : wanted, extern: exact };
  for (const [name, extern] of component.type.exports) if (sameTrack(name, wanted)) return { name, extern };
  return null;
}

interface NearestOffer {
  readonly offer: { readonly plug: string; readonly export: string } | null;
  /** Why it doesn't fit; null where it would, but goes by another name. */
  readonly mismatch: Mismatch | null;
}

const NO_OFFER: NearestOffer = { offer: null, mismatch: null };

/**
 * An export of the same name that doesn't fit, else one of the same shape under another name; for an import whose name
 * says nothing of its interface, else one that has members of the same names.
 */
function nearestOffer(plugs: readonly Plug[], needed: NamedExtern): NearestOffer | null {
  let alike: NearestOffer | null = null;
  let related: NearestOffer | null = null;
  const isPlain = parseInterfaceName(interfaceOf(needed)) === null;
  for (const { key, component } of plugs) {
    for (const [name, extern] of component.type.exports) {
      if (extern.kind !== needed.extern.kind) continue;
      const [offered, offer] = [
        { name, extern },
        { plug: key, export: name },
      ];
      const fit = fitOf(offered, needed);
      if (namesAgree(offered, needed)) return { offer, mismatch: fit.kind === "unfit" ? fit.mismatch : null };
      if (fit.kind !== "unfit" && !isTypesOnly(extern)) alike ??= { offer, mismatch: null };
      if (fit.kind === "unfit" && isPlain && shareMembers(extern, needed.extern)) {
        related ??= { offer, mismatch: fit.mismatch };
      }
    }
  }
  return alike ?? related;
}

function shareMembers(a: Extern, b: Extern): boolean {
  if (a.kind !== "instance" || b.kind !== "instance") return false;
  return [...b.type.exports].some(([name, item]) => item.kind === "function" && a.type.exports.has(name));
}
