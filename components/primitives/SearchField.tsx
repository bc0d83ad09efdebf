// A field that narrows what is next to it.
// Escape empties it; the keycap says which key brings the focus here.

import { ListFilter, Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";

import { classes } from "./classes.ts";
import styles from "./Field.module.css";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { Keycap } from "./Keycap.tsx";

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly size?: "regular" | "small" | undefined;
  /** A funnel instead of the lens, for filters of tables. */
  readonly kind?: "search" | "filter" | undefined;
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  shortcut,
  size = "regular",
  kind = "search",
  className,
  inputRef,
  onKeyDown,
}: SearchFieldProps) {
  return (
    <div className={classes(styles.control, size === "small" && styles.small, className)}>
      <Icon glyph={kind === "search" ? Search : ListFilter} size={size === "small" ? 13 : 14} />
      <input
        type="search"
        ref={inputRef}
        className={styles.input}
        value={value}
        placeholder={placeholder ?? label}
        aria-label={label}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") {
            event.stopPropagation();
            onChange("");
            return;
          }
          onKeyDown?.(event);
        }}
      />
      {value === "" && shortcut !== undefined ? <Keycap keys={shortcut} /> : null}
      {value === "" ? null : (
        <IconButton className={styles.clear} label="Clear" glyph={X} glyphSize={12} onClick={() => onChange("")} />
      )}
    </div>
  );
}
