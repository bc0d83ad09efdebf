// A key or a chord as it is printed on the keyboard: `Ctrl K`.
// The text is the caller's: nothing is translated between platforms here.

import { classes } from "./classes.ts";
import styles from "./Keycap.module.css";

export interface KeycapProps {
  readonly keys: string;
  /** Takes the colour of what it stands on: filled buttons. */
  readonly onFill?: boolean | undefined;
}

export function Keycap({ keys, onFill = false }: KeycapProps) {
  return <kbd className={classes(styles.keycap, onFill && styles.onFill)}>{keys}</kbd>;
}
