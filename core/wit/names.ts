// The grammar of import and export names, and semver as the component model uses it.
// Spec: Explainer.md, "Import and Export Definitions"; Binary.md, "Name" rules.

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Without its `-`; empty for a release. */
  readonly preRelease: string;
}

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** `text` as a full semantic version, or null. @see semver.org 2.0.0 */
export function parseVersion(text: string): Version | null {
  const match = SEMVER.exec(text);
  if (!match) return null;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]), preRelease: match[4] ?? "" };
}

/** Negative, zero or positive as `a` comes before, with or after `b`. Build metadata has no order. */
export function compareVersions(a: Version, b: Version): number {
  const byNumbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  if (byNumbers !== 0 || a.preRelease === b.preRelease) return byNumbers;
  if (a.preRelease === "") return 1;
  if (b.preRelease === "") return -1;
  return comparePreReleases(a.preRelease.split("."), b.preRelease.split("."));
}

function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i];
    const y = b[i];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    const xIsNumber = /^\d+$/.test(x);
    const yIsNumber = /^\d+$/.test(y);
    if (xIsNumber !== yIsNumber) return xIsNumber ? -1 : 1;
    const order = xIsNumber ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}

/** An interface name in its parts: `wasi:http/types@0.2.3`. */
export interface InterfaceName {
  /** `wasi` */
  readonly namespace: string;
  /** `http`; nested namespaces and packages keep their separators. */
  readonly packageName: string;
  /** `types` */
  readonly interfaceName: string;
  /** `0.2.3`, or null. */
  readonly version: string | null;
}

const INTERFACE_NAME = /^([^:/@]+):((?:[^/@]+\/)*[^/@]+)\/([^/@]+)(?:@(.+))?$/;

/** The parts of `name`, or null if it is a plain label. */
export function parseInterfaceName(name: string): InterfaceName | null {
  const match = INTERFACE_NAME.exec(name);
  if (!match) return null;
  return { namespace: match[1]!, packageName: match[2]!, interfaceName: match[3]!, version: match[4] ?? null };
}

/** `ns:pkg@version` of an interface name. */
export function packageOf(name: InterfaceName): string {
  return `${name.namespace}:${name.packageName}${name.version === null ? "" : `@${name.version}`}`;
}

/** `name` with the rest of its version, where a canonical name leaves it to an annotation: `a:b/c@0.2` and `.3`. */
export function fullName(name: string, annotations: { readonly versionSuffix?: string } | undefined): string {
  return annotations?.versionSuffix === undefined || !name.includes("@") ? name : name + annotations.versionSuffix;
}

/** `name` without its version. */
export function unversioned(name: string): string {
  const at = name.indexOf("@");
  return at < 0 ? name : name.slice(0, at);
}

/** The version that stands in `name`, or null. */
export function versionOf(name: string): Version | null {
  const at = name.indexOf("@");
  return at < 0 ? null : parseVersion(name.slice(at + 1));
}

const CANONICAL_VERSION = /@(?:[1-9]\d*|0\.[1-9]\d*)$/;

/**
 * The compatibility track of an interface name: `a:b/c@1` for 1.x, `a:b/c@0.2` for 0.2.x.
 * Null for unversioned names, pre-releases and 0.0.x, which are compatible with nothing but themselves.
 * A name in its canonical form, `a:b/c@0.2`, is its own track.
 */
export function semverTrack(name: string): string | null {
  if (CANONICAL_VERSION.test(name)) return name;
  const version = versionOf(name);
  if (!version || version.preRelease !== "") return null;
  if (version.major > 0) return `${unversioned(name)}@${version.major}`;
  return version.minor > 0 ? `${unversioned(name)}@0.${version.minor}` : null;
}

/** True when the names are equal or differ only in versions of one track. */
export function sameTrack(a: string, b: string): boolean {
  if (a === b) return true;
  const track = semverTrack(a);
  return track !== null && track === semverTrack(b);
}

/** How a plain name that belongs to a resource or an accessor is made up: `[method]order.confirm`. */
export interface PlainName {
  readonly role: "plain" | "constructor" | "method" | "static";
  /** The resource that a constructor, method or static belongs to. */
  readonly resource: string | null;
  readonly accessor: "get" | "set" | null;
  /** The item's own label; the resource's for a constructor. */
  readonly label: string;
}

const PLAIN_NAME =
  /^(?:\[(constructor|method|static|async method|async static)\])?(?:\[async\])?(?:\[(get|set)\])?(.*)$/;

export function parsePlainName(name: string): PlainName {
  const match = PLAIN_NAME.exec(name);
  const annotation = match?.[1]?.replace("async ", "");
  const accessor = (match?.[2] ?? null) as PlainName["accessor"];
  const rest = match?.[3] ?? name;
  if (annotation === "constructor") return { role: "constructor", resource: rest, accessor, label: rest };
  if (annotation === undefined) return { role: "plain", resource: null, accessor, label: rest };
  const dot = rest.indexOf(".");
  const role = annotation as "method" | "static";
  return { role, resource: rest.slice(0, Math.max(dot, 0)), accessor, label: rest.slice(dot + 1) };
}

const LABEL = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*$/;

/** True for a kebab-case `label`. */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

function isLowerLabel(text: string): boolean {
  return isLabel(text) && text === text.toLowerCase();
}

/** True for a name that a component may export: a plain name or an interface name. */
export function isExternName(name: string): boolean {
  const parts = parseInterfaceName(name);
  if (parts) {
    const labels = [...parts.namespace.split(":"), ...parts.packageName.split(/[:/]/), parts.interfaceName];
    const validVersion = parts.version === null || parseVersion(parts.version) !== null || CANONICAL_VERSION.test(name);
    return labels.every(isLowerLabel) && validVersion;
  }
  const plain = parsePlainName(name);
  return isLabel(plain.label) && (plain.resource === null || isLabel(plain.resource));
}

/** Two names with the same key may not stand side by side: letter case and hyphens don't tell names apart. */
export function uniquenessKey(name: string): string {
  if (parseInterfaceName(name)) return name;
  const { role, resource, accessor, label } = parsePlainName(name);
  const canonical = (text: string): string => text.replaceAll("-", "").toLowerCase();
  const owner = resource === null || role === "constructor" ? "" : `${canonical(resource)}.`;
  return `${role === "constructor" ? "[constructor]" : ""}${accessor === "set" ? "[set]" : ""}${owner}${canonical(label)}`;
}
