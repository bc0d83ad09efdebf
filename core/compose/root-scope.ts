// The root of a composed component as a list of byte chunks: embedded components by reference, all else written here.
// Items of one kind that follow each other share a section. Spec: Binary.md, "Component Definitions".

import { encodeCustomSection, encodeSection, encodeSectionHeader, type EncodableItem } from "../binary/encode.ts";
import { COMPONENT_PREAMBLE, SECTION } from "../binary/opcodes.ts";
import type { ExternDescRecord, ExternName, InstanceRecord } from "../binary/records.ts";
import { type AnyType, childrenOf, type Extern, peel } from "../wit/types.ts";
import { type ScopeItem, TypeScope, type TypeScopeContext } from "./type-scope.ts";

export class RootScope extends TypeScope {
  readonly #chunks: Uint8Array[] = [Uint8Array.from(COMPONENT_PREAMBLE)];
  #section: EncodableItem[] = [];

  constructor(context: TypeScopeContext) {
    super(context, null);
  }

  protected override write(item: ScopeItem): void {
    switch (item.kind) {
      case "type":
        return this.#add({ kind: "type", item: item.type });
      case "core-type":
        return this.#add({ kind: "core-type", item: item.type });
      case "alias":
        return this.#add({ kind: "alias", item: item.alias });
      case "import":
        return this.#add({ kind: "import", item: { name: item.name, desc: item.desc } });
      case "export":
        throw new Error("Bug: the root exports by exportItem");
    }
  }

  #add(item: EncodableItem): void {
    if (this.#section.length > 0 && this.#section[0]!.kind !== item.kind) this.#endSection();
    this.#section.push(item);
  }

  #endSection(): void {
    if (this.#section.length > 0) this.#chunks.push(encodeSection(this.#section));
    this.#section = [];
  }

  /** Embeds a component; `bytes` are borrowed, the chunk list refers to them. */
  embedComponent(bytes: Uint8Array): number {
    this.#endSection();
    this.#chunks.push(encodeSectionHeader(SECTION.component, bytes.length), bytes);
    return this.counts.component++;
  }

  instantiate(component: number, args: Extract<InstanceRecord, { kind: "instantiate" }>["arguments"]): number {
    this.#add({ kind: "instance", item: { kind: "instantiate", component, arguments: args } });
    return this.counts.instance++;
  }

  /** Types exported under a name of the root itself; what is exported after them must mention them by that name. */
  readonly #exportedTypes = new Set<AnyType>();

  exportItem(name: ExternName, extern: Extern, index: number): void {
    const sort = extern.kind;
    const ascribed = this.#mentionsExportedTypes(extern.type) ? this.#ascription(extern) : null;
    this.#add({ kind: "export", item: { name, sort, index, ascribed } });
    const exportedIndex = this.counts[sort]++;
    if (extern.kind !== "type") return;
    this.#exportedTypes.add(this.representative(extern.type));
    this.rename(extern.type, exportedIndex);
  }

  /** True where a type inside `type` has a name of the root; an instance brings the names of its types along. */
  #mentionsExportedTypes(type: AnyType): boolean {
    if (this.#exportedTypes.size === 0 || type.kind === "instance" || type.kind === "component") return false;
    return childrenOf(type).some(
      (child) => this.#exportedTypes.has(this.representative(child)) || this.#mentionsExportedTypes(child),
    );
  }

  #ascription(extern: Extern): ExternDescRecord | null {
    if (extern.kind !== "type") return this.describe(extern);
    const type = peel(extern.type);
    return type.kind === "resource" ? null : { sort: "type", type: this.define(type) };
  }

  customSection(name: string, payload: Uint8Array): void {
    this.#endSection();
    this.#chunks.push(encodeCustomSection(name, payload));
  }

  finish(): readonly Uint8Array[] {
    this.#endSection();
    return this.#chunks;
  }
}
