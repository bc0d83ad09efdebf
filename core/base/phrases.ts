// The turns of phrase that diagnostics share: places, lists, and what a wrong name may have meant.

import type { MismatchSides } from "./describe-mismatch.ts";
import type { ArgumentPlace } from "./diagnostics.ts";

export const DAMAGED =
  "The file is damaged or was not written by a component toolchain. Build it again and check it with `wasm-tools validate`.";

/** `byte 12 (0xc)` */
export function at(byteOffset: number): string {
  return `byte ${byteOffset} (0x${byteOffset.toString(16)})`;
}

/** `` `log` of `logger` ``, or the composition's import; `that of` where the name was just said. */
export function sourceText(place: ArgumentPlace, said: string | null = null): string {
  if ("worldImport" in place) return `the composition's import \`${place.worldImport}\``;
  if (place.export === said) return `that of \`${place.instance}\``;
  return place.export === "" ? `\`${place.instance}\`` : `\`${place.export}\` of \`${place.instance}\``;
}

/** Whose `place` is. */
export function ownerOf(place: ArgumentPlace): string {
  return "worldImport" in place ? "the host" : `\`${place.instance}\``;
}

/** The two instances that `consumer` and `place` speak of; null where the composition's import is one of them. */
export function sidesOf(consumer: string, place: ArgumentPlace): MismatchSides | null {
  return "instance" in place ? { consumer, provider: place.instance } : null;
}

const MAX_LISTED = 6;

/** The first few of `texts`: `a, b and 3 more`. */
export function shortList(texts: readonly string[]): string {
  const more = texts.length - MAX_LISTED;
  return texts.slice(0, MAX_LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** A sort of the binary format, with its article. */
export function aSort(sort: string): string {
  const word = sort === "named" ? "named type" : sort === "module" ? "core module" : sort.replace("core-", "core ");
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MAX_SUGGESTED = 3;

/** Those of `known` that look like `name`, as a question; else all that there is. */
export function didYouMean(
  name: string,
  known: readonly string[],
  verb: "has" | "imports" | "exports" = "has",
): string {
  const base = baseOf(name);
  const same = known.filter((other) => baseOf(other) === base);
  const close = same.length > 0 ? same : known.filter((other) => looksLike(baseOf(other), base));
  const quoted = (names: readonly string[]): string[] => names.map((other) => `\`${other}\``);
  if (close.length > 0) return `Did you mean ${quoted(close.slice(0, MAX_SUGGESTED)).join(" or ")}?`;
  return known.length === 0 ? `It ${verb} nothing.` : `It ${verb} ${shortList(quoted(known))}.`;
}

/** `log` of `demo:log/log@1.0.0`. */
function baseOf(name: string): string {
  return name.replace(/@.*$/, "").replace(/^.*\//, "");
}

/** Names longer than this are not compared letter by letter. */
const MAX_COMPARED = 60;
const MAX_EDITS = 2;

/** True for two names that a slip of the finger tells apart. */
function looksLike(a: string, b: string): boolean {
  if (a.length > MAX_COMPARED || b.length > MAX_COMPARED) return false;
  return editDistance(a, b) <= Math.min(MAX_EDITS, Math.floor(b.length / 3));
}

/** How many letters must be added, dropped, changed or swapped with the next. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
      next.push(Math.min(changed, swapped, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** Where WAC tools look for a package below `deps`: `shop/store/1.2.0`. */
export function pathOfKey(key: string): string {
  return key.replaceAll(":", "/").replace("@", "/");
}
