// The headers of every answer: those that isolate the page, and a Content-Security-Policy that lets nothing in but its
// own files; only the worker that runs components may load the scripts made for them.

const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const POLICY = {
  "default-src": "'self'",
  // Components are compiled; nothing is evaluated from strings.
  "script-src": "'self' 'wasm-unsafe-eval'",
  // The editor and the layout set styles on elements.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  // Components are fetched from where a person says.
  "connect-src": "'self' https: http://localhost:* http://127.0.0.1:* blob: data:",
  "worker-src": "'self' blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};
/** jco's output reaches the run worker as a blob. */
const RUN_WORKER_POLICY = { ...POLICY, "script-src": "'self' 'wasm-unsafe-eval' blob:" };

function policyText(policy) {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}

const isolated = process.env.WITLOOM_ISOLATION !== "off";

const runsComponents = (url) => url.includes("run.worker");

const policyFor = (url, loadsOutput) => policyText(loadsOutput(url) ? RUN_WORKER_POLICY : POLICY);

/**
 * The headers of the answer for `url`, as the built page is served.
 * @param {string} url
 * @returns {Record<string, string>}
 */
export function headersFor(url, { isolates = true, strict = true, loadsOutput = runsComponents } = {}) {
  return {
    ...(isolates && ISOLATION),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    ...(strict && { "Content-Security-Policy": policyFor(url, loadsOutput) }),
  };
}

function headers(strict, loadsOutput) {
  return (request, response, next) => {
    const set = headersFor(request.url ?? "", { isolates: isolated, strict, loadsOutput });
    for (const [name, value] of Object.entries(set)) response.setHeader(name, value);
    next();
  };
}

/**
 * A plugin for Vite that sends the headers. `WITLOOM_ISOLATION=off` leaves out those that isolate. Pages that load jco's
 * output themselves, without a worker, say so.
 */
export function secureHeaders({ loadsOutput = runsComponents } = {}) {
  return {
    name: "secure-headers",
    // Hot reload needs inline scripts: the policy holds for what is built.
    configureServer: ({ middlewares }) => void middlewares.use(headers(false, loadsOutput)),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(headers(true, loadsOutput)),
  };
}
