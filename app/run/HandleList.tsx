// The resources that calls have given out: what lives in the run, and may be dropped.

import { X } from "lucide-react";
import { IconButton } from "../../components/primitives/IconButton.tsx";
import { Section } from "../../components/primitives/Section.tsx";
import type { ResourceHandle } from "../../core/values/value.ts";
import { busy } from "../idle.ts";
import styles from "./HandleList.module.css";
import { dropHandle } from "./calls.ts";

export interface HandleListProps {
  readonly documentId: string;
  readonly handles: readonly ResourceHandle[];
}

export function HandleList({ documentId, handles }: HandleListProps) {
  if (handles.length === 0) return null;
  return (
    <Section title="Live resources" note={handles.length}>
      <ul className={styles.list}>
        {handles.map((handle) => (
          <li key={handle.id} className={styles.handle}>
            <code>{handle.label}</code>
            <IconButton
              label={`Drop ${handle.label}`}
              glyph={X}
              onClick={() => void busy(dropHandle(documentId, handle))}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
