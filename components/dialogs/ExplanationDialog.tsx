// What a diagnostic means, what causes it and what helps.
// The text is the page that the command line prints as well.

import { BookOpen } from "lucide-react";

import { CodeBlock } from "../code/CodeBlock.tsx";
import { Dialog } from "../primitives/Dialog.tsx";
import { type ExplanationBlock, parseExplanation } from "./explanation-model.ts";
import styles from "./ExplanationDialog.module.css";

export interface ExplanationDialogProps {
  /** The page in Markdown. */
  readonly page: string;
  readonly onClose: () => void;
}

export function ExplanationDialog({ page, onClose }: ExplanationDialogProps) {
  const { title, blocks } = parseExplanation(page);
  return (
    <Dialog open title={title} glyph={BookOpen} width={640} onClose={onClose}>
      <div className={styles.page}>
        {blocks.map((block) => (
          <Block key={keyOf(block)} block={block} />
        ))}
      </div>
    </Dialog>
  );
}

/** No block of a page says the same as another. */
function keyOf(block: ExplanationBlock): string {
  return block.kind === "paragraph" ? block.parts.map(({ text }) => text).join("`") : block.text;
}

function Block({ block }: { readonly block: ExplanationBlock }) {
  if (block.kind === "heading") return <h3 className={styles.heading}>{block.text}</h3>;
  if (block.kind === "code") return <CodeBlock code={block.text} language={block.language} wrap />;
  return (
    <p>
      {block.parts.map(({ text, isCode, offset }) =>
        isCode ? (
          <code key={offset} className={styles.code}>
            {text}
          </code>
        ) : (
          text
        ),
      )}
    </p>
  );
}
