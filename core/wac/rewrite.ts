// A composition that was read from WAC text → that text as it reads now. Only what changed on the canvas changes in the
// text: other statements stay as they were written, to the byte, comments and all.

import type { Composition, CompositionExport, CompositionSource } from "../graph/composition.ts";
import type { ComponentLookup } from "../graph/graph.ts";
import { ArgumentEdits } from "./argument-edits.ts";
import { instanceNames, type NewExpression } from "./instance-names.ts";
import { packageKey } from "./packages.ts";
import { parseWac } from "./parser.ts";
import { exportText, newInstanceText, printWac } from "./print.ts";
import { documentOf, SourceChanges } from "./source-changes.ts";
import { workingOrder } from "./statement-order.ts";
import type { Expression, Statement, WacDocument } from "./syntax.ts";
import { TextEdits } from "./text-edits.ts";
import { identifier, quote } from "./words.ts";

/** The WAC text of `composition`: its own text with the changes made to it, or a new one where it has none. */
export function wacOf(composition: Composition, componentOf: ComponentLookup): string {
  const { source } = composition;
  const document = source && documentOf(source);
  if (!source || !document) return printWac(composition, componentOf);
  const text = new Rewriter(composition, source, document, componentOf, false).text();
  // An instance without a `let` is named after what stands before it; where that has changed, it gets a `let`.
  return namesHold(text, composition) ? text : new Rewriter(composition, source, document, componentOf, true).text();
}

function namesHold(text: string, { instances }: Composition): boolean {
  const parsed = parseWac(text);
  if (!parsed.ok) return false;
  const names = new Set(instanceNames(parsed.value).values());
  return instances.every(({ name }) => names.has(name));
}

/** A statement with the white space and comments before it. */
interface Chunk {
  readonly lead: string;
  readonly body: string;
}

class Rewriter {
  readonly #composition: Composition;
  readonly #source: CompositionSource;
  readonly #document: WacDocument;
  readonly #componentOf: ComponentLookup;
  readonly #changes: SourceChanges;
  readonly #edits: TextEdits;
  /** Instances that stand inside an expression of the text and need a `let` of their own. */
  readonly #hoisted = new Set<NewExpression>();
  readonly #hoistAll: boolean;
  /** Exports that the text has already. */
  readonly #exported = new Set<CompositionExport>();
  readonly #arguments: ArgumentEdits;
  /** `new` expressions by the instances they are now. */
  readonly #expressions = new Map<string, NewExpression>();
  /** Instances that text which is new mentions. */
  readonly #mentioned = new Set<string>();

  constructor(
    composition: Composition,
    source: CompositionSource,
    document: WacDocument,
    componentOf: ComponentLookup,
    hoistAll: boolean,
  ) {
    this.#composition = composition;
    this.#source = source;
    this.#document = document;
    this.#componentOf = componentOf;
    this.#hoistAll = hoistAll;
    this.#changes = new SourceChanges(composition, source, document, componentOf);
    this.#edits = new TextEdits(source.text);
    this.#arguments = new ArgumentEdits(source, this.#changes, componentOf);
  }

  text(): string {
    const { statements } = this.#document;
    this.#editHeader();
    const dropped = new Set<Statement>();
    for (const statement of statements) {
      if (statement.kind !== "let" && statement.kind !== "export") continue;
      this.#visit(statement.value);
      this.#editNames(statement.value);
      if (statement.kind === "let") this.#editLet(statement, dropped);
    }
    const extraExports = this.#editExports(dropped);
    this.#hoistWhatIsNeeded(dropped, extraExports);
    return this.#assemble(dropped, extraExports);
  }

  #editHeader(): void {
    const { package: reference } = this.#document;
    const { packageName } = this.#composition;
    if (packageKey(reference) !== packageName) this.#edits.replace(reference.span, packageName);
  }

  /** Every instance in `expression`, with the changes to its arguments. */
  #visit(expression: Expression): void {
    if (expression.kind === "access") return this.#visit(expression.of);
    if (expression.kind !== "new") return;
    for (const argument of expression.arguments) if (argument.kind === "named") this.#visit(argument.value);
    const instance = this.#changes.instanceOf(expression);
    if (!instance) return;
    this.#expressions.set(instance.name, expression);
    this.#arguments.edit(expression, instance, this.#edits);
    for (const { provider } of this.#arguments.verdict(expression, instance).added) this.#mentioned.add(provider);
  }

  /** Gives names of the text their new form. */
  #editNames(expression: Expression): void {
    switch (expression.kind) {
      case "access":
        return this.#editNames(expression.of);
      case "name": {
        const now = this.#changes.nameNow(expression.name);
        if (now !== expression.name) this.#edits.replace(expression.span, identifier(now));
        return;
      }
      case "new":
        for (const argument of expression.arguments) {
          if (argument.kind === "named") this.#editNames(argument.value);
        }
    }
  }

  #editLet(statement: Extract<Statement, { kind: "let" }>, dropped: Set<Statement>): void {
    const { name, value } = statement;
    const now = this.#changes.nameNow(name.name);
    if (this.#changes.isGone(value)) dropped.add(statement);
    else if (now !== name.name) this.#edits.replace(name.span, identifier(now));
  }

  /** Decides what becomes of each `export` statement; the exports that the text doesn't have are returned. */
  #editExports(dropped: Set<Statement>): readonly CompositionExport[] {
    const drawn = new Map(this.#source.exports.map(({ start, exports }) => [start, exports]));
    const { exports } = this.#composition;
    const find = (wanted: CompositionExport, byName: boolean): CompositionExport | undefined => {
      const place = this.#changes.placeNow(wanted);
      return exports.find(
        (other) =>
          !this.#exported.has(other) &&
          (!byName || other.name === wanted.name) &&
          other.instance === place?.instance &&
          other.export === place.export,
      );
    };
    const renamed: Extract<Statement, { kind: "export" }>[] = [];
    for (const statement of this.#document.statements) {
      if (statement.kind !== "export") continue;
      const wanted = drawn.get(statement.span.start) ?? [];
      const found = wanted.flatMap((one) => find(one, true) ?? []);
      const isReplaced = statement.spread && wanted.some((one) => this.#isReplaced(one));
      if (
        wanted.length === 0
          ? !this.#changes.mentionsRemoved(statement.value)
          : found.length === wanted.length && !isReplaced
      ) {
        for (const one of found) this.#exported.add(one);
      } else if (wanted.length === 1 && !statement.spread) {
        renamed.push(statement);
      } else {
        dropped.add(statement);
      }
    }
    // Those that kept their names first: what is left may have got another one.
    for (const statement of renamed) {
      const [wanted] = drawn.get(statement.span.start)!;
      const found = find(wanted!, false);
      if (!found) {
        dropped.add(statement);
        continue;
      }
      this.#exported.add(found);
      const as = found.name === found.export ? "" : ` as ${quote(found.name)}`;
      this.#edits.replace({ start: statement.value.span.end, end: statement.span.end }, `${as};`);
    }
    return exports.filter((one) => !this.#exported.has(one));
  }

  #isReplaced({ instance: name }: CompositionExport): boolean {
    const place = this.#changes.placeNow({ instance: name, export: "" });
    const now = this.#composition.instances.find((instance) => instance.name === place?.instance);
    const before = this.#source.instances.find((instance) => instance.name === name);
    return now?.component !== before?.component;
  }

  /** An instance inside an expression needs a `let` where new text mentions it, or what it stood in has gone. */
  #hoistWhatIsNeeded(dropped: ReadonlySet<Statement>, exports: readonly CompositionExport[]): void {
    for (const { instance } of exports) this.#mentioned.add(instance);
    for (const { consumer, provider } of this.#composition.wires) {
      if (!this.#expressions.has(consumer)) this.#mentioned.add(provider);
    }
    for (const statement of this.#document.statements) {
      if (statement.kind !== "let" && statement.kind !== "export") continue;
      this.#hoistIn(statement.value, dropped.has(statement), statement.kind === "let");
    }
  }

  /** `isLost` where the text around `expression` doesn't stay; `isNamed` where a `let` binds it. */
  #hoistIn(expression: Expression, isLost: boolean, isNamed: boolean): void {
    if (expression.kind === "access") return this.#hoistIn(expression.of, isLost, false);
    if (expression.kind !== "new") return;
    const instance = this.#changes.instanceOf(expression);
    const kept = instance && this.#arguments.verdict(expression, instance).kept;
    for (const argument of expression.arguments) {
      if (argument.kind === "named") this.#hoistIn(argument.value, !kept?.has(argument), false);
    }
    if (!instance || isNamed) return;
    const isRenamed = this.#changes.sourceOf(expression)?.name !== instance.name;
    if (!isLost && !isRenamed && !this.#hoistAll && !this.#mentioned.has(instance.name)) return;
    this.#hoisted.add(expression);
    this.#edits.replace(expression.span, identifier(instance.name));
  }

  #assemble(dropped: ReadonlySet<Statement>, extraExports: readonly CompositionExport[]): string {
    const { text } = this.#source;
    const { statements, span } = this.#document;
    const chunks: Chunk[] = [];
    let offset = lineEnd(text, span.end);
    const header = this.#edits.render({ start: 0, end: offset });
    const fresh = this.#freshInstances();
    let firstExport = -1;
    let previousDropped = false;
    for (const statement of statements) {
      const end = lineEnd(text, statement.span.end);
      const own = text.slice(offset, statement.span.start);
      // What followed on the line of a statement that has gone begins a line of its own.
      const lead = previousDropped && !own.includes("\n") ? `\n${own.trimStart()}` : own;
      const hoisted = this.#hoistedIn(statement);
      const keeps = !dropped.has(statement);
      if (statement.kind === "export" && firstExport < 0) firstExport = chunks.length;
      for (const [i, body] of hoisted.entries()) chunks.push({ lead: i === 0 && keeps ? lead : "\n\n", body });
      const body = this.#edits.render({ start: statement.span.start, end: statement.span.end });
      const tail = text.slice(statement.span.end, end);
      if (keeps) chunks.push({ lead: hoisted.length > 0 ? "\n\n" : lead, body: body + tail });
      else if (detachedComments(lead) !== "") chunks.push({ lead: detachedComments(lead), body: "" });
      offset = end;
      previousDropped = !keeps;
    }
    const at = firstExport < 0 ? chunks.length : firstExport;
    chunks.splice(at, 0, ...fresh.map((body) => ({ lead: "\n\n", body })));
    for (const [i, one] of extraExports.entries()) {
      const follows = i > 0 || chunks.at(-1)?.body.startsWith("export");
      chunks.push({ lead: follows ? "\n" : "\n\n", body: exportText(one) });
    }
    return (
      header +
      this.#ordered(chunks)
        .map(({ lead, body }) => lead + body)
        .join("") +
      text.slice(offset)
    );
  }

  /** Instances that the text doesn't have, providers first as `printWac` has them. */
  #freshInstances(): readonly string[] {
    return this.#composition.instances
      .filter(({ name }) => !this.#expressions.has(name))
      .map(({ name }) => newInstanceText(this.#composition, this.#componentOf, name));
  }

  #hoistedIn(statement: Statement): readonly string[] {
    if (statement.kind !== "let" && statement.kind !== "export") return [];
    const found: string[] = [];
    const visit = (expression: Expression): void => {
      if (expression.kind === "access") return visit(expression.of);
      if (expression.kind !== "new") return;
      for (const argument of expression.arguments) if (argument.kind === "named") visit(argument.value);
      if (!this.#hoisted.has(expression)) return;
      const name = identifier(this.#changes.instanceOf(expression)!.name);
      found.push(`let ${name} = ${this.#edits.render(expression.span)};`);
    };
    visit(statement.value);
    return found;
  }

  /** The chunks in an order in which every name is bound before it is used. */
  #ordered(chunks: readonly Chunk[]): readonly Chunk[] {
    const parsed = parseWac(`package a:b;\n${chunks.map(({ body }) => body).join("\n")}`);
    const withBody = chunks.filter(({ body }) => body !== "");
    if (!parsed.ok || parsed.value.statements.length !== withBody.length) return chunks;
    const order = workingOrder(parsed.value.statements);
    if (order.every((position, i) => position === i)) return chunks;
    const moved = order.map((position) => withBody[position]!);
    return [...moved, ...chunks.filter(({ body }) => body === "")];
  }
}

/** After `end`, the end of its line if nothing but white space and a comment follows there. */
function lineEnd(text: string, end: number): number {
  const rest = /^[ \t\r]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t\r]*)?(?=\n|$)/.exec(text.slice(end));
  return end + (rest?.[0].length ?? 0);
}

/** The comments before a statement that is taken out, but for those right above it: they go with it. */
function detachedComments(lead: string): string {
  const detached = lead.slice(0, Math.max(lead.search(/\n[ \t\r]*\n[^\n]*(?:\n(?![ \t\r]*\n)[^\n]*)*$/), 0));
  return detached.trim() === "" ? "" : detached;
}
