// A sentence whose pieces of code stand between backticks.

/** `text` with those pieces set as code. */
export function Words({ text }: { readonly text: string }) {
  const pieces = [...text.matchAll(/`([^`]*)`|[^`]+|`/g)];
  return pieces.map(({ 0: piece, 1: code, index }) =>
    code === undefined ? <span key={index}>{piece}</span> : <code key={index}>{code}</code>,
  );
}
