// Class names that may or may not apply, joined for the DOM.
// A name that a stylesheet lacks is left out.

/** `a b` from `classes("a", false, "b")`. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
