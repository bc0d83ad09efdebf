// Derived data is computed, never stored: these remember the last or the per-object answer.

/** `compute`, remembering its answer for the latest arguments (compared by identity). */
export function memoizeLast<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | undefined;
  return (...args) => {
    if (!last || last.args.length !== args.length || last.args.some((a, i) => a !== args[i])) {
      last = { args, result: compute(...args) };
    }
    return last.result;
  };
}

/** `compute`, remembering one answer per object for as long as the object lives. */
export function memoizeByIdentity<K extends object, R>(compute: (key: K) => R): (key: K) => R {
  const answers = new WeakMap<K, { result: R }>();
  return (key) => {
    let answer = answers.get(key);
    if (!answer) answers.set(key, (answer = { result: compute(key) }));
    return answer.result;
  };
}
