// A line as typed into a shell → arguments: blanks separate, quotes keep together, a backslash takes the next as it is.

import { fail, ok, type Result } from "../../core/base/result.ts";

const PIECE = /\s+|\\(?<escaped>[\s\S])|"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>[^']*)'|(?<plain>[^\s"'\\]+)/y;

/** The arguments in `line`, or what keeps it from being split. */
export function splitArgumentLine(line: string): Result<readonly string[], string> {
  const args: string[] = [];
  let current: string | null = null;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < line.length) {
    const start = PIECE.lastIndex;
    const groups = PIECE.exec(line)?.groups;
    if (!groups) return fail(line[start] === "\\" ? "A backslash ends the line" : `The ${line[start]} is not closed`);
    const { escaped, double, single, plain } = groups;
    const piece = escaped ?? double?.replaceAll(/\\(["\\$`])/g, "$1") ?? single ?? plain;
    if (piece === undefined) {
      if (current !== null) args.push(current);
      current = null;
    } else {
      current = (current ?? "") + piece;
    }
  }
  if (current !== null) args.push(current);
  return ok(args);
}
