// The plain values of wasi:http/types as generated code has them, and their texts.

export type Method =
  | { readonly tag: "get" | "head" | "post" | "put" | "delete" | "connect" | "options" | "trace" | "patch" }
  | { readonly tag: "other"; readonly val: string };

export type Scheme = { readonly tag: "HTTP" | "HTTPS" } | { readonly tag: "other"; readonly val: string };

/** The cases of `error-code` that this host answers with; a guest may make the others too. */
export type HttpErrorCode =
  | { readonly tag: PlainErrorTag }
  | { readonly tag: SizedErrorTag; readonly val: bigint | undefined }
  | { readonly tag: "internal-error"; readonly val: string | undefined };

type PlainErrorTag =
  | "destination-unavailable"
  | "connection-terminated"
  | "connection-timeout"
  | "connection-read-timeout"
  | "HTTP-request-denied"
  | "HTTP-request-method-invalid"
  | "HTTP-request-URI-invalid"
  | "HTTP-response-incomplete"
  | "HTTP-response-timeout"
  | "HTTP-protocol-error"
  | "configuration-error";

type SizedErrorTag =
  | "HTTP-request-body-size"
  | "HTTP-request-header-section-size"
  | "HTTP-response-body-size"
  | "HTTP-response-header-section-size";

/** Fields in order, with lower-case names. */
export type FieldEntries = readonly (readonly [name: string, value: Uint8Array])[];

/** A nested result, as generated code has it. */
export type Answer<T, E> = { readonly tag: "ok"; readonly val: T } | { readonly tag: "err"; readonly val: E };

export function internalError(message: string): HttpErrorCode {
  return { tag: "internal-error", val: message };
}

const KNOWN_METHODS = ["get", "head", "post", "put", "delete", "connect", "options", "trace", "patch"] as const;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** True for what HTTP calls a token: methods and field names. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** `POST` → the case that WASI has for it. Methods are case-sensitive: `post` is another one. */
export function methodOf(text: string): Method {
  const known = KNOWN_METHODS.find((tag) => tag.toUpperCase() === text);
  return known ? { tag: known } : { tag: "other", val: text };
}

export function methodText(method: Method): string {
  return method.tag === "other" ? method.val : method.tag.toUpperCase();
}

/** `https` → the case that WASI has for it. */
export function schemeOf(text: string): Scheme {
  const lower = text.toLowerCase();
  if (lower === "http") return { tag: "HTTP" };
  return lower === "https" ? { tag: "HTTPS" } : { tag: "other", val: lower };
}

export function schemeText(scheme: Scheme): string {
  return scheme.tag === "other" ? scheme.val : scheme.tag.toLowerCase();
}

/** True for a scheme as RFC 3986 has it. */
export function isScheme(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+\-.]*$/.test(text);
}

/** True for `host` or `host:port`, with a name, an IPv4 address or one of IPv6 in brackets, perhaps behind `user@`. */
export function isAuthority(text: string): boolean {
  const match = /^(?:[^\s/?#@[\]]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#@:[\]<>"\\^`{|}]+)(?::(\d*))?$/.exec(text);
  return match !== null && Number(match[1] ?? 0) < 65_536;
}

/** True for a path with or without a query, `*`, or an empty text, which stands for `/`. */
export function isPathWithQuery(text: string): boolean {
  if (text === "" || text === "*") return true;
  return /^[/?][^#\s<>"\\^`]*$/.test(text) && !Array.from(text).some((one) => one < " " || one === "\u007f");
}
