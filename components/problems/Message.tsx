// A sentence in which names of places stand out.

import { classes } from "../primitives/classes.ts";
import { NameText } from "../primitives/NameText.tsx";
import styles from "./Message.module.css";
import { type MessagePart, plainText } from "./problem-model.ts";

export interface MessageProps {
  readonly parts: readonly MessagePart[];
  /** For what stands under another sentence: no bolder than it needs to be. */
  readonly quiet?: boolean | undefined;
}

export function Message({ parts, quiet = false }: MessageProps) {
  return (
    <span className={classes(quiet && styles.quiet)}>
      {placed(parts).map(({ part, offset }) =>
        typeof part === "string" ? (
          part
        ) : (
          <b key={offset} className={styles.name}>
            <NameText name={part.name} />
          </b>
        ),
      )}
    </span>
  );
}

/** Each part with where it begins in the sentence: a name may stand there more than once. */
function placed(parts: readonly MessagePart[]): { readonly part: MessagePart; readonly offset: number }[] {
  let offset = 0;
  return parts.map((part) => {
    const start = offset;
    offset += plainText([part]).length;
    return { part, offset: start };
  });
}
