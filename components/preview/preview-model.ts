// A live preview as it is shown.

/** The answer that the page in the frame is, as it came. */
export interface RawAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body so far, as text. */
  readonly text: string;
  /** The size that the text was cut to, or null for all of it. */
  readonly cutAtBytes: number | null;
}

export type PreviewContent =
  /** `url` is what the frame begins with; another `load` begins anew. With `raw`, what came is shown in its place. */
  | {
      readonly kind: "frame";
      readonly url: string;
      readonly load: number;
      readonly raw: { readonly answer: RawAnswer | null } | null;
    }
  /** Nothing came: the run ended, or could not start. */
  | { readonly kind: "failed"; readonly title: string; readonly reason: string }
  /** This browser can't show one here. */
  | { readonly kind: "impossible"; readonly reason: string }
  | { readonly kind: "starting" };
