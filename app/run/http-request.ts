// A request as it is typed → one that can be sent, and a command line that sends the same.

import type { HttpDraft } from "../../components/run/http-model.ts";
import type { NamedValue } from "../../components/run/NamedValues.tsx";
import type { HttpRequest } from "../../workers/run/http/exchange.ts";
import { isToken } from "../../workers/run/wasi/http/http-values.ts";

/** What the handler takes itself to be asked at. */
const ORIGIN = "http://localhost";

/** Why `path` can't be asked for, or null. */
export function pathProblem(path: string): string | null {
  if (!path.startsWith("/")) return "A path begins with /";
  return URL.canParse(path, ORIGIN) && new URL(path, ORIGIN).origin === ORIGIN ? null : "This is not a path";
}

/** Why a header can't be sent, or null. A header without a name is left out. */
export function headerProblem({ name, value }: NamedValue): string | null {
  if (name === "" ? value === "" : isToken(name)) return null;
  return "A header’s name has letters, digits and hyphens only";
}

/** What keeps `draft` from being sent, or null. */
export function requestProblem({ path, headers }: HttpDraft): string | null {
  return pathProblem(path) ?? headers.map(headerProblem).find((problem) => problem !== null) ?? null;
}

export function requestOf(draft: HttpDraft, instance: string): HttpRequest {
  const { method, path, headers, body, instances } = draft;
  return {
    instance,
    method,
    url: new URL(path, ORIGIN).href,
    headers: headers.filter(({ name }) => name !== "").map(({ name, value }) => [name, value]),
    body: body === "" ? null : new TextEncoder().encode(body),
    instances,
  };
}

/** The draft as `curl` would send it to a server on this machine, quoted for a shell. */
export function curlOf({ method, path, headers, body }: HttpDraft): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const named = headers.filter(({ name }) => name !== "");
  return [
    "curl",
    ...(method === "GET" ? [] : ["-X", method]),
    ...named.flatMap(({ name, value }) => ["-H", quoted(`${name}: ${value}`)]),
    ...(body === "" ? [] : ["--data-raw", quoted(body)]),
    quoted(`${ORIGIN}:8080${path}`),
  ].join(" ");
}
