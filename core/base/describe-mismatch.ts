// The first difference between two types, in words: where, what was needed, what was found.

import { unreachable } from "./assert.ts";
import type { Difference, MemberKind, Mismatch, ResourceDescription } from "./mismatch.ts";

/** `request › headers: expected option<string>, found string` */
export function describeMismatch({ path, difference }: Mismatch): string {
  const text = describeDifference(difference);
  return path.length === 0 ? text : `${path.join(" › ")}: ${text}`;
}

function describeDifference(difference: Difference): string {
  switch (difference.kind) {
    case "type":
      return `expected ${orNothing(difference.expected)}, found ${orNothing(difference.found)}`;
    case "member-missing":
      return `${memberText(difference)} is missing`;
    case "member-extra":
      return `${memberText(difference)} is not expected`;
    case "member-renamed":
      return `expected ${MEMBER_WORDS[difference.member]} \`${difference.expected}\`, found \`${difference.found}\``;
    case "member-count":
      return `expected ${countOf(difference.expected, difference.member)}, found ${difference.found}`;
    case "result-missing":
      return `expected a result of type ${difference.expected}, found none`;
    case "result-extra":
      return `expected no result, found ${difference.found}`;
    case "async":
      return difference.expected
        ? "expected an async function, found a synchronous one"
        : "expected a synchronous function, found an async one";
    case "resource":
      return `expected resource ${describeResource(difference.expected)}, found ${describeResource(difference.found)}`;
    case "version":
      return `expected version ${difference.expected}, found ${difference.found}`;
    case "unknown":
      return "this version of Witloom does not know the type";
    default:
      return unreachable(difference);
  }
}

const MEMBER_WORDS: Readonly<Record<MemberKind, string>> = {
  field: "field",
  case: "case",
  label: "flag",
  parameter: "parameter",
  element: "element",
  function: "function",
  import: "import",
  export: "export",
  type: "type",
};

const FUNCTION_OF_RESOURCE = /^\[(constructor|method|static)\](.+)$/;

/** A member with its name as WIT has it: `` method `order.confirm` ``. */
function memberText({ member, name }: { readonly member: MemberKind; readonly name: string }): string {
  const [, role, path] = FUNCTION_OF_RESOURCE.exec(name) ?? [];
  if (role === undefined) return `${MEMBER_WORDS[member]} \`${name}\``;
  return `${role === "static" ? "static function" : role} ${role === "constructor" ? "of " : ""}\`${path}\``;
}

/** The side of a `result` or the payload of a case that isn't there is written `_`. */
function orNothing(type: string): string {
  return type === "_" ? "nothing" : type;
}

function countOf(count: number, member: MemberKind): string {
  return `${count} ${MEMBER_WORDS[member]}${count === 1 ? "" : "s"}`;
}

function describeResource({ name, instance, interface: of }: ResourceDescription): string {
  const owner = instance === null ? (of === null ? "" : ` of imported \`${of}\``) : ` of \`${instance}\``;
  return `\`${name}\`${owner}`;
}

/** The instances on the two sides of a mismatch, where they are known. */
export interface MismatchSides {
  readonly consumer: string;
  readonly provider: string;
}

/** What a person can do about a difference, or null where only another component helps. */
export function helpWithMismatch({ difference }: Mismatch, sides: MismatchSides | null = null): string | null {
  const provider = sides ? `\`${sides.provider}\`` : "this one";
  const both = sides ? `\`${sides.consumer}\` and \`${sides.provider}\`` : "The two";
  switch (difference.kind) {
    case "version":
      return "The versions promise nothing of each other. Use a component built for the needed version.";
    case "member-missing":
      if (difference.member === "function")
        return `Use a component that exports this function, or a newer version of ${provider}.`;
      return `${both} were built from different WIT. ${MUST_AGREE[difference.member] ?? ""}Rebuild one of them from the other's.`;
    case "member-extra":
    case "member-renamed":
      return `${both} were built from different WIT. ${MUST_AGREE[difference.member] ?? ""}Rebuild one of them from the other's.`;
    case "resource":
      return "Both sides must get the resource from one place.";
    case "async":
      return "A synchronous function can't stand in for an async one, nor the other way round: rebuild one side.";
    case "unknown":
      return "Update Witloom, or check the pair with `wasm-tools compose`.";
    default:
      return `${both} were built from different WIT. Rebuild one of them from the other's.`;
  }
}

const MUST_AGREE: Readonly<Partial<Record<MemberKind, string>>> = {
  field: "Fields must agree in name, type and order. ",
  case: "Cases must agree in name, type and order. ",
  label: "Flags must agree in name and order. ",
  parameter: "Parameters must agree in name, type and order. ",
};

/** A mismatch between two that stand side by side: `level: \`old\` has case \`high\`, \`young\` has not`. */
export function describeDisagreement({ path, difference }: Mismatch, first: string, second: string): string {
  const text = disagreement(difference, `\`${first}\``, `\`${second}\``);
  return path.length === 0 ? text : `${path.join(" › ")}: ${text}`;
}

function disagreement(difference: Difference, first: string, second: string): string {
  switch (difference.kind) {
    case "type":
    case "version":
      return `${first} has ${orNothing(difference.expected)}, ${second} has ${orNothing(difference.found)}`;
    case "member-missing":
      return `${first} has ${memberText(difference)}, ${second} has not`;
    case "member-extra":
      return `${second} has ${memberText(difference)}, ${first} has not`;
    case "member-renamed": {
      const word = MEMBER_WORDS[difference.member];
      return `where ${first} has ${word} \`${difference.expected}\`, ${second} has \`${difference.found}\``;
    }
    case "member-count":
      return `${first} has ${countOf(difference.expected, difference.member)}, ${second} has ${difference.found}`;
    case "result-missing":
      return `${first} has a result of type ${difference.expected}, ${second} has none`;
    case "result-extra":
      return `${second} has a result of type ${difference.found}, ${first} has none`;
    case "async":
      return difference.expected
        ? `${first} has an async function, ${second} a synchronous one`
        : `${second} has an async function, ${first} a synchronous one`;
    case "resource":
      return `${first} has resource ${describeResource(difference.expected)}, ${second} has ${describeResource(difference.found)}`;
    case "unknown":
      return "this version of Witloom does not know the type";
    default:
      return unreachable(difference);
  }
}
