// The open menu of candidates: a field over everything that would fit, by where it comes from.
// Only what fits is listed: what doesn't is the business of the popover beside the wire.

import { Command } from "cmdk";
import { Globe, Search } from "lucide-react";
import { useState } from "react";

import { Icon } from "../primitives/Icon.tsx";
import { Keycap } from "../primitives/Keycap.tsx";
import { LanguageMark } from "../primitives/LanguageMark.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { PopoverAt } from "../primitives/Popover.tsx";
import { PortMark } from "../primitives/PortMark.tsx";
import text from "../styles/text.module.css";
import type { CandidatesMenuProps } from "./CandidatesMenu.tsx";
import { fuzzyMatch } from "./fuzzy.ts";
import styles from "./SearchList.module.css";

/** The menu while it is open. */
export default function OpenCandidates(props: CandidatesMenuProps) {
  const { at, title, port, candidates, onChoose, onClose } = props;
  const [query, setQuery] = useState("");
  const found = candidates.filter((candidate) => fuzzyMatch(`${candidate.name} ${candidate.detail}`, query) !== null);
  const places = [...new Set(found.map((candidate) => candidate.place))];
  return (
    <PopoverAt at={at} label={title} width={340} onClose={onClose}>
      <Command shouldFilter={false} loop label="Candidates" className={styles.command}>
        <div className={styles.field}>
          {port === null ? null : <PortMark {...port} state="free" />}
          <Command.Input
            autoFocus
            className={styles.input}
            placeholder="Search what fits"
            value={query}
            onValueChange={setQuery}
          />
          <Icon glyph={Search} tone="muted" />
        </div>
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>
            {candidates.length === 0 ? props.empty : `Nothing that fits matches “${query}”`}
          </Command.Empty>
          {places.map((place) => (
            <Command.Group key={place} heading={place} className={styles.group}>
              {found
                .filter((candidate) => candidate.place === place)
                .map((candidate) => (
                  <Command.Item
                    key={candidate.id}
                    value={candidate.id}
                    className={styles.item}
                    onSelect={() => onChoose(candidate.id)}
                  >
                    {candidate.world ? (
                      <span className={styles.place}>
                        <Icon glyph={Globe} size={16} tone="muted" />
                      </span>
                    ) : (
                      <LanguageMark language={candidate.language} />
                    )}
                    <span className={text.grow}>
                      <NameText name={candidate.name} />
                      <span className={styles.version}>{candidate.version}</span>
                      <span className={styles.detail}>
                        {candidate.note === null ? candidate.detail : `${candidate.detail}: ${candidate.note}`}
                      </span>
                    </span>
                    {candidate.note === null ? null : <span className={styles.aside}>compatible</span>}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
        </Command.List>
        <footer className={styles.footer}>
          <span className={text.grow}>
            <NameText name={title} />
          </span>
          <span>
            <Keycap keys="↵" /> {props.verb}
          </span>
          <span>
            <Keycap keys="Esc" /> cancel
          </span>
        </footer>
      </Command>
    </PopoverAt>
  );
}
