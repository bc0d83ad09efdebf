// Whom a port is wired to: one name leads there, several open a menu.
// A missing import says so in words as well.

import { Menu } from "../primitives/Menu.tsx";
import { NameText } from "../primitives/NameText.tsx";
import styles from "./PortList.module.css";
import type { InspectedPort } from "./PortList.tsx";

export interface PeerLinksProps {
  readonly port: InspectedPort;
  /** `users` of an export, `providers` of an import. */
  readonly noun: string;
  readonly onSelect: (id: string) => void;
}

export function PeerLinks({ port, noun, onSelect }: PeerLinksProps) {
  const [first, second] = port.peers;
  if (first === undefined) {
    return <span className={styles.free}>{port.state === "missing" ? "missing" : "not wired"}</span>;
  }
  if (second === undefined) {
    return (
      <button type="button" className={styles.peer} title={`Select ${first.name}`} onClick={() => onSelect(first.id)}>
        <NameText name={first.name} />
      </button>
    );
  }
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.peer}>
          {port.peers.length} {noun}
        </button>
      }
      entries={port.peers.map((peer) => ({
        kind: "action",
        id: peer.id,
        label: peer.name,
        onSelect: () => onSelect(peer.id),
      }))}
    />
  );
}
