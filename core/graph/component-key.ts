// The name that a component goes by in compositions, from what the file says of itself or from the file's name.

import { freeName, parseComponentKey, toLabel } from "./naming.ts";
import { parseVersion } from "../wit/names.ts";
import type { Component } from "../wit/read.ts";

const LOCAL_NAMESPACE = "local";
/** `filter-1.2.0.wasm`, `filter@1.2.0.wasm`, `filter_v1.2.0.wasm` */
const VERSION_IN_FILE_NAME = /^(.*?)[-_@]v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;

/** A key for `component` that isn't among `taken`. */
export function suggestKey(component: Component, fileName: string, taken: readonly string[]): string {
  const stem = fileName.replace(/^.*[/\\]/, "").replace(/\.(wasm|wat)$/i, "");
  const inFileName = VERSION_IN_FILE_NAME.exec(stem);
  const own = component.root.name === null ? null : parseComponentKey(component.root.name);
  const name = own ? `${own.namespace}:${own.name}` : `${LOCAL_NAMESPACE}:${toLabel(inFileName?.[1] ?? stem)}`;
  const version = own?.version ?? validVersion(component.root.metadata.get("version")) ?? inFileName?.[2] ?? null;
  const wanted = version === null ? name : `${name}@${version}`;
  if (!taken.includes(wanted)) return wanted;
  const suffix = version === null ? "" : `@${version}`;
  const names = taken.filter((key) => key.endsWith(suffix)).map((key) => key.slice(0, key.length - suffix.length));
  return freeKeyName(name, names) + suffix;
}

function freeKeyName(name: string, taken: readonly string[]): string {
  const colon = name.lastIndexOf(":");
  const [namespace, label] = [name.slice(0, colon), name.slice(colon + 1)];
  const labels = taken.filter((key) => key.startsWith(`${namespace}:`)).map((key) => key.slice(namespace.length + 1));
  return `${namespace}:${freeName(label, labels)}`;
}

function validVersion(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return parseVersion(trimmed) ? trimmed : null;
}
