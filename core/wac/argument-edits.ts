// The arguments of a `new` expression as the canvas has them now: those that still hold stay, others go, new ones come.

import type { CompositionSource, Instance, Wire } from "../graph/composition.ts";
import type { ComponentLookup } from "../graph/graph.ts";
import type { NewExpression } from "./instance-names.ts";
import { wireText } from "./print.ts";
import type { SourceChanges } from "./source-changes.ts";
import type { Argument, Expression } from "./syntax.ts";
import type { TextEdits } from "./text-edits.ts";
import { identifier, quote } from "./words.ts";

/** What becomes of the arguments of one instance. */
export interface ArgumentVerdict {
  readonly kept: ReadonlySet<Argument>;
  /** Wires that no argument of the text stands for. */
  readonly added: readonly Wire[];
  /** True where an import may be open that was not before. */
  readonly opens: boolean;
}

export class ArgumentEdits {
  readonly #source: CompositionSource;
  readonly #changes: SourceChanges;
  readonly #componentOf: ComponentLookup;
  readonly #wires = new Map<string, Wire[]>();
  readonly #verdicts = new Map<NewExpression, ArgumentVerdict>();

  constructor(source: CompositionSource, changes: SourceChanges, componentOf: ComponentLookup) {
    this.#source = source;
    this.#changes = changes;
    this.#componentOf = componentOf;
    for (const wire of changes.composition.wires) {
      this.#wires.set(wire.consumer, [...(this.#wires.get(wire.consumer) ?? []), wire]);
    }
  }

  verdict(expression: NewExpression, instance: Instance): ArgumentVerdict {
    let verdict = this.#verdicts.get(expression);
    if (!verdict) this.#verdicts.set(expression, (verdict = this.#judge(expression, instance)));
    return verdict;
  }

  #judge(expression: NewExpression, instance: Instance): ArgumentVerdict {
    const source = this.#changes.sourceOf(expression);
    const isReplaced = source?.component !== instance.component;
    const open = new Map((this.#wires.get(instance.name) ?? []).map((wire) => [wire.import, wire]));
    const gives = new Map(source?.arguments.map((argument) => [argument.start, argument.gives]));
    const imports = this.#componentOf(instance.component)?.type.imports;
    const given = new Set<string>();
    const kept = new Set<Argument>();
    for (const argument of expression.arguments) {
      if (argument.kind === "fill") continue;
      const all = gives.get(argument.span.start) ?? [];
      const holding = all.filter((one) => {
        const wire = open.get(one.import);
        if (one.from === null) return !wire && !this.#isGone(argument);
        const place = this.#changes.placeNow(one.from);
        return wire !== undefined && place?.instance === wire.provider && place.export === wire.export;
      });
      // What is spread goes to every import that is left open: only an import that has another wire may be missing.
      const holds = all.every((one) => holding.includes(one) || (argument.kind === "spread" && open.has(one.import)));
      // Another component has other imports: what a name stands for must be written out.
      const isExact =
        !isReplaced || all.every((one) => one.from === null && (imports === undefined || imports.has(one.import)));
      if (!holds || !isExact || holding.length === 0) continue;
      kept.add(argument);
      for (const one of holding) given.add(one.import);
    }
    const added = [...open.values()].filter((wire) => !given.has(wire.import));
    const opens = imports
      ? Array.from(imports.keys()).some((name) => !given.has(name) && !open.has(name))
      : kept.size < expression.arguments.length;
    return { kept, added, opens };
  }

  #isGone(argument: Exclude<Argument, { kind: "fill" }>): boolean {
    const value: Expression =
      argument.kind === "named" ? argument.value : { kind: "name", name: argument.name.name, span: argument.span };
    return this.#changes.mentionsRemoved(value);
  }

  /** Writes the verdict on `expression` into `edits`. */
  edit(expression: NewExpression, instance: Instance, edits: TextEdits): void {
    const { kept, added, opens } = this.verdict(expression, instance);
    if (this.#changes.sourceOf(expression)?.component !== instance.component) {
      edits.replace(expression.package.span, instance.component);
    }
    for (const argument of expression.arguments) {
      if (argument.kind === "fill") continue;
      if (!kept.has(argument)) this.#drop(expression, argument, edits);
      else if (argument.kind !== "named") this.#rename(expression, argument, edits);
    }
    const fill = expression.arguments.find(({ kind }) => kind === "fill") ?? null;
    const lines = added.map((wire) => `${wireText(wire)},`);
    if (fill === null && opens) lines.push("...");
    if (lines.length > 0) this.#add(expression, kept, fill, lines, edits);
  }

  /** Takes an argument out with the comma behind it, and the line where it has one to itself. */
  #drop(expression: NewExpression, { span }: Argument, edits: TextEdits): void {
    const { text } = this.#source;
    const comma = /^\s*,/.exec(text.slice(span.end, expression.span.end))?.[0].length ?? 0;
    const end = span.end + comma;
    const indent = /[ \t]*$/.exec(text.slice(0, span.start))![0].length;
    const space = /^[ \t]*/.exec(text.slice(end))![0].length;
    const isAlone = text[span.start - indent - 1] === "\n" && text[end + space] === "\n";
    if (isAlone) edits.replace({ start: span.start - indent, end: end + space + 1 }, "");
    else if (comma > 0) edits.replace({ start: span.start, end: end + space }, "");
    else edits.replace({ start: span.start - indent, end }, "");
  }

  /** An argument that was named after its value keeps the name of the import it was for. */
  #rename(
    expression: NewExpression,
    { kind, name, span }: Extract<Argument, { kind: "inferred" | "spread" }>,
    edits: TextEdits,
  ): void {
    const now = this.#changes.nameNow(name.name);
    if (now === name.name) return;
    if (kind === "spread") return edits.replace(name.span, identifier(now));
    const source = this.#changes.sourceOf(expression)?.arguments.find(({ start }) => start === span.start);
    edits.replace(span, `${quote(source?.gives[0]?.import ?? name.name)}: ${identifier(now)}`);
  }

  #add(
    expression: NewExpression,
    kept: ReadonlySet<Argument>,
    fill: Argument | null,
    lines: readonly string[],
    edits: TextEdits,
  ): void {
    const { text } = this.#source;
    const { arguments: args, span } = expression;
    const close = text.lastIndexOf("}", span.end - 1);
    const last = args.findLastIndex((argument) => kept.has(argument));
    const previous = args[last];
    const next = args[last + 1]?.span.start ?? close;
    if (previous && !text.slice(previous.span.end, next).includes(",")) edits.insert(previous.span.end, ",");
    const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", span.start) + 1))![0];
    const isOnOneLine = !text.slice(expression.package.span.end, close).includes("\n");
    if (fill) {
      const separator = isOnOneLine ? " " : `\n${indent}  `;
      edits.insert(fill.span.start, lines.map((line) => line + separator).join(""));
    } else if (isOnOneLine && args.length > 0) {
      const before = text[close - 1] === " " ? "" : " ";
      edits.insert(close, `${before}${lines.join(" ").replace(/,$/, "")} `);
    } else {
      const body = lines.map((line) => `${indent}  ${line}\n`).join("");
      const space = /[ \t]*$/.exec(text.slice(0, close))![0].length;
      edits.replace({ start: close - space, end: close }, `${isOnOneLine ? "\n" : ""}${body}${indent}`);
    }
  }
}
