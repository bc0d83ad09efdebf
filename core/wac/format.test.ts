// Formatting: what it prints says the same, and printing it again changes nothing.
// A failure prints the seed and the text; FORMAT_SEED=… runs it again.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatWac } from "./format.ts";
import { parseWac } from "./parser.ts";
import type { WacDocument } from "./syntax.ts";

const SEED = Number(process.env["FORMAT_SEED"] ?? Date.now() % 2 ** 31);
const SETTINGS = { seed: SEED, numRuns: Number(process.env["FORMAT_RUNS"] ?? 150) };

function parsed(text: string): WacDocument {
  const result = parseWac(text);
  if (!result.ok) throw new Error(`${JSON.stringify(result.error)}\n${text}`);
  return result.value;
}

/** The tree without its places. */
function shape(document: WacDocument): unknown {
  const { comments: _comments, ...rest } = document;
  return JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (key === "span" || key === "docs" ? undefined : value)),
  );
}

const name = fc.constantFrom("a", "b-c", "d2", "%type", "%record", "X-Y", "%map");
const path = fc.constantFrom("a:b/c", "wasi:io/streams@0.2.3", "n:m:o/p@1.0.0-rc.1");
const component = fc.constantFrom("a:b", "shop:store@1.2.0");
const string = fc.constantFrom('"a:b/c@1.0.0"', '"x"');
const written = fc.oneof(name, string);

const { type } = fc.letrec<{ type: string }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(fc.constantFrom("u8", "string", "error-context", "result", "stream", "future"), name),
    tie("type").map((t) => `list < ${t} >`),
    tie("type").map((t) => `list<${t},3>`),
    tie("type").map((t) => `option<${t}>`),
    tie("type").map((t) => `stream<${t}>`),
    tie("type").map((t) => `result<_,${t}>`),
    name.map((t) => `borrow<${t}>`),
    name.map((t) => `own<${t}>`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `tuple<${a},${b},>`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `map<${a}, ${b}>`),
    fc.tuple(tie("type"), tie("type")).map(([a, b]) => `result<${a}, ${b}>`),
  ),
}));

const signature = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(name, type), { maxLength: 2 }), fc.option(type))
  .map(([isAsync, parameters, result]) => {
    const list = parameters.map(([label, of]) => `${label} : ${of}`).join(" , ");
    return `${isAsync ? "async " : ""}func ( ${list} )${result === null ? "" : ` -> ${result}`}`;
  });

const many = (item: fc.Arbitrary<string>, separator: string): fc.Arbitrary<string> =>
  fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(separator));

const declaration = fc.oneof(
  fc
    .tuple(
      name,
      many(
        fc.tuple(name, type).map(([label, of]) => `${label} : ${of}`),
        " , ",
      ),
    )
    .map(([n, fields]) => `record ${n} { ${fields} , }`),
  fc
    .tuple(
      name,
      many(
        fc.tuple(name, fc.option(type)).map(([label, of]) => (of === null ? label : `${label} ( ${of} )`)),
        " , ",
      ),
    )
    .map(([n, cases]) => `variant ${n} { ${cases} }`),
  fc
    .tuple(fc.constantFrom("flags", "enum"), name, many(name, " , "))
    .map(([keyword, n, labels]) => `${keyword} ${n} { ${labels} }`),
  fc.tuple(name, fc.oneof(type, signature)).map(([n, of]) => `type ${n} = ${of} ;`),
);

const use = fc
  .tuple(
    fc.oneof(name, path),
    many(
      fc.oneof(
        name,
        fc.tuple(name, name).map(([a, b]) => `${a} as ${b}`),
      ),
      " , ",
    ),
  )
  .map(([from, names]) => `use ${from} . { ${names} } ;`);

const member = fc.oneof(
  fc.tuple(name, signature).map(([n, of]) => `${n} : static ${of} ;`),
  fc.tuple(name, signature).map(([n, of]) => `${n} : ${of} ;`),
  type.map((of) => `constructor ( a : ${of} ) ;`),
);
const resource = fc
  .tuple(name, fc.array(member, { maxLength: 2 }))
  .map(([n, members]) => (members.length === 0 ? `resource ${n} ;` : `resource ${n} { ${members.join(" ")} }`));
const interfaceItem = fc.oneof(
  use,
  declaration,
  resource,
  fc.tuple(name, fc.oneof(signature, name)).map(([n, of]) => `${n} : ${of} ;`),
);
const items = fc.array(interfaceItem, { maxLength: 3 }).map((all) => `{ ${all.join(" ")} }`);
const externType = fc.oneof(
  signature,
  path,
  name,
  items.map((all) => `interface ${all}`),
);
const worldItem = fc.oneof(
  interfaceItem.filter((item) => !/^\S+ :/.test(item)),
  fc
    .tuple(fc.constantFrom("import", "export"), name, externType)
    .map(([keyword, n, of]) => `${keyword} ${n} : ${of} ;`),
  fc.tuple(fc.constantFrom("import", "export", "include"), path).map(([keyword, of]) => `${keyword} ${of} ;`),
);

const { expression } = fc.letrec<{ expression: string; argument: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    name,
    tie("expression").map((of) => `( ${of} )`),
    fc.tuple(tie("expression"), name).map(([of, n]) => `${of} . ${n}`),
    fc.tuple(tie("expression"), string).map(([of, n]) => `${of} [ ${n} ]`),
    fc
      .tuple(component, fc.array(tie("argument"), { maxLength: 3 }), fc.boolean())
      .map(([of, args, fills]) => `new ${of} { ${[...args, ...(fills ? ["..."] : [])].join(" , ")} }`),
  ),
  argument: fc.oneof(
    { maxDepth: 3 },
    name,
    name.map((n) => `... ${n}`),
    fc.tuple(written, tie("expression")).map(([n, value]) => `${n} : ${value}`),
  ),
}));

const statement = fc.oneof(
  fc
    .tuple(name, fc.option(written), externType)
    .map(([n, as, of]) => `import ${n} ${as === null ? "" : `as ${as} `}: ${of} ;`),
  fc.tuple(name, items).map(([n, all]) => `interface ${n} ${all}`),
  fc.tuple(name, fc.array(worldItem, { maxLength: 3 })).map(([n, all]) => `world ${n} { ${all.join(" ")} }`),
  declaration,
  fc.tuple(name, expression).map(([n, value]) => `let ${n} = ${value} ;`),
  fc.tuple(expression, fc.option(written)).map(([value, as]) => `export ${value} ${as === null ? "" : `as ${as} `};`),
  expression.map((value) => `export ${value} ... ;`),
);

/** What may stand between two tokens. */
const trivia = fc.constantFrom(
  " ",
  " ",
  " ",
  " ",
  "\n",
  "\n\n",
  " // why\n",
  "\n/// doc\n",
  " /* a */ ",
  "\n/* b\n   c */\n",
);

const text = fc.tuple(fc.array(statement, { maxLength: 5 }), fc.infiniteStream(trivia)).map(([statements, spaces]) => {
  const words = ["package a:b ;", ...statements].join(" ").split(" ");
  return words.map((word) => word + (spaces.next().value as string)).join("");
});

describe(`formatting, seed ${SEED}`, () => {
  it("says the same, keeps every comment, and changes nothing the second time", () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = parsed(source);
        const once = formatWac(document, source);
        const again = parsed(once);
        expect(shape(again), once).toEqual(shape(document));
        expect(again.comments.length).toBe(document.comments.length);
        expect(formatWac(again, once)).toBe(once);
      }),
      SETTINGS,
    );
  });
});
