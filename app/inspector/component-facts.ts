// What is known of a component, as the inspector lists it: identity, producers, sizes of its parts.

import { formatSize } from "../../components/primitives/format-size.ts";
import type { KeyValue } from "../../components/primitives/KeyValueList.tsx";
import type { Producer } from "../../components/inspector/ProducersTable.tsx";
import type { SizePart } from "../../components/inspector/SizeTree.tsx";
import type { Part } from "../../core/binary/parts.ts";
import type { Composition, Instance } from "../../core/graph/composition.ts";
import type { Component } from "../../core/wit/read.ts";
import { languageOf } from "../canvas/languages.ts";

const METADATA_LABELS: Readonly<Record<string, string>> = {
  description: "Description",
  authors: "Authors",
  licenses: "Licences",
  source: "Source",
  homepage: "Homepage",
  revision: "Revision",
};

export function identityOf(instance: Instance, component: Component, composition: Composition): KeyValue[] {
  const sha256 = composition.components.get(instance.component)?.sha256 ?? "";
  const language = languageOf(component.producers);
  const metadata = Object.entries(METADATA_LABELS).flatMap(([key, label]): KeyValue[] => {
    const value = component.root.metadata.get(key);
    return value === undefined ? [] : [{ label, value }];
  });
  return [
    { label: "Component", value: instance.component, mono: true },
    { label: "Language", value: language?.name ?? "not told" },
    { label: "Size", value: formatSize(component.byteLength) },
    ...metadata,
    { label: "SHA-256", value: `${sha256.slice(0, 8)}…${sha256.slice(-4)}`, mono: true },
    ...component.notices.map(({ construct, byteOffset }): KeyValue => ({
      label: "Not known",
      value: `${construct} at byte ${byteOffset}: this version of Witloom reads past it`,
    })),
  ];
}

export function producersOf({ producers }: Component): Producer[] {
  return [...producers].flatMap(([field, values]) =>
    Array.from(values, ([name, version]): Producer => ({ field, name, version })),
  );
}

/** The part tree; names are made unique among siblings. */
export function sizesOf({ root }: Component): SizePart {
  return sizePart(root, root.name ?? "component");
}

function sizePart(part: Part, name: string): SizePart {
  const taken = new Map<string, number>();
  const unique = (wanted: string): string => {
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    return count === 1 ? wanted : `${wanted} (${count})`;
  };
  const nested = part.parts.map((inner, i) => sizePart(inner, unique(inner.name ?? `${inner.kind} ${i}`)));
  const custom = part.customSections.map((section): SizePart => ({
    name: unique(section.name),
    kind: "custom section",
    bytes: section.byteLength,
    parts: [],
  }));
  return {
    name,
    kind: part.kind === "module" ? "core module" : "component",
    bytes: part.range.end - part.range.start,
    parts: [...nested, ...custom].toSorted((a, b) => b.bytes - a.bytes),
  };
}
