// The canonical ABI for values, for exports written in JavaScript. Spec: Component Model, CanonicalABI.md.
//
// It runs inside QuickJS, with all of linear memory as one ArrayBuffer; the build uses `flatten` as well.
// A type is a primitive's name, or an object with one key: list, record, tuple, variant, option, result, enum, flags.
// Values are jco's: camelCase records, `undefined` for none, { tag, val } variants, names for enums, bigint for 64 bits.

/** A function with more core parameters takes one address instead. */
export const MOST_FLAT_PARAMETERS = 16;

/** A primitive of `size` bytes that a DataView reads and writes as a `kind`. */
const number = (size, core, kind) => ({
  size,
  core,
  get: (view, at) => view[`get${kind}`](at, true),
  set: (view, at, value) => view[`set${kind}`](at, value, true),
});

const PRIMITIVES = {
  u8: number(1, "i32", "Uint8"),
  s8: number(1, "i32", "Int8"),
  u16: number(2, "i32", "Uint16"),
  s16: number(2, "i32", "Int16"),
  u32: number(4, "i32", "Uint32"),
  s32: number(4, "i32", "Int32"),
  u64: number(8, "i64", "BigUint64"),
  s64: number(8, "i64", "BigInt64"),
  f32: number(4, "f32", "Float32"),
  f64: number(8, "f64", "Float64"),
  bool: {
    size: 1,
    core: "i32",
    get: (view, at) => view.getUint8(at) !== 0,
    set: (view, at, value) => view.setUint8(at, value ? 1 : 0),
  },
  char: {
    size: 4,
    core: "i32",
    get: (view, at) => String.fromCodePoint(view.getUint32(at, true)),
    set: (view, at, value) => view.setUint32(at, value.codePointAt(0), true),
  },
};

const alignTo = (at, align) => Math.ceil(at / align) * align;
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const isList = (type) => type === "string" || type.list !== undefined;

/** The [name, type] pairs of a record or a tuple, or undefined. */
const fieldsOf = (type) => type.record ?? type.tuple?.map((field, index) => [index, field]);

/** The [name, type or null] pairs of whatever is stored as a case and its payload, or undefined. */
function casesOf(type) {
  if (type.variant) return type.variant;
  if (type.enum) return type.enum.map((name) => [name, null]);
  if (type.option) return Object.entries({ none: null, some: type.option });
  if (type.result) return Object.entries({ ok: type.result.ok, err: type.result.err });
  return undefined;
}

const sizeOfDiscriminant = (cases) => (cases.length <= 256 ? 1 : cases.length <= 65536 ? 2 : 4);
const sizeOfFlags = (names) => (names.length <= 8 ? 1 : names.length <= 16 ? 2 : 4);

/** Size and alignment in memory, in bytes. */
function layout(type) {
  if (isList(type)) return { size: 8, align: 4 };
  if (typeof type === "string") return { size: PRIMITIVES[type].size, align: PRIMITIVES[type].size };
  if (type.flags) return { size: sizeOfFlags(type.flags), align: sizeOfFlags(type.flags) };
  const fields = fieldsOf(type);
  if (fields) {
    const { end, align } = placed(fields);
    return { size: alignTo(end, align), align };
  }
  const cases = casesOf(type);
  const payloads = cases.filter(([, payload]) => payload).map(([, payload]) => layout(payload));
  const align = Math.max(sizeOfDiscriminant(cases), ...payloads.map((payload) => payload.align));
  const size = payloadOffset(cases) + Math.max(0, ...payloads.map((payload) => payload.size));
  return { size: alignTo(size, align), align };
}

/** The offset of every field, and where the last one ends. */
function placed(fields) {
  let end = 0;
  let align = 1;
  const offsets = fields.map(([, type]) => {
    const field = layout(type);
    const offset = alignTo(end, field.align);
    end = offset + field.size;
    align = Math.max(align, field.align);
    return offset;
  });
  return { offsets, end, align };
}

function payloadOffset(cases) {
  const aligns = cases.filter(([, payload]) => payload).map(([, payload]) => layout(payload).align);
  return alignTo(sizeOfDiscriminant(cases), Math.max(1, ...aligns));
}

/** The core types that stand for a value in a function's signature. */
export function flatten(type) {
  if (isList(type)) return ["i32", "i32"];
  if (typeof type === "string") return [PRIMITIVES[type].core];
  if (type.flags) return ["i32"];
  const fields = fieldsOf(type);
  if (fields) return fields.flatMap(([, field]) => flatten(field));
  const joined = [];
  for (const [, payload] of casesOf(type)) {
    for (const [index, core] of (payload ? flatten(payload) : []).entries()) {
      joined[index] = joined[index] === undefined || joined[index] === core ? core : join(joined[index], core);
    }
  }
  return ["i32", ...joined];
}

const join = (a, b) => ([a, b].every((core) => core === "i32" || core === "f32") ? "i32" : "i64");

/**
 * Lifts and lowers values in `buffer`, whose byte 0 is the address `base` of memory.
 * `reallocate(address, size)` is C's: a new block for address 0, and size 0 frees.
 */
export function memoryOf(buffer, base, reallocate) {
  const view = new DataView(buffer);
  const bytes = new Uint8Array(buffer);

  function load(type, address) {
    if (isList(type))
      return loadList(type, view.getUint32(address - base, true), view.getUint32(address + 4 - base, true));
    if (typeof type === "string") return PRIMITIVES[type].get(view, address - base);
    if (type.flags) return flagsOf(type.flags, unsigned(sizeOfFlags(type.flags)).get(view, address - base));
    const fields = fieldsOf(type);
    if (fields) {
      const { offsets } = placed(fields);
      return composed(
        type,
        fields.map(([, field], index) => load(field, address + offsets[index])),
      );
    }
    const cases = casesOf(type);
    const index = unsigned(sizeOfDiscriminant(cases)).get(view, address - base);
    return caseValue(type, cases[index], (payload) => load(payload, address + payloadOffset(cases)));
  }

  /** Lifts a value from 8-byte slots, one for each core value of `flatten`; `cursor.at` moves past it. */
  function loadFlat(type, cursor) {
    const at = cursor.at;
    cursor.at += 8 * flatten(type).length;
    if (isList(type)) return loadList(type, view.getUint32(at - base, true), view.getUint32(at + 8 - base, true));
    if (typeof type === "string") return PRIMITIVES[type].get(view, at - base);
    if (type.flags) return flagsOf(type.flags, view.getUint32(at - base, true));
    const fields = fieldsOf(type);
    const inner = { at: fields ? at : at + 8 };
    if (fields)
      return composed(
        type,
        fields.map(([, field]) => loadFlat(field, inner)),
      );
    return caseValue(type, casesOf(type)[view.getUint32(at - base, true)], (payload) => loadFlat(payload, inner));
  }

  /** The elements, whose block is ours and freed. */
  function loadList(type, address, length) {
    const value =
      type === "string"
        ? textOf(bytes.subarray(address - base, address - base + length))
        : type.list === "u8"
          ? bytes.slice(address - base, address - base + length)
          : Array.from({ length }, (_, index) => load(type.list, address + index * layout(type.list).size));
    if (length > 0) reallocate(address, 0);
    return value;
  }

  /** Writes a value; the address of every block that it needs goes into `blocks`. */
  function store(type, value, address, blocks) {
    if (isList(type)) return storeList(type, value, address, blocks);
    if (typeof type === "string") return PRIMITIVES[type].set(view, address - base, value);
    if (type.flags) {
      const bits = type.flags.reduce((sum, name, index) => (value[camelCase(name)] ? sum | (1 << index) : sum), 0);
      return unsigned(sizeOfFlags(type.flags)).set(view, address - base, bits);
    }
    const fields = fieldsOf(type);
    if (fields) {
      const { offsets } = placed(fields);
      return fields.forEach(([name, field], index) =>
        store(field, value[typeof name === "string" ? camelCase(name) : name], address + offsets[index], blocks),
      );
    }
    const cases = casesOf(type);
    const [tag, payload] = taggedValue(type, value);
    const index = cases.findIndex(([name]) => name === tag);
    if (index < 0) throw new TypeError(`"${tag}" is none of ${cases.map(([name]) => name).join(", ")}`);
    unsigned(sizeOfDiscriminant(cases)).set(view, address - base, index);
    if (cases[index][1]) store(cases[index][1], payload, address + payloadOffset(cases), blocks);
  }

  function storeList(type, value, address, blocks) {
    const elements = type === "string" ? utf8Of(value) : value;
    const element = type === "string" ? "u8" : type.list;
    const { size } = layout(element);
    const block = allocate(elements.length * size, blocks);
    for (let index = 0; index < elements.length; index++) store(element, elements[index], block + index * size, blocks);
    view.setUint32(address - base, block, true);
    view.setUint32(address + 4 - base, elements.length, true);
  }

  function allocate(size, blocks) {
    if (size === 0) return 8; // any aligned address that is not null
    const block = reallocate(0, size);
    blocks.push(block);
    return block;
  }

  return { load, loadFlat, store, allocate, layout };
}

const unsigned = (size) => PRIMITIVES[`u${size * 8}`];

const composed = (type, values) =>
  type.tuple ? values : Object.fromEntries(type.record.map(([name], index) => [camelCase(name), values[index]]));

const flagsOf = (names, bits) =>
  Object.fromEntries(names.map((name, index) => [camelCase(name), ((bits >>> index) & 1) === 1]));

function caseValue(type, [tag, payload], loadPayload) {
  const val = payload ? loadPayload(payload) : undefined;
  if (type.enum) return tag;
  if (type.option) return val;
  return payload ? { tag, val } : { tag };
}

function taggedValue(type, value) {
  if (type.enum) return [value];
  if (type.option) return value === undefined || value === null ? ["none"] : ["some", value];
  return [value.tag, value.val];
}

/** QuickJS has no TextDecoder. The canonical ABI has checked the bytes before. */
function textOf(bytes) {
  let escaped = "";
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, "0")}`;
  return decodeURIComponent(escaped);
}

function utf8Of(text) {
  const bytes = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}
