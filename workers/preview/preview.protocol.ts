// What the service worker and a window of the workbench say to each other about one request for a preview. It begins with
// a question to the window, which brings a port; everything else goes through the port.

/** To the window: has it the run of that key? */
export interface PreviewQuestion {
  readonly kind: "preview";
  readonly key: string;
  readonly port: MessagePort;
}

/** From the service worker, through the port. */
export type PreviewMessage =
  | ({ readonly kind: "request" } & PreviewRequest)
  /** The client has gone. */
  | { readonly kind: "gone" };

export interface PreviewRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** True for a page in a frame; false for what a page is made of, and for a tab of its own. */
  readonly isFramed: boolean;
  /** A stream of bytes, or null where there is none. */
  readonly body: MessagePort | null;
}

/** From the window, through the port. */
export type PreviewReply =
  /** It has the run: the request can be sent. */
  | { readonly kind: "known" }
  /** Another window may have it. */
  | { readonly kind: "unknown" }
  | ({ readonly kind: "response" } & PreviewResponse)
  | { readonly kind: "failed"; readonly reason: string };

export interface PreviewResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A stream of bytes. */
  readonly body: MessagePort;
}
