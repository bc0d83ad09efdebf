// What is going on, on the last line of a terminal, for work that takes longer than people wait without a sign.

const SHOW_AFTER_MS = 300;
const CLEAR_LINE = "\r\u001b[K";

/** What `work` gives; meanwhile `label` stands on standard error, if that is a terminal and it takes a while. */
export async function withProgress<T>(label: string, work: () => Promise<T>): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return work();
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    stderr.write(`${CLEAR_LINE}${label} …`);
  }, SHOW_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (shown) stderr.write(CLEAR_LINE);
  }
}
