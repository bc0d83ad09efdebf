// Searching, filtering, wrapping, copying and clearing a console.
// Stands in the bar of the bottom panel.

import { Eraser, WrapText } from "lucide-react";

import { CopyButton } from "../primitives/CopyButton.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { SearchField } from "../primitives/SearchField.tsx";
import { Select } from "../primitives/Select.tsx";
import text from "../styles/text.module.css";
import { type ConsoleQuery, plainText } from "./console-model.ts";
import type { ConsoleState } from "./use-console.ts";

export interface ConsoleToolbarProps {
  readonly state: ConsoleState;
  readonly onClear: () => void;
}

/** A value that no instance has, for all of them. */
const ALL = "*";

export function ConsoleToolbar({ state, onClear }: ConsoleToolbarProps) {
  const { lines, instances, query, onQueryChange, kept, matches, match } = state;
  return (
    <>
      <span className={text.count} aria-live="polite">
        {query.search === "" ? null : match === null ? "no match" : `${match + 1} of ${matches.length}`}
      </span>
      <SearchField
        size="small"
        label="Search the console"
        value={query.search}
        onChange={(search) => onQueryChange({ ...query, search })}
        onKeyDown={(event) => {
          if (event.key === "Enter") state.onStepMatch(event.shiftKey ? -1 : 1);
        }}
      />
      <Select<ConsoleQuery["stream"]>
        size="small"
        label="Stream"
        labelHidden
        value={query.stream}
        onChange={(stream) => onQueryChange({ ...query, stream })}
        options={[
          { value: "all", label: "All streams" },
          { value: "stdout", label: "stdout" },
          { value: "stderr", label: "stderr" },
          { value: "system", label: "System" },
        ]}
      />
      <Select
        size="small"
        label="Instance"
        labelHidden
        value={query.instance ?? ALL}
        onChange={(instance) => onQueryChange({ ...query, instance: instance === ALL ? null : instance })}
        options={[{ value: ALL, label: "All instances" }, ...instances.map((name) => ({ value: name, label: name }))]}
      />
      <IconButton
        label="Wrap long lines"
        glyph={WrapText}
        pressed={query.wrap}
        onClick={() => onQueryChange({ ...query, wrap: !query.wrap })}
      />
      <CopyButton label="Copy what is shown" text={() => plainText(lines, kept)} />
      <IconButton
        label="Clear the console"
        glyph={Eraser}
        disabledReason={lines.count === 0 ? "It is empty" : null}
        onClick={onClear}
      />
    </>
  );
}
