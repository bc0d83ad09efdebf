// What jco's code for suspended calls lacks, or gets wrong, mended in its text. It is of one version of jco; the tests of
// runs in a browser that isn't isolated hold each of these to what the code for blocking calls does.

/** `js`, of jco's `jspi` mode, so that its calls end as they do where a thread blocks. */
export function mendSuspended(js: string): string {
  return withWaitingDestructors(withThrownErrors(withAsyncStatics(withAsyncConstructors(js))));
}

/** A class's constructor can't be asynchronous: it gives a promise of the object, which the importing code awaits. */
function withAsyncConstructors(js: string): string {
  return js.replaceAll(
    /^( +)constructor\((.*)\) \{$([\s\S]*?)^\1\}$/gm,
    (whole, indent: string, parameters: string, body: string) =>
      waits(body) ? `${indent}constructor(${parameters}) { return (async () => {${body}${indent}})(); }` : whole,
  );
}

/** Static functions wait without being marked as such. */
function withAsyncStatics(js: string): string {
  return js.replaceAll(
    /^( +)(\S+ = )(function .*\{)$([\s\S]*?)^\1\}$/gm,
    (whole, indent: string, assigned: string, head: string, body: string) =>
      waits(body) ? `${indent}${assigned}async ${head}${body}${indent}}` : whole,
  );
}

/** Where an imported function fails, the code waits for a task that nobody completes. */
function withThrownErrors(js: string): string {
  return js.replaceAll("return task.completionPromise();", "throw err;");
}

/**
 * Dropping a resource gives a promise where that calls a destructor. Whoever drops one of another component, or one of
 * its own, has to be suspended for it: `suspendDrops` sees to that.
 */
function withWaitingDestructors(js: string): string {
  return js
    .replaceAll(
      /(rscTableRemove\((handleTable\d+), \w+\);\n[^}]*?)(exports\d+(?:\.[\w$]+|\['[^']*'\]))\(handleEntry\.rep\);/g,
      (_, before: string, table: string, destructor: string) =>
        `${before}return suspendedDrop(${table}._componentIdx, ${destructor}, handleEntry.rep);`,
    )
    .replaceAll(
      /if \((\w+)\[symbolDispose\]\) \1\[symbolDispose\]\(\);\s*(captureTable\d+\.delete\(handleEntry\.rep\);)/g,
      (_, resource: string, forget: string) => `${forget} return ${resource}[symbolDispose]?.();`,
    )
    .replace(/^( *)let gen ?= ?\(function\* _initGenerator/m, (whole) => `${SUSPENDED_DROP}\n${whole}`);
}

/** A destructor called from outside is a task of its component; one called by the component itself is part of its task. */
const SUSPENDED_DROP = `
  async function suspendedDrop(componentIdx, destructor, rep) {
    const destroy = WebAssembly.promising(destructor);
    if (CURRENT_TASK_META[componentIdx]) return destroy(rep);
    const [task] = createNewCurrentTask({
      componentIdx, isAsync: false, isManualAsync: true, preserveFutureResult: false, entryFnName: '[dtor]',
      getCallbackFn: () => null, callbackFnName: null, errHandling: 'none', callingWasmExport: true,
    });
    task.setCalleeIsAsync(false);
    await task.enter();
    try {
      await _withGlobalCurrentTaskMetaAsync({ taskID: task.id(), componentIdx, fn: () => destroy(rep) });
    } catch (err) {
      getOrCreateAsyncState(componentIdx).markTrapped(err);
      task.setErrored(err);
      task.reject(err);
      throw err;
    }
    task.resolve([undefined]);
    task.exit();
  }`;

/** True for the body of an exported function that may be suspended. */
function waits(body: string): boolean {
  return body.includes("await task.enter(");
}
