// One printed line: who printed it, in which stream, with its colours and the places where a search found it.
// Colours that a program names follow the theme; ones that it mixes itself lean towards the text, to be readable.

import type { CSSProperties, Ref } from "react";

import { classes } from "../primitives/classes.ts";
import { NameText } from "../primitives/NameText.tsx";
import { type AnsiColour, type AnsiSpan, parseAnsi } from "./ansi.ts";
import { type ConsoleLine, splitAtMatches } from "./console-model.ts";
import styles from "./ConsoleRow.module.css";

export interface ConsoleRowProps {
  readonly line: ConsoleLine;
  readonly search: string;
  /** The match that Enter has led to. */
  readonly current: boolean;
  readonly wrap: boolean;
  readonly row: number;
  /** Pixels from the top of the list. */
  readonly offset: number;
  readonly measure: Ref<HTMLDivElement> | undefined;
}

export function ConsoleRow({ line, search, current, wrap, row, offset, measure }: ConsoleRowProps) {
  return (
    <div
      ref={measure}
      data-index={row}
      className={classes(styles.row, styles[line.stream], current && styles.current, wrap && styles.wrap)}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span className={styles.instance}>{line.instance === null ? null : <NameText name={line.instance} />}</span>
      <span className={styles.text}>
        {parseAnsi(line.text).map((span) => (
          <Span key={span.offset} span={span} search={search} />
        ))}
      </span>
    </div>
  );
}

function Span({ span, search }: { readonly span: AnsiSpan; readonly search: string }) {
  const { style, text } = span;
  const content = splitAtMatches(text, search).map((piece) =>
    piece.found ? <mark key={piece.offset}>{piece.text}</mark> : piece.text,
  );
  const plain = Object.values(style).every((value) => value === null || value === false);
  if (plain) return <span>{content}</span>;
  return (
    <span
      className={classes(
        style.bold && styles.bold,
        style.dim && styles.dim,
        style.italic && styles.italic,
        style.underline && styles.underline,
      )}
      style={colours(style)}
    >
      {content}
    </span>
  );
}

function colours(style: AnsiSpan["style"]): CSSProperties {
  const ink = style.inverse ? (style.background ?? { css: "var(--surface-1)" }) : style.colour;
  const ground = style.inverse ? (style.colour ?? { css: "var(--text-2)" }) : style.background;
  return {
    color: ink === null ? undefined : inkOf(ink, style.inverse),
    background: ground === null ? undefined : grounded(ground, style.inverse),
  };
}

function css(colour: AnsiColour): string {
  return "name" in colour ? `var(--ansi-${colour.name})` : colour.css;
}

/** A colour that the program chose itself knows nothing of the theme: it leans towards the text's own. */
function inkOf(colour: AnsiColour, inverse: boolean): string {
  return "name" in colour || inverse ? css(colour) : `color-mix(in srgb, ${css(colour)} 60%, var(--text))`;
}

/** A ground behind theme-coloured text is kept faint, so that the text stays readable in both themes. */
function grounded(colour: AnsiColour, full: boolean): string {
  return full ? css(colour) : `color-mix(in srgb, ${css(colour)} 22%, var(--surface-1))`;
}
