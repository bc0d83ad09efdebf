// hello:style as a component: the canonical ABI around style.ts, for strings in UTF-16.
// The caller's string arrives in memory from cabi_realloc and is ours to free; ours is freed by the post-return.
import { decorate as decorateText } from "./style";

/** The canonical ABI's allocator. Growing memory traps when there is none left. */
export function cabi_realloc(old: usize, _oldSize: usize, _align: usize, size: usize): usize {
  return old === 0 ? heap.alloc(size) : heap.realloc(old, size);
}

/** style.decorate. The result is the address of a pair: address and length of the string, in code units. */
export function decorate(text: usize, length: usize, mood: i32): usize {
  const result = decorateText(String.UTF16.decodeUnsafe(text, length << 1), mood);
  if (length > 0) heap.free(text);

  const size = (<usize>result.length) << 1;
  const content = heap.alloc(size);
  memory.copy(content, changetype<usize>(result), size);
  const pair = heap.alloc(8);
  store<usize>(pair, content);
  store<usize>(pair, result.length, 4);
  return pair;
}

export function decorate_post(pair: usize): void {
  heap.free(load<usize>(pair));
  heap.free(pair);
}
