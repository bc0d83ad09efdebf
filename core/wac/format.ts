// The tree of a WAC document → its text in the house layout, comments kept. Formatting twice changes nothing more.

import type { Span } from "../base/diagnostics.ts";
import {
  identifier,
  packageText,
  quote,
  referenceText,
  renamingText,
  signatureText,
  typeText,
  writtenText,
} from "./words.ts";
import type {
  Argument,
  Comment,
  Expression,
  ExternType,
  InterfaceItem,
  ResourceMember,
  Statement,
  TypeDeclaration,
  WacDocument,
  WorldItem,
} from "./syntax.ts";

/** The text of `document`, which was parsed from `source`. */
export function formatWac(document: WacDocument, source: string): string {
  const printer = new Printer(document.comments, source);
  printer.document(document);
  return printer.text();
}

const INDENT = "  ";
const BLANK_LINE = /\n[ \t\r]*\n/;

/** Lines with the comments that stood between what they print. */
class LinePrinter {
  readonly #lines: string[] = [];
  readonly #comments: readonly Comment[];
  readonly #source: string;
  #line = "";
  #depth = 0;
  #nextComment = 0;
  /** Where in the source the last thing printed ends. */
  #end = 0;
  /** The line at which the item begins that is being printed. */
  #itemLine = 0;
  /** How deep a comment stands that is put before it: inside the block that the line closes. */
  #itemDepth = 0;
  #afterOpening = true;

  constructor(comments: readonly Comment[], source: string) {
    this.#comments = comments;
    this.#source = source;
  }

  text(): string {
    this.#flush(this.#source.length + 1);
    return `${this.#lines.join("\n")}\n`;
  }

  write(text: string): void {
    if (this.#line === "" && text !== "") this.#line = INDENT.repeat(this.#depth);
    this.#line += text;
  }

  /** Begins what stands at `start` of the source on a line of its own, after the comments before it. */
  begin(start: number, separate = false): void {
    if (separate && this.#lines.at(-1) !== "") this.#push("");
    this.#flush(start);
    this.#gap(start);
    this.#itemLine = this.#lines.length;
    this.#itemDepth = this.#depth;
  }

  /** Ends the line of what ends at `end` of the source, with a comment that stands behind it. */
  end(end: number): void {
    const inside: string[] = [];
    for (let comment = this.#pending(end); comment; comment = this.#pending(end)) {
      inside.push(INDENT.repeat(this.#itemDepth) + comment.text);
      this.#nextComment += 1;
    }
    this.#lines.splice(this.#itemLine, 0, ...inside);
    this.#end = end;
    const next = this.#comments[this.#nextComment];
    if (next && /^[ \t,;]*$/.test(this.#source.slice(end, next.span.start))) {
      this.#line += ` ${next.text}`;
      this.#nextComment += 1;
      this.#end = next.span.end;
    }
    this.#push(this.#line);
    this.#line = "";
  }

  /** Ends a line that opens a block, and indents what follows. */
  open(): void {
    this.#push(this.#line);
    this.#line = "";
    this.#depth += 1;
    this.#afterOpening = true;
  }

  /** Before the bracket at `at` of the source that closes a block. */
  close(at: number): void {
    this.#flush(at);
    this.#itemDepth = this.#depth;
    this.#depth -= 1;
    this.#itemLine = this.#lines.length;
    this.#afterOpening = false;
  }

  #pending(before: number): Comment | undefined {
    const comment = this.#comments[this.#nextComment];
    return comment && comment.span.start < before ? comment : undefined;
  }

  #flush(before: number): void {
    for (let comment = this.#pending(before); comment; comment = this.#pending(before)) {
      this.#gap(comment.span.start);
      this.#push(INDENT.repeat(this.#depth) + comment.text);
      this.#end = comment.span.end;
      this.#nextComment += 1;
    }
  }

  /** One blank line where the source has some before `start`. */
  #gap(start: number): void {
    const isBlank = BLANK_LINE.test(this.#source.slice(this.#end, start));
    if (isBlank && !this.#afterOpening && this.#lines.at(-1) !== "") this.#push("");
  }

  #push(line: string): void {
    this.#lines.push(line);
    this.#afterOpening = false;
  }
}

class Printer extends LinePrinter {
  document(document: WacDocument): void {
    this.begin(document.span.start);
    const targets = document.targets ? ` targets ${packageText(document.targets)}` : "";
    this.write(`package ${packageText(document.package)}${targets};`);
    this.end(document.span.end);
    let previous: Statement["kind"] | null = null;
    for (const statement of document.statements) {
      this.begin(statement.span.start, statement.kind !== previous);
      this.#statement(statement);
      this.end(statement.span.end);
      previous = statement.kind;
    }
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case "import": {
        const as = statement.as ? ` as ${writtenText(statement.as)}` : "";
        this.write(`import ${identifier(statement.name.name)}${as}: `);
        this.#externType(statement.type);
        return this.write(";");
      }
      case "let":
        this.write(`let ${identifier(statement.name.name)} = `);
        this.#expression(statement.value);
        return this.write(";");
      case "export":
        this.write("export ");
        this.#expression(statement.value);
        return this.write(`${statement.spread ? "..." : ""}${statement.as ? ` as ${writtenText(statement.as)}` : ""};`);
      case "interface":
      case "world":
        this.write(`${statement.kind} ${identifier(statement.name.name)} `);
        return this.#items<InterfaceItem | WorldItem>(statement.items, statement.span, (item) => this.#item(item));
      default:
        return this.#declaration(statement);
    }
  }

  #expression(expression: Expression): void {
    switch (expression.kind) {
      case "name":
        return this.write(identifier(expression.name));
      case "access":
        this.#expression(expression.of);
        return this.write(
          expression.name.exact ? `[${quote(expression.name.name)}]` : `.${identifier(expression.name.name)}`,
        );
      case "new": {
        const { arguments: args, span } = expression;
        this.write(`new ${packageText(expression.package)} `);
        if (args.every(({ kind }) => kind === "fill")) return this.write(args.length === 0 ? "{}" : "{ ... }");
        return this.#items(args, { start: span.start, end: span.end }, (argument) => this.#argument(argument));
      }
    }
  }

  #argument(argument: Argument): void {
    switch (argument.kind) {
      case "inferred":
        return this.write(`${identifier(argument.name.name)},`);
      case "spread":
        return this.write(`...${identifier(argument.name.name)},`);
      case "fill":
        return this.write("...");
      case "named":
        this.write(`${writtenText(argument.name)}: `);
        this.#expression(argument.value);
        return this.write(",");
    }
  }

  /** Items in braces; `span` ends with the closing one. */
  #items<T extends { readonly span: Span }>(items: readonly T[], span: Span, print: (item: T) => void): void {
    this.write("{");
    this.open();
    for (const item of items) {
      this.begin(item.span.start);
      print(item);
      this.end(item.span.end);
    }
    this.close(span.end - 1);
    this.write("}");
  }

  #externType(type: ExternType): void {
    if (type.kind === "function") return this.write(signatureText(type));
    if (type.kind !== "interface") return this.write(referenceText(type));
    this.write("interface ");
    this.#items(type.items, type.span, (item) => this.#item(item));
  }

  #item(item: InterfaceItem | WorldItem): void {
    switch (item.kind) {
      case "use":
        return this.write(`use ${referenceText(item.from)}.{${item.items.map(renamingText).join(", ")}};`);
      case "function": {
        const { type } = item;
        const text = "kind" in type ? signatureText(type) : identifier(type.name);
        return this.write(`${identifier(item.name.name)}: ${text};`);
      }
      case "import":
      case "export":
        this.write(`${item.kind} ${item.name ? `${identifier(item.name.name)}: ` : ""}`);
        this.#externType(item.type);
        return this.write(";");
      case "include": {
        const renamed = item.with.length === 0 ? "" : ` with { ${item.with.map(renamingText).join(", ")} }`;
        return this.write(`include ${referenceText(item.world)}${renamed};`);
      }
      default:
        return this.#declaration(item);
    }
  }

  #declaration(declaration: TypeDeclaration): void {
    const { kind, span } = declaration;
    const name = identifier(declaration.name.name);
    switch (kind) {
      case "type": {
        const { type } = declaration;
        return this.write(`type ${name} = ${type.kind === "function" ? signatureText(type) : typeText(type)};`);
      }
      case "resource":
        this.write(`resource ${name}`);
        if (declaration.members.length === 0) return this.write(";");
        this.write(" ");
        return this.#items(declaration.members, span, (member) => this.#member(member));
      case "variant":
        this.write(`variant ${name} `);
        return this.#items(declaration.cases, span, (c) => {
          this.write(`${identifier(c.name.name)}${c.type ? `(${typeText(c.type)})` : ""},`);
        });
      case "record":
        this.write(`record ${name} `);
        return this.#items(declaration.fields, span, (field) => {
          this.write(`${identifier(field.name.name)}: ${typeText(field.type)},`);
        });
      case "flags":
      case "enum":
        this.write(`${kind} ${name} `);
        return this.#items(declaration.labels, span, (label) => this.write(`${identifier(label.name.name)},`));
    }
  }

  #member({ role, name, type }: ResourceMember): void {
    if (role === "constructor") return this.write(`${signatureText(type, "constructor")};`);
    this.write(`${identifier(name.name)}: ${role === "static" ? "static " : ""}${signatureText(type)};`);
  }
}
