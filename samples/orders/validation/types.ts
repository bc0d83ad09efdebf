// The types of shop:orders that this component meets, as they are in TypeScript.

export interface Line {
  sku: string;
  quantity: number;
}

export interface Draft {
  customer: string;
  lines: Line[];
}

export interface Problem {
  /** Which part of the draft, such as `lines[1].quantity`. */
  field: string;
  message: string;
}
