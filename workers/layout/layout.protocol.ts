// A graph to be laid out, as plain boxes with ports, and where its boxes go.

export interface LayoutBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Ports on the left side, as distances from the top. */
  readonly imports: readonly LayoutPort[];
  /** Ports on the right side. */
  readonly exports: readonly LayoutPort[];
}

export interface LayoutPort {
  readonly name: string;
  readonly y: number;
}

export interface LayoutWire {
  readonly provider: string;
  readonly export: string;
  readonly consumer: string;
  readonly import: string;
}

export interface LayoutRequest {
  readonly boxes: readonly LayoutBox[];
  readonly wires: readonly LayoutWire[];
}

/** Top left corner by box, in the units of the request. */
export type LayoutAnswer = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
