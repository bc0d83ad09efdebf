// What goes to the terminal: results on standard output, messages on standard error, colours only where someone looks.

import { describeDiagnostic, type Severity } from "../core/base/wording.ts";
import type { Diagnostic } from "../core/base/diagnostics.ts";

const SGR: Readonly<Record<Severity | "dim" | "strong", number>> = { error: 31, warning: 33, dim: 2, strong: 1 };

function styled(text: string, style: keyof typeof SGR): string {
  const wanted = process.stderr.isTTY && process.env["NO_COLOR"] === undefined;
  return wanted ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text;
}

/** A result, for pipes: standard output, as it is. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** A message for people: standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A diagnostic with the place it was found at: `deps/a.wasm` or `composition.wac:3:7`. */
export function sayDiagnostic(diagnostic: Diagnostic, place: string | null): void {
  const { code, severity, message, help } = describeDiagnostic(diagnostic);
  const at = place === null ? "" : `${styled(place, "strong")}: `;
  say(`${at}${styled(`${severity} ${code}`, severity)}: ${message}`);
  if (help !== null) say(`  ${styled(help, "dim")}`);
}
