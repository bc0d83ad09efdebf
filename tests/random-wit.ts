// Random WIT packages, for laws that must hold of any component: interfaces with every kind of type, resources,
// `use`s between interfaces, and a world over them. Also small changes to a package, for pairs that almost fit.

import fc from "fast-check";

export interface WitInterface {
  readonly name: string;
  readonly uses: readonly { readonly from: string; readonly name: string }[];
  readonly types: readonly { readonly name: string; readonly text: string }[];
  readonly functions: readonly { readonly name: string; readonly text: string }[];
}

export interface WitPackage {
  readonly version: string;
  readonly interfaces: readonly WitInterface[];
}

const PRIMITIVES = [
  "bool",
  "s8",
  "u8",
  "s16",
  "u16",
  "s32",
  "u32",
  "s64",
  "u64",
  "f32",
  "f64",
  "char",
  "string",
] as const;

/** A value type that may mention `names`; resources are mentioned as owned handles or borrowed ones. */
function valueType(names: readonly string[], resources: readonly string[], borrows: boolean): fc.Arbitrary<string> {
  const leaves: fc.Arbitrary<string>[] = [fc.constantFrom(...PRIMITIVES)];
  if (names.length > 0) leaves.push(fc.constantFrom(...names));
  if (resources.length > 0) leaves.push(fc.constantFrom(...resources));
  if (borrows && resources.length > 0) leaves.push(fc.constantFrom(...resources).map((name) => `borrow<${name}>`));
  const { type } = fc.letrec<{ type: string }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(...leaves),
      tie("type").map((t) => `list<${t}>`),
      tie("type").map((t) => `option<${t}>`),
      fc.tuple(tie("type"), tie("type")).map(([a, b]) => `tuple<${a}, ${b}>`),
      fc.tuple(tie("type"), tie("type")).map(([a, b]) => `result<${a}, ${b}>`),
      tie("type").map((t) => `result<_, ${t}>`),
      tie("type").map((t) => `result<${t}>`),
    ),
  }));
  return type;
}

function parameters(names: readonly string[], resources: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(valueType(names, resources, true), { maxLength: 3 })
    .map((types) => types.map((type, i) => `p${i}: ${type}`).join(", "));
}

function signature(names: readonly string[], resources: readonly string[]): fc.Arbitrary<string> {
  const result = fc.option(valueType(names, resources, false), { nil: null });
  return fc.tuple(parameters(names, resources), result).map(([list, type]) => {
    return `func(${list})${type === null ? "" : ` -> ${type}`}`;
  });
}

type TypeShape = "record" | "variant" | "enum" | "flags" | "alias" | "resource";
const SHAPES: readonly TypeShape[] = ["record", "variant", "enum", "flags", "alias", "resource"];

function typeDefinition(
  name: string,
  shape: TypeShape,
  names: readonly string[],
  resources: readonly string[],
): fc.Arbitrary<string> {
  const inner = valueType(names, resources, false);
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const labels = fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, (_, i) => `l${i}`));
  switch (shape) {
    case "record":
      return some.map((types) => `record ${name} { ${types.map((type, i) => `f${i}: ${type}`).join(", ")} }`);
    case "variant":
      return some.map(
        (types) => `variant ${name} { none-of-these, ${types.map((type, i) => `c${i}(${type})`).join(", ")} }`,
      );
    case "enum":
    case "flags":
      return labels.map((all) => `${shape} ${name} { ${all.join(", ")} }`);
    case "alias":
      return inner.map((type) => `type ${name} = ${type};`);
    case "resource":
      return fc.tuple(parameters(names, resources), signature(names, resources)).map(([list, method]) => {
        return `resource ${name} { constructor(${list}); act: ${method}; make: static func() -> ${name}; }`;
      });
  }
}

interface Drafted {
  readonly interface: WitInterface;
  readonly resources: readonly string[];
}

function draftInterface(index: number, earlier: readonly Drafted[]): fc.Arbitrary<Drafted> {
  const offers = earlier.flatMap((drafted) =>
    drafted.interface.types.map(({ name }) => ({
      from: drafted.interface.name,
      name,
      isResource: drafted.resources.includes(name),
    })),
  );
  return fc
    .tuple(
      fc.subarray(offers, { maxLength: Math.min(2, offers.length) }),
      fc.array(fc.constantFrom(...SHAPES), { maxLength: 3 }),
    )
    .chain(([uses, shapes]) => {
      let draft: fc.Arbitrary<{ names: string[]; resources: string[]; types: WitInterface["types"] }> = fc.constant({
        names: uses.filter((use) => !use.isResource).map((use) => use.name),
        resources: uses.filter((use) => use.isResource).map((use) => use.name),
        types: [],
      });
      for (const [i, shape] of shapes.entries()) {
        const name = `t${index}-x${i}`;
        draft = draft.chain(({ names, resources, types }) =>
          typeDefinition(name, shape, names, resources).map((text) => ({
            names: shape === "resource" ? names : [...names, name],
            resources: shape === "resource" ? [...resources, name] : resources,
            types: [...types, { name, text }],
          })),
        );
      }
      return draft.chain(({ names, resources, types }) =>
        fc.array(signature(names, resources), { minLength: 1, maxLength: 3 }).map((signatures): Drafted => {
          const functions = signatures.map((text, i) => ({ name: `do-x${i}`, text: `do-x${i}: ${text};` }));
          const name = `i${index}`;
          return {
            interface: { name, uses: uses.map((use) => ({ from: use.from, name: use.name })), types, functions },
            resources,
          };
        }),
      );
    });
}

/** A package of one to three interfaces. */
export const witPackage: fc.Arbitrary<WitPackage> = fc.integer({ min: 1, max: 3 }).chain((count) => {
  let drafts: fc.Arbitrary<readonly Drafted[]> = fc.constant([]);
  for (let i = 0; i < count; i++) {
    drafts = drafts.chain((earlier) => draftInterface(i, earlier).map((drafted) => [...earlier, drafted]));
  }
  return fc.tuple(fc.constantFrom("0.2.0", "0.2.1", "1.0.0"), drafts).map(([version, all]) => {
    return { version, interfaces: all.map((drafted) => drafted.interface) };
  });
});

/** The text of `wit` with a world that imports and exports the named interfaces. */
export function witText(wit: WitPackage, imports: readonly string[], exports: readonly string[]): string {
  const interfaces = wit.interfaces.map(({ name, uses, types, functions }) => {
    const lines = [
      ...uses.map((use) => `use ${use.from}.{${use.name}};`),
      ...types.map(({ text }) => text),
      ...functions.map(({ text }) => text),
    ];
    return `interface ${name} {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
  });
  const world = [...imports.map((name) => `import ${name};`), ...exports.map((name) => `export ${name};`)];
  return `package test:gen@${wit.version};\n${interfaces.join("\n")}\nworld w {\n  ${world.join("\n  ")}\n}\n`;
}

/** `wit` with one thing changed, or nothing: what a neighbouring version of a package looks like. */
export function neighbour(wit: WitPackage): fc.Arbitrary<WitPackage> {
  const last = wit.interfaces.length - 1;
  const target = wit.interfaces[last]!;
  const replaced = (change: Partial<WitInterface>): WitPackage => ({
    ...wit,
    interfaces: wit.interfaces.with(last, { ...target, ...change }),
  });
  const first = target.functions[0]!;
  return fc.constantFrom(
    wit,
    replaced({ functions: [...target.functions, { name: "extra", text: "extra: func();" }] }),
    replaced({ functions: target.functions.slice(1) }),
    replaced({
      functions: [
        { name: first.name, text: first.text.replace("func(", "func(more: u8, ").replace(", )", ")") },
        ...target.functions.slice(1),
      ],
    }),
    replaced({ functions: target.functions.map(({ name, text }) => ({ name, text: text.replaceAll("u32", "s32") })) }),
    replaced({
      types: target.types.map(({ name, text }) => ({ name, text: text.replaceAll("f0", "g0").replaceAll("l0", "m0") })),
    }),
    { ...wit, version: wit.version === "0.2.0" ? "0.2.1" : "0.2.0" },
  );
}
