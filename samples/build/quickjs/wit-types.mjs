// The exports of a world, from what `wasm-tools component wit --json` says of it, in the types of canonical.mjs.

/** A list of { interfaceName, namespace, name, params, result }. Resources and imports are not supported. */
export function exportsOf(document, worldName) {
  const world = document.worlds.find(({ name }) => name === worldName);
  return Object.values(world.exports).flatMap(({ interface: { id } }) => {
    const { name: namespace, functions, package: packageIndex } = document.interfaces[id];
    const interfaceName = qualified(document.packages[packageIndex].name, namespace);
    return Object.values(functions).map(({ name, params, result }) => ({
      interfaceName,
      namespace: camelCase(namespace),
      name: camelCase(name),
      wireName: name,
      params: params.map(({ type }) => resolve(document, type)),
      result: result === undefined ? undefined : resolve(document, result),
    }));
  });
}

/** `a:b@1.0.0` and `c` give `a:b/c@1.0.0`. */
function qualified(packageName, interfaceName) {
  const [name, version] = packageName.split("@");
  return `${name}/${interfaceName}${version ? `@${version}` : ""}`;
}

function resolve(document, type) {
  if (typeof type === "string") return type;
  const { kind } = document.types[type];
  const inner = (other) => (other === undefined || other === null ? null : resolve(document, other));
  if (kind.type !== undefined) return inner(kind.type);
  if (kind.list !== undefined) return { list: inner(kind.list) };
  if (kind.option !== undefined) return { option: inner(kind.option) };
  if (kind.result) return { result: { ok: inner(kind.result.ok), err: inner(kind.result.err) } };
  if (kind.record) return { record: kind.record.fields.map((field) => [field.name, inner(field.type)]) };
  if (kind.tuple) return { tuple: kind.tuple.types.map(inner) };
  if (kind.variant) return { variant: kind.variant.cases.map((one) => [one.name, inner(one.type)]) };
  if (kind.enum) return { enum: kind.enum.cases.map(({ name }) => name) };
  if (kind.flags) return { flags: kind.flags.flags.map(({ name }) => name) };
  throw new Error(`no type for ${JSON.stringify(kind)}`);
}

const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
