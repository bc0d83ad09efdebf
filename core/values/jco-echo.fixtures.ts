// Types → a real component that hands values through, transpiled by jco and run here: an oracle that we didn't write.
// Its world imports `host` and exports `api`, both with one function `echo0`, `echo1`, … per type; each export passes its
// argument to the import and returns what comes back, so a value is lowered and lifted twice on its way.

import { peelValue, type StructuralValueType, type ValueType } from "../wit/types.ts";

type JsFunction = (argument: unknown) => unknown;

export interface Echo {
  /** The component, for a reader of types. */
  readonly bytes: Uint8Array;
  /** A fresh instance over `host`; index i calls `echo<i>` and so `host[i]`. */
  instantiate(host: readonly JsFunction[]): Promise<readonly JsFunction[]>;
}

export type Mend = (js: string) => string;

/**
 * The echo of `types`; each alias in them is declared in an interface and used from there.
 * @param mend what is run instead of the script that jco made
 */
export async function echoOf(types: readonly ValueType[], mend: Mend = (js) => js): Promise<Echo> {
  const tools = await import("@bytecodealliance/jco-transpile/wasm-tools");
  const binary = await tools.parse(coreModule(types));
  const embedded = await tools.componentEmbed({ binary, witSource: witOf(types), world: "echo" });
  const bytes = await tools.componentNew(embedded, []);
  const instantiate = await transpiled(bytes, mend);
  return {
    bytes,
    async instantiate(host) {
      const imports = { "test:echo/host": Object.fromEntries(host.map((call, i) => [`echo${i}`, call])) };
      const exports = await instantiate(imports);
      return types.map((_, i) => exports["test:echo/api"]![`echo${i}`]!);
    },
  };
}

type JsInstances = Readonly<Record<string, Record<string, unknown>>>;
type Instantiate = (imports: JsInstances) => Promise<Partial<Record<string, Partial<Record<string, JsFunction>>>>>;

/** The component in `bytes` as jco makes it JavaScript; each call of the answer makes a fresh instance. */
export async function transpiled(bytes: Uint8Array, mend: Mend = (js) => js): Promise<Instantiate> {
  const { $init, generate } = await import("@bytecodealliance/jco-transpile/component");
  await $init;
  const { files } = generate(bytes, {
    name: "echo",
    instantiation: { tag: "async" },
    noTypescript: true,
    noNodejsCompat: true,
    strict: true,
    multiMemory: true,
    map: [],
  });
  const modules = new Map<string, WebAssembly.Module>();
  for (const [name, content] of files)
    if (name.endsWith(".wasm")) modules.set(name, await WebAssembly.compile(content as Uint8Array<ArrayBuffer>));
  const script = files.find(([name]) => name.endsWith(".js"))![1];
  const text = mend(new TextDecoder().decode(script));
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const { instantiate } = (await import(/* @vite-ignore */ url)) as {
    instantiate: (getModule: (name: string) => WebAssembly.Module, imports: JsInstances) => ReturnType<Instantiate>;
  };
  return (imports) => instantiate((name) => modules.get(name)!, imports);
}

function witOf(types: readonly ValueType[]): string {
  const declarations = new Declarations();
  const functions = types.map((type, i) => {
    const name = declarations.reference(type);
    return `echo${i}: func(v: ${name}) -> ${name};`;
  });
  const use = declarations.names.length === 0 ? "" : `use types.{${declarations.names.join(", ")}};`;
  const members = `{ ${use} ${functions.join(" ")} }`;
  return `package test:echo;
    interface types { ${declarations.text.join("\n")} }
    interface host ${members}
    interface api ${members}
    world echo { import host; export api; }`;
}

/** Records, variants, enums, flags and aliases are declared once under a name; the rest is written out. */
class Declarations {
  readonly text: string[] = [];
  readonly names: string[] = [];

  reference(type: ValueType): string {
    switch (type.kind) {
      case "named": {
        const of = this.reference(type.of as ValueType);
        return this.#declare((name) => `type ${name} = ${of};`);
      }
      case "primitive":
        return type.primitive;
      case "record": {
        const fields = type.fields.map((field) => `%${field.name}: ${this.reference(field.type)}`);
        return this.#declare((name) => `record ${name} { ${fields.join(", ")} }`);
      }
      case "variant": {
        const cases = type.cases.map((c) => (c.type ? `%${c.name}(${this.reference(c.type)})` : `%${c.name}`));
        return this.#declare((name) => `variant ${name} { ${cases.join(", ")} }`);
      }
      case "enum":
      case "flags":
        return this.#declare((name) => `${type.kind} ${name} { ${type.labels.map((l) => `%${l}`).join(", ")} }`);
      case "list":
        return `list<${this.reference(type.element)}${type.length === null ? "" : `, ${type.length}`}>`;
      case "tuple":
        return `tuple<${type.elements.map((element) => this.reference(element)).join(", ")}>`;
      case "option":
        return `option<${this.reference(type.element)}>`;
      case "map":
        return `map<${this.reference(type.key)}, ${this.reference(type.value)}>`;
      case "result": {
        const ok = type.ok ? this.reference(type.ok) : "_";
        if (type.error) return `result<${ok}, ${this.reference(type.error)}>`;
        return type.ok ? `result<${ok}>` : "result";
      }
      default:
        throw new Error(`no echo of ${type.kind}`);
    }
  }

  #declare(declaration: (name: string) => string): string {
    const name = `t${this.names.length}`;
    this.names.push(name);
    this.text.push(declaration(name));
    return name;
  }
}

const SCRATCH = 65_536;

/** Exports that call the import of the same name and return what it left in memory. */
function coreModule(types: readonly ValueType[]): string {
  const imports: string[] = [];
  const functions: string[] = [];
  types.forEach((type, i) => {
    const flat = flatTypes(type);
    const parameters = flat.length > 16 ? ["i32"] : flat;
    const byPointer = flat.length > 1;
    const list = `(param ${parameters.join(" ")})`;
    const result = byPointer ? "" : `(result ${flat[0]})`;
    const hostList = byPointer ? `${list.slice(0, -1)} i32)` : list;
    imports.push(`(import "test:echo/host" "echo${i}" (func $host${i} ${hostList} ${result}))`);
    const passed = parameters.map((_, n) => `(local.get ${n})`).join(" ");
    const body = byPointer
      ? `(call $host${i} ${passed} (i32.const ${SCRATCH})) (i32.const ${SCRATCH})`
      : `(call $host${i} ${passed})`;
    functions.push(`(func (export "test:echo/api#echo${i}") ${list} ${result || "(result i32)"} ${body})`);
  });
  return `(module ${imports.join("\n")}
    (memory (export "memory") 64)
    (global $next (mut i32) (i32.const ${SCRATCH * 2}))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      (global.set $next (i32.and (i32.add (global.get $next) (i32.const 15)) (i32.const -16)))
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get 3))))
    ${functions.join("\n")})`;
}

type CoreType = "i32" | "i64" | "f32" | "f64";

/** The core types that `type` is passed as. @see CanonicalABI.md "Flattening" */
function flatTypes(type: ValueType): readonly CoreType[] {
  const structure: StructuralValueType = peelValue(type);
  switch (structure.kind) {
    case "primitive":
      return flatPrimitive(structure.primitive);
    case "record":
      return structure.fields.flatMap((field) => flatTypes(field.type));
    case "tuple":
      return structure.elements.flatMap(flatTypes);
    case "list":
      if (structure.length === null) return ["i32", "i32"];
      return Array.from({ length: structure.length }, () => flatTypes(structure.element)).flat();
    case "map":
      return ["i32", "i32"];
    case "variant":
      return flatCases(structure.cases.map((c) => c.type));
    case "option":
      return flatCases([null, structure.element]);
    case "result":
      return flatCases([structure.ok, structure.error]);
    default:
      return ["i32"];
  }
}

function flatPrimitive(name: string): readonly CoreType[] {
  if (name === "string") return ["i32", "i32"];
  if (name === "f32" || name === "f64") return [name];
  return name.endsWith("64") ? ["i64"] : ["i32"];
}

function flatCases(payloads: readonly (ValueType | null)[]): readonly CoreType[] {
  const joined: CoreType[] = [];
  for (const payload of payloads)
    for (const [i, core] of (payload ? flatTypes(payload) : []).entries()) joined[i] = join(joined[i] ?? core, core);
  return ["i32", ...joined];
}

function join(a: CoreType, b: CoreType): CoreType {
  if (a === b) return a;
  return (a === "i32" && b === "f32") || (a === "f32" && b === "i32") ? "i32" : "i64";
}
