// A short piece of WIT, WAC or WAVE, coloured and read-only.
// Long texts go to an editor instead.

import { classes } from "../primitives/classes.ts";
import styles from "./CodeBlock.module.css";
import { type CodeLanguage, tokenize } from "./tokenize.ts";

export interface CodeBlockProps {
  readonly code: string;
  readonly language: CodeLanguage;
  /** Read aloud before the code. */
  readonly label?: string | undefined;
  /** Without frame and ground, for cards that have their own. */
  readonly bare?: boolean | undefined;
  /** Long lines break instead of scrolling. */
  readonly wrap?: boolean | undefined;
}

export function CodeBlock({ code, language, label, bare = false, wrap = false }: CodeBlockProps) {
  return (
    <pre
      className={classes(styles.block, !bare && styles.framed, wrap && styles.wrap)}
      aria-label={label}
      tabIndex={wrap ? undefined : 0}
      data-focus-inside
    >
      <CodeText code={code} language={language} />
    </pre>
  );
}

/** The coloured text alone, to stand in a line. */
export function CodeText({ code, language }: Pick<CodeBlockProps, "code" | "language">) {
  return (
    <code className={styles.code}>
      {tokenize(code, language).map((token) => (
        <span key={token.offset} className={styles[token.kind]}>
          {token.text}
        </span>
      ))}
    </code>
  );
}
