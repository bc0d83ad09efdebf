// wasi:http/outgoing-handler: which requests may leave, and what is asked of the thread that sends them.

import type { InstanceHost } from "../instance-host.ts";
import { failWith } from "../wasi-error.ts";
import type { IoError } from "../io/io-error.ts";
import { type HttpErrorCode, internalError, methodText, schemeText } from "./http-values.ts";
import { RequestCollector } from "./request-collector.ts";
import type { OutgoingRequest, RequestOptions } from "./requests.ts";
import type { FutureIncomingResponse } from "./responses.ts";

export function httpTypes({ context: { classes } }: InstanceHost): object {
  return {
    Fields: classes.Fields,
    IncomingRequest: classes.IncomingRequest,
    OutgoingRequest: classes.OutgoingRequest,
    RequestOptions: classes.RequestOptions,
    ResponseOutparam: classes.ResponseOutparam,
    IncomingResponse: classes.IncomingResponse,
    IncomingBody: classes.IncomingBody,
    FutureTrailers: classes.FutureTrailers,
    OutgoingResponse: classes.OutgoingResponse,
    OutgoingBody: classes.OutgoingBody,
    FutureIncomingResponse: classes.FutureIncomingResponse,
    httpErrorCode: (error: IoError): HttpErrorCode | undefined => error.codes.http,
  };
}

/** What browsers don't let anyone send. */
const UNSENDABLE_METHODS: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

export function outgoingHandler(host: InstanceHost): object {
  return {
    handle(request: OutgoingRequest, options: RequestOptions | undefined): FutureIncomingResponse {
      const { thread, classes } = host.context;
      const url = urlOf(request);
      if (!isAllowed(url, host.grants.http ?? [])) {
        host.denied("wasi:http/outgoing-handler", "handle", { kind: "http", host: url.origin });
        fail({ tag: "HTTP-request-denied" });
      }
      const method = methodText(request.head.method);
      if (UNSENDABLE_METHODS.has(method.toUpperCase())) fail({ tag: "HTTP-request-method-invalid" });
      if (!thread.canFetch) {
        fail(
          internalError(
            "responses can't reach this run: the page is not cross-origin isolated, and this browser suspends no calls",
          ),
        );
      }
      const headers = request.headers().entries();
      const collector = new RequestCollector(thread, { url: url.href, method, headers }, options);
      request.sendBody(collector);
      return new classes.FutureIncomingResponse(host.context, collector.response);
    },
  };
}

/** The address that a request is for. Fails where it names none that could be asked. */
function urlOf({ head }: OutgoingRequest): URL {
  const scheme = head.scheme === undefined ? "https" : schemeText(head.scheme);
  if (scheme !== "http" && scheme !== "https") return fail({ tag: "HTTP-protocol-error" });
  if (head.authority === undefined) return fail({ tag: "HTTP-request-URI-invalid" });
  const path = head.pathWithQuery ?? "/";
  const text = `${scheme}://${head.authority}${path.startsWith("/") ? path : `/${path}`}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  // Who asks is said in a header, if at all: browsers refuse such addresses.
  return url === null || url.username !== "" || url.password !== "" ? fail({ tag: "HTTP-request-URI-invalid" }) : url;
}

/**
 * True where one of `hosts` covers the address: `https://api.example.com` or, for both schemes, `api.example.com`, with a
 * port where it isn't the scheme's own; `*.example.com` for all below it, `*` for all there are.
 */
export function isAllowed({ hostname, port, protocol }: URL, hosts: readonly string[]): boolean {
  const portNumber = port === "" ? (protocol === "https:" ? "443" : "80") : port;
  return hosts.some((granted) => {
    const [, scheme, pattern = "", grantedPort] = /^(https?:)?(?:\/\/)?(.*?)(?::(\d+))?$/.exec(granted.toLowerCase())!;
    if (scheme !== undefined && scheme !== protocol) return false;
    if (grantedPort === undefined ? port !== "" && pattern !== "*" : grantedPort !== portNumber) return false;
    if (pattern === "*" || pattern === hostname) return true;
    return pattern.startsWith("*.") && hostname.endsWith(pattern.slice(1));
  });
}

function fail(code: HttpErrorCode): never {
  return failWith(code);
}
