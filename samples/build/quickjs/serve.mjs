// The JavaScript side of an export: arguments from the frame, the program's function, the result into the frame.
// The frame is one 8-byte slot for each core value; glue.wat fills and reads it, and calls what `serve` returns.
import { flatten, memoryOf, MOST_FLAT_PARAMETERS } from "./canonical.mjs";

/**
 * A function that calls export `index`, or with -1 frees what the last one returned.
 * `exports` are { namespace, name, params, result }, and the program has them as `program[namespace][name]`.
 * A result<> is returned or thrown; an Error that is thrown is a trap.
 */
export function serve(program, exports, { buffer, base, frame, reallocate }) {
  const memory = memoryOf(buffer, base, reallocate);
  let blocks = [];

  function liftArguments(params) {
    const types = { tuple: params };
    if (flatten(types).length <= MOST_FLAT_PARAMETERS) return memory.loadFlat(types, { at: frame });
    const address = memory.load("u32", frame);
    const values = memory.load(types, address);
    reallocate(address, 0);
    return values;
  }

  function lowerResult(type, value) {
    if (flatten(type).length <= 1) {
      memory.store("u64", 0n, frame, blocks);
      memory.store(/^s(8|16)$/.test(type) ? "s32" : type, value, frame, blocks); // core values are sign-extended
      return;
    }
    const address = memory.allocate(memory.layout(type).size, blocks);
    memory.store(type, value, address, blocks);
    memory.store("u32", address, frame, blocks);
  }

  return (index) => {
    if (index < 0) {
      for (const block of blocks) reallocate(block, 0);
      blocks = [];
      return;
    }
    const { namespace, name, params, result } = exports[index];
    const value = outcome(() => program[namespace][name](...liftArguments(params)), result);
    if (result) lowerResult(result, value);
  };
}

function outcome(call, type) {
  if (!type?.result) return call();
  try {
    return { tag: "ok", val: call() };
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return { tag: "err", val: thrown };
  }
}
