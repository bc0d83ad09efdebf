// What was expected and what was found, line beside line; signs say which lines differ, and colour says it again.

import { lineDifference } from "../../core/scenarios/line-difference.ts";
import { classes } from "../primitives/classes.ts";
import styles from "./SideBySide.module.css";

/** More rows would only be scrolled past. */
const MAX_ROWS = 400;

export function SideBySide({ expected, found }: { readonly expected: string; readonly found: string }) {
  const rows = lineDifference(expected, found);
  const shown = rows.slice(0, MAX_ROWS);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Expected</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {[...shown.entries()].map(([index, { left, right, same }]) => (
          <tr key={index}>
            <td className={classes(!same && left !== null && styles.expected)}>
              <Line sign={same ? " " : "−"} text={left} />
            </td>
            <td className={classes(!same && right !== null && styles.found)}>
              <Line sign={same ? " " : "+"} text={right} />
            </td>
          </tr>
        ))}
        {rows.length > MAX_ROWS ? (
          <tr>
            <td colSpan={2}>… and {rows.length - MAX_ROWS} more lines</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function Line({ sign, text }: { readonly sign: string; readonly text: string | null }) {
  return text === null ? null : <code className={styles.line}>{`${sign} ${text}`}</code>;
}
