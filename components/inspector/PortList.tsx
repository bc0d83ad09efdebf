// The imports or exports of what is inspected: mark, full name, version, and whom each is wired to.
// Names wrap between their segments and are never cut; rows grow.

import { ChevronDown, ChevronRight, Shield } from "lucide-react";
import { useState } from "react";

import type { PortColour } from "../canvas/canvas-model.ts";
import { Button } from "../primitives/Button.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { PortMark } from "../primitives/PortMark.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import { PeerLinks } from "./PeerLinks.tsx";
import styles from "./PortList.module.css";

export interface InspectedPort {
  /** `shop:orders/store`, without its version. */
  readonly name: string;
  readonly version: string | null;
  readonly colour: PortColour;
  readonly shape: "circle" | "diamond";
  readonly state: "free" | "wired" | "missing";
  /** Whom it is wired to; the world counts as one. */
  readonly peers: readonly PortPeer[];
}

export interface PortPeer {
  readonly id: string;
  readonly name: string;
}

/** Interfaces that are named together because each one alone says little. */
export interface FoldedInterfaces {
  /** `6 wasi 0.2.3 interfaces`. */
  readonly title: string;
  readonly names: readonly string[];
}

export interface PortListProps {
  readonly title: "Imports" | "Exports";
  /** What peers are where there are several; else the users of an export, the providers of an import. */
  readonly peerNoun?: "users" | "providers" | undefined;
  readonly ports: readonly InspectedPort[];
  readonly folded: FoldedInterfaces | null;
  readonly onSelectPeer: (id: string) => void;
  /** Offers what could supply a missing import; null where nothing can be offered. */
  readonly onFindProvider: ((port: InspectedPort) => void) | null;
}

export function PortList(props: PortListProps) {
  const { title, ports, folded, onSelectPeer, onFindProvider } = props;
  const peerNoun = props.peerNoun ?? (title === "Exports" ? "users" : "providers");
  const none = ports.length === 0 && folded === null;
  return (
    <div className={styles.list}>
      <SectionHeader title={title} note={none ? "none" : undefined} />
      <ul>
        {ports.map((port) => (
          <li key={`${port.name}@${port.version}`} className={styles.port}>
            <PortMark shape={port.shape} state={port.state} colour={port.colour} />
            <span className={styles.name} data-state={port.state}>
              <NameText name={port.name} />
              {port.version === null ? null : (
                <>
                  {" "}
                  <span className={styles.version}>{port.version}</span>
                </>
              )}
            </span>
            {port.state === "missing" && onFindProvider ? (
              <Button size="small" onClick={() => onFindProvider(port)}>
                Find provider
              </Button>
            ) : (
              <PeerLinks port={port} noun={peerNoun} onSelect={onSelectPeer} />
            )}
          </li>
        ))}
        {folded === null ? null : <Folded folded={folded} />}
      </ul>
    </div>
  );
}

function Folded({ folded }: { readonly folded: FoldedInterfaces }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" aria-expanded={open} className={styles.fold} onClick={() => setOpen(!open)}>
        <Icon glyph={Shield} />
        {folded.title}
        <Icon glyph={open ? ChevronDown : ChevronRight} size={12} />
      </button>
      {open ? (
        <ul className={styles.folded}>
          {folded.names.map((name) => (
            <li key={name}>
              <NameText name={name} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
