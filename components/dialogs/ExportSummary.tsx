// What the exported component will show to its host, and whether it has been found valid.
// Names are shown whole, with their versions.

import { CircleAlert, CircleCheck, Info } from "lucide-react";

import { Icon } from "../primitives/Icon.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { Spinner } from "../primitives/Progress.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import type { ExportedWorld, ExportValidation } from "./export-model.ts";
import styles from "./ExportDialog.module.css";

export function ExportWorld({ world }: { readonly world: ExportedWorld }) {
  return (
    <div className={styles.world}>
      <Names title="Exports" names={world.exports} />
      <Names title="Imports" names={world.imports} />
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <section>
      <SectionHeader title={title} note={names.length === 0 ? "none" : names.length} />
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name}>
            <NameText name={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ValidationLine({ validation }: { readonly validation: ExportValidation }) {
  switch (validation.kind) {
    case "none":
      return null;
    case "checking":
      return <Spinner label={validation.note} />;
    case "valid":
      return (
        <span className={styles.verdict}>
          <Icon glyph={CircleCheck} size={13} tone="run" />
          {validation.note}
        </span>
      );
    case "unchecked":
      return (
        <span className={styles.verdict}>
          <Icon glyph={Info} size={13} tone="muted" />
          {validation.note}
        </span>
      );
    case "invalid":
      return (
        <span className={styles.verdict} role="alert">
          <Icon glyph={CircleAlert} size={13} tone="error" />
          {validation.message}
        </span>
      );
  }
}
