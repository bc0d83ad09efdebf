// The open palette: a field, and the commands that match it, the best one chosen.
// A command that can't be run is listed with its reason, and choosing it does nothing.

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";

import { Icon } from "../primitives/Icon.tsx";
import { Keycap } from "../primitives/Keycap.tsx";
import text from "../styles/text.module.css";
import type { CommandPaletteProps } from "./CommandPalette.tsx";
import { matchPieces } from "./fuzzy.ts";
import { listCommands, type PaletteEntry } from "./palette-model.ts";
import styles from "./SearchList.module.css";

/** The palette while it is open. */
export default function OpenPalette({ commands, onRun, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState("");
  const groups = listCommands(commands, query);
  const run = ({ command }: PaletteEntry) => {
    if (command.disabledReason !== null) return;
    onClose();
    onRun(command.id);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Dialog.Title className={text.hidden}>Find or run anything</Dialog.Title>
          <Command shouldFilter={false} loop label="Commands" className={styles.command}>
            <div className={styles.field}>
              <Icon glyph={Search} size={16} tone="muted" />
              <Command.Input
                className={styles.input}
                placeholder="Find or run anything"
                value={query}
                onValueChange={setQuery}
              />
              <Keycap keys="Esc" />
            </div>
            <Command.List className={styles.list}>
              <Command.Empty className={styles.empty}>No command matches “{query}”</Command.Empty>
              {groups.map((group) => (
                <Command.Group key={group.title} heading={group.title} className={styles.group}>
                  {group.entries.map((entry) => (
                    <Command.Item
                      key={entry.command.id}
                      value={entry.command.id}
                      className={styles.item}
                      data-blocked={entry.command.disabledReason !== null}
                      onSelect={() => run(entry)}
                    >
                      <Entry entry={entry} showGroup={query !== ""} />
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Entry({ entry, showGroup }: { readonly entry: PaletteEntry; readonly showGroup: boolean }) {
  const { title, group, shortcut, disabledReason } = entry.command;
  return (
    <>
      <span className={text.grow}>
        <span>
          {matchPieces(title, entry.positions).map((piece) =>
            piece.matched ? (
              <b key={piece.offset} className={styles.match}>
                {piece.text}
              </b>
            ) : (
              piece.text
            ),
          )}
        </span>
        {disabledReason === null ? null : <span className={styles.reason}>{disabledReason}</span>}
      </span>
      {showGroup ? <span className={styles.aside}>{group}</span> : null}
      {shortcut === null ? null : <Keycap keys={shortcut} />}
    </>
  );
}
