// The words that mean something in WAVE by themselves. Spec: WAVE.md, "Keywords".

const KEYWORDS: ReadonlySet<string> = new Set(["true", "false", "inf", "nan", "some", "none", "ok", "err"]);

export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name);
}

/** The label of a case as WAVE writes it: `%` before keywords. */
export function caseLabel(name: string): string {
  return isKeyword(name) ? `%${name}` : name;
}
