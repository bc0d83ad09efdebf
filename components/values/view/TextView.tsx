// A string with its own line breaks. A very long one shows its beginning and how much more there is.

import { useState } from "react";

import { Button } from "../../primitives/Button.tsx";
import styles from "./TextView.module.css";

/** UTF-16 code units that are shown at once. */
const PAGE = 4_000;

export function TextView({ text }: { readonly text: string }) {
  const [length, setLength] = useState(PAGE);
  return (
    <>
      <pre className={styles.text} tabIndex={0} data-focus-inside>
        {text.slice(0, length)}
      </pre>
      {length < text.length ? (
        <Button variant="ghost" size="small" onClick={() => setLength(length + PAGE)}>
          Show more of {text.length} characters
        </Button>
      ) : null}
    </>
  );
}
