// Where the JavaScript that jco generates isn't as exact as the canonical ABI, it is replaced. Each replacement is of one
// expression as the version in `tools.ts` writes it; a test says when one is not found any more.

/** `js` with texts and lists lifted and lowered as the canonical ABI says. */
export function withExactAbi(js: string): string {
  return withExactLists(withExactText(js));
}

/**
 * The generated decoder drops a leading U+FEFF and mends broken UTF-8, where the canonical ABI keeps the one and traps
 * at the other. For an empty text it doesn't ask the component for room, which some count on.
 */
function withExactText(js: string): string {
  return js
    .replaceAll(
      /\bnew TextDecoder\((|'utf-?16'|"utf-?16(?:le)?")\)/g,
      (_, encoding: string) => `new TextDecoder(${encoding || '"utf-8"'}, { fatal: true, ignoreBOM: true })`,
    )
    .replace("if (s.length === 0) { return { ptr: 1, len: 0 }; }", "");
}

/** A slice of a buffer takes what there is; a view of bytes that aren't all inside throws. */
function withExactLists(js: string): string {
  return js.replaceAll(
    /\bnew (\w+Array)\((memory\d+)\.buffer\.slice\((\w+), \3 \+ (\w+) \* \d\)\)/g,
    "new $1($2.buffer, $3 >>> 0, $4 >>> 0).slice()",
  );
}
