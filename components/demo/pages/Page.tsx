// A scrolling page of titled specimens.
// A specimen with a height is a panel that its content fills; without, a row of things.

import type { ReactNode } from "react";

import styles from "./Page.module.css";

export function Page({ children }: { readonly children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

export interface SpecimenProps {
  readonly title: string;
  /** A panel of this size, for what fills its place. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly children: ReactNode;
}

export function Specimen({ title, width, height, children }: SpecimenProps) {
  return (
    <section className={styles.specimen}>
      <h2 className={styles.title}>{title}</h2>
      <div className={height === undefined ? styles.row : styles.panel} style={{ width, height }}>
        {children}
      </div>
    </section>
  );
}
