// Which tools made a component, as its producers section tells.
// The section is a claim of whoever built the component, and shown as one.

import styles from "./ProducersTable.module.css";

export interface Producer {
  /** `language`, `processed-by`, `sdk`. */
  readonly field: string;
  readonly name: string;
  readonly version: string;
}

export function ProducersTable({ producers }: { readonly producers: readonly Producer[] }) {
  if (producers.length === 0) return <p className={styles.none}>It doesn’t say which tools made it.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Tool</th>
          <th scope="col">Version</th>
        </tr>
      </thead>
      <tbody>
        {producers.map((producer) => (
          <tr key={`${producer.field} ${producer.name}`}>
            <td>{producer.field}</td>
            <td>{producer.name}</td>
            <td className={styles.version}>{producer.version}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
