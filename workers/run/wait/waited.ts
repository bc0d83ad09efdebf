// What a function gives that may have to wait: its result, or a promise of it where calls are suspended instead of blocked.

export type Waited<T> = T | Promise<T>;

/** What `then` makes of the result of `run`, or `failed` of what is thrown on the way; at once unless there is a wait. */
export function settling<T, R>(
  run: () => Waited<T>,
  then: (result: T) => R,
  failed: (thrown: unknown) => R,
): Waited<R> {
  try {
    const result = run();
    return result instanceof Promise ? result.then(then).catch(failed) : then(result);
  } catch (thrown) {
    return failed(thrown);
  }
}
