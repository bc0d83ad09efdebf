// What goes to the terminal: results on standard output, messages on standard error, colours only where someone looks.
// With --json, what would be said of problems is kept and goes out with the result, as one object.

import type { Diagnostic } from "../core/base/diagnostics.ts";
import { type Description, describeDiagnostic, type Severity } from "../core/base/wording.ts";

/** How text stands out. */
export type Style = Severity | "dim" | "strong" | "added" | "removed";

const SGR: Readonly<Record<Style, number>> = { error: 31, warning: 33, dim: 2, strong: 1, added: 32, removed: 31 };

type Stream = "stdout" | "stderr";

/** True where a person reads the stream and has not asked for plain text. @see no-color.org */
function showsColours(stream: Stream): boolean {
  const { NO_COLOR: noColour, TERM: terminal } = process.env;
  return process[stream].isTTY && (noColour === undefined || noColour === "") && terminal !== "dumb";
}

/** `text` set off by `style` where `stream` shows colours. */
export function styled(text: string, style: Style, stream: Stream = "stderr"): string {
  return showsColours(stream) ? `\u001b[${SGR[style]}m${text}\u001b[0m` : text;
}

/** A problem as --json tells it: its words, where it is, and the data of its kind. */
type ProblemReport = Partial<Description> & { readonly place: string | null };

interface Report {
  readonly problems: ProblemReport[];
  printed: boolean;
}

/** What is kept for --json; null while messages go to standard error. */
let report: Report | null = null;

/** Runs `command` with its problems kept for --json where `asJson`; they go out even if it ends without a result. */
export async function reporting<T>(asJson: boolean, command: () => Promise<T>): Promise<T> {
  const own: Report = { problems: [], printed: false };
  report = asJson ? own : null;
  try {
    return await command();
  } finally {
    if (asJson && !own.printed && own.problems.length > 0) printResult({}, "");
    report = null;
  }
}

/** A result, for pipes: standard output, as it is. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** A result as text, or as an object with the problems met on the way where --json asks for it. */
export function printResult(result: object, text: string): void {
  if (!report) {
    if (text !== "") print(text);
    return;
  }
  report.printed = true;
  print(JSON.stringify({ ...result, problems: report.problems }, null, 2));
}

/** True where what is found goes out as one object at the end. */
export function isReporting(): boolean {
  return report !== null;
}

/** A message for people: standard error, and nothing with --json. */
export function say(text: string): void {
  if (!report) process.stderr.write(`${text}\n`);
}

/** A diagnostic with the place it was found at: `deps/a.wasm` or `composition.wac:3:7`. */
export function sayDiagnostic(diagnostic: Diagnostic, place: string | null): void {
  const description = describeDiagnostic(diagnostic);
  if (report) {
    report.problems.push({ ...diagnostic, ...description, place });
    return;
  }
  const { code, severity, message, help } = description;
  const at = place === null ? "" : `${styled(place, "strong")}: `;
  say(`${at}${styled(`${severity} ${code}`, severity)}: ${message}`);
  if (help !== null) say(`  ${styled(help, "dim")}`);
}
