// pixel:posterize as a component: the canonical ABI around posterize.ts, for strings in UTF-16.
// The argument's pixels arrive in memory from cabi_realloc and are ours; the result hands them on.
import { isLevelCount, posterize } from "./posterize";

/** The canonical ABI's allocator. Growing memory traps when there is none left. */
export function cabi_realloc(old: usize, _oldSize: usize, _align: usize, size: usize): usize {
  return old === 0 ? heap.alloc(size) : heap.realloc(old, size);
}

/** filter.name. The result is the address of a pair: address and length of the string, in code units. */
export function name(): usize {
  const pair = heap.alloc(8);
  storeString(pair, "posterize");
  return pair;
}

export function name_post(pair: usize): void {
  heap.free(load<usize>(pair));
  heap.free(pair);
}

/** filter.apply. The result: a byte, 0 for ok, then from offset 4 the image or the message. */
export function apply(width: u32, height: u32, pixels: usize, count: u32, levels: u32): usize {
  const result = heap.alloc(20);
  const problem = findProblem(width, height, count, levels);
  if (problem !== null) {
    if (count > 0) heap.free(pixels);
    store<u8>(result, 1);
    storeString(result + 4, problem);
    return result;
  }
  posterize(pixels, count, levels);
  store<u8>(result, 0);
  store<u32>(result, width, 4);
  store<u32>(result, height, 8);
  store<usize>(result, pixels, 12);
  store<u32>(result, count, 16);
  return result;
}

export function apply_post(result: usize): void {
  const isError = load<u8>(result) === 1;
  const address = isError ? load<usize>(result, 4) : load<usize>(result, 12);
  const isEmpty = !isError && load<u32>(result, 16) === 0;
  if (!isEmpty) heap.free(address);
  heap.free(result);
}

function findProblem(width: u32, height: u32, count: u32, levels: u32): string | null {
  if (<u64>width * height !== count) return "the number of pixels is not width times height";
  if (!isLevelCount(levels)) return "there can be 2 to 256 levels, not " + levels.toString();
  return null;
}

/** Writes address and length of a copy of `text`. */
function storeString(pair: usize, text: string): void {
  const size = (<usize>text.length) << 1;
  const content = heap.alloc(size);
  memory.copy(content, changetype<usize>(text), size);
  store<usize>(pair, content);
  store<usize>(pair, text.length, 4);
}
