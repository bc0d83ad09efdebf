// Strings as the component model means them: sequences of Unicode scalar values, never a lone surrogate.
// Spec: CanonicalABI.md, "store_string".

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** True when `text` has no lone surrogate. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** True when `text` is exactly one Unicode scalar value. */
export function isScalar(text: string): boolean {
  const [first, ...rest] = text;
  return first !== undefined && rest.length === 0 && isWellFormed(text);
}

/** True when `codePoint` is a Unicode scalar value. */
export function isScalarNumber(codePoint: number): boolean {
  return codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
}
