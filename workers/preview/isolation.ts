// The headers that isolate a page: memory can be shared then, so that a run can wait and be told things meanwhile.

export const ISOLATION: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

/** Where the page is opened with this in its address, it isn't isolated: to see how it does without. */
const SWITCH = ["isolation", "off"] as const;

export function wantsNoIsolation(url: string): boolean {
  const [name, value] = SWITCH;
  return new URL(url).searchParams.get(name) === value;
}

/** `response` with the headers that isolate; one that hides its headers stays as it is. */
export function isolated(response: Response): Response {
  if (response.type !== "basic" && response.type !== "default") return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
