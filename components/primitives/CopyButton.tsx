// Puts a text on the clipboard and says whether that worked.
// The answer stays on the button for a moment.

import { Check, Copy, X } from "lucide-react";
import { useEffect, useState } from "react";

import { copyText } from "./copy-text.ts";
import { IconButton } from "./IconButton.tsx";

export interface CopyButtonProps {
  /** What is copied: `Copy WIT`. */
  readonly label: string;
  /** Asked for when pressed, so that long texts are only made when they are wanted. */
  readonly text: () => string;
}

/** How long the answer stays on the button. */
const ANSWER_MS = 1_600;

export function CopyButton({ label, text }: CopyButtonProps) {
  const [answer, setAnswer] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (answer === null) return undefined;
    const timer = setTimeout(() => setAnswer(null), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  const copy = async () => setAnswer((await copyText(text())) ? "copied" : "refused");
  const glyph = { copied: Check, refused: X, none: Copy }[answer ?? "none"];
  const said = { copied: "Copied", refused: "The browser refused the clipboard", none: label }[answer ?? "none"];
  return <IconButton label={said} glyph={glyph} glyphSize={13} onClick={() => void copy()} />;
}
