// What the page is busy with. Tests and scripts wait for it to be idle; the status bar shows it when it takes long.

let pending = 0;
const waiting = new Set<() => void>();

/** `work`, counted until it settles. */
export async function busy<T>(work: Promise<T> | (() => Promise<T>)): Promise<T> {
  pending += 1;
  try {
    return await (typeof work === "function" ? work() : work);
  } finally {
    pending -= 1;
    if (pending === 0) for (const wake of waiting) wake();
  }
}

/** Resolves when nothing is pending and what came of it has been drawn. */
export async function whenIdle(): Promise<void> {
  for (;;) {
    // Counted down by what `busy` was given.
    while (isBusy()) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
      });
    }
    await nextFrame();
    await nextFrame();
    if (!isBusy()) return;
  }
}

function isBusy(): boolean {
  return pending > 0;
}

/** Resolves once what stands on the page has been painted. */
export async function whenPainted(): Promise<void> {
  await nextFrame();
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Hidden pages draw no frames: there, a timer does. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
