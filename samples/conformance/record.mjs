// What Wasmtime makes of the conformance programs: node samples/conformance/record.mjs [--check]
// All programs of one kind must do the same; it is written to expected/<kind>.json, or compared with it.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findTool } from "../build/tool.mjs";
import { withServer } from "../build/wasmtime.mjs";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** What the escaping programs find: the folder `inside` is theirs. */
const ESCAPE_FILES = { "secret.txt": "secret", "inside/file": "theirs", "inside/sub/inner": "inner" };
const ESCAPE_LINKS = {
  "inside/link-up": "..",
  "inside/link-secret": "../secret.txt",
  "inside/link-absolute": "/secret.txt",
  "inside/link-chain": "sub/link-up",
  "inside/loop": "loop",
  "inside/sub/link-up": "../../secret.txt",
};
/** How Wasmtime begins to tell of a trap or of a handle that it never gave; how it ends then differs. */
const TRAP = "Error: failed to run main module";
const TRAPPED = 134;

/** What each kind of program is asked. Files are those of the folder of which `root`, or all of it, is its root. */
const COMMANDS = {
  cli: [
    { arguments: ["arguments", "one", "two words", "drei – 三"] },
    { arguments: ["arguments", "", "after an empty one", ""] },
    { arguments: ["environment"], environment: [["ONE", "first"]] },
    { arguments: ["environment"], environment: [["ONE", ""]] },
    { arguments: ["input"], stdin: "one\ntwo\nthree" },
    { arguments: ["input"], stdin: "" },
    { arguments: ["clocks"] },
    { arguments: ["poll"], stdin: "input" },
    { arguments: ["poll"], stdin: "" },
    { arguments: ["random"] },
    { arguments: ["files"], files: { "given.txt": "given" } },
    { arguments: ["errors"] },
    { arguments: ["something else"] },
  ],
  sockets: [{ arguments: [] }],
  terminal: [
    { arguments: ["ask"], stdin: "Ada\nGröße 三\n👩‍💻 unfinished" },
    { arguments: ["ask"], stdin: "" },
    { arguments: ["count"], stdin: "drei – 三\n".repeat(200) },
    { arguments: ["poll"], stdin: "one\ntwo\n" },
    { arguments: ["terminals"], stdin: "x" },
  ],
  escape: ["paths", "changes", "rights", "names", "rounds", "forged", "given back"].map((what) => {
    return { arguments: [what], files: ESCAPE_FILES, links: ESCAPE_LINKS, root: "inside" };
  }),
};

const REQUESTS = [
  { method: "GET", path: "/nowhere" },
  { method: "POST", path: "/echo", body: "" },
  { method: "POST", path: "/echo", body: "hello ".repeat(5000) },
  { method: "GET", path: "/headers", headers: { "x-one": "1", "X-Two": "2", other: "3" } },
  { method: "GET", path: "/headers", headers: { "x-__proto__": "a name", "x-constructor": "another" } },
  { method: "GET", path: "/request" },
  { method: "PUT", path: "/request", body: "ignored" },
  { method: "PURGE", path: "/request" },
  { method: "GET", path: "/rules" },
  { method: "GET", path: "/error" },
  { method: "GET", path: "/silent" },
  { method: "GET", path: "/trap" },
  { method: "GET", path: "/many" },
];

/** The files in `folder` and in those within, by path; links are not followed. */
function filesBelow(folder, prefix = "") {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, `${path}/`) : entry.isFile() ? [path] : [];
  });
}

function runOnce(program, { arguments: args, environment = [], stdin = "", files = {}, links = {}, root: part = "" }) {
  const root = mkdtempSync(join(tmpdir(), "conformance-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, name));
  const options = ["--dir", `${join(root, part)}::/`, "-S", "inherit-network,allow-ip-name-lookup", "--argv0", "program"];
  const variables = environment.flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  const command = ["run", ...options, ...variables, join(FOLDER, "built", program), ...args];
  const { stdout, stderr, status } = spawnSync(findTool("wasmtime"), command, { input: stdin });
  const left = Object.fromEntries(filesBelow(root).map((name) => [name, readFileSync(join(root, name), "utf8")]));
  rmSync(root, { recursive: true });
  // What is said of a trap is the host's own affair.
  const isTrap = stderr.includes(TRAP);
  const told = isTrap ? { stderr: "", exit: TRAPPED } : { stderr: stderr.toString("utf8"), exit: status };
  return { stdout: stdout.toString("utf8"), ...told, files: left };
}

const programs = readdirSync(join(FOLDER, "built"));
const ofKind = (kind) => programs.filter((name) => name.startsWith(`${kind}-`));

async function record(kind, cases, answersOf) {
  let first;
  for (const program of ofKind(kind)) {
    const answers = await answersOf(program);
    first ??= answers;
    for (const [i, answer] of answers.entries()) {
      if (JSON.stringify(answer) === JSON.stringify(first[i])) continue;
      throw new Error(`${program} differs: ${JSON.stringify([cases[i], answer, first[i]], null, 1)}`);
    }
  }
  const recorded = cases.map((asked, i) => ({ asked, answer: first[i] }));
  const path = join(FOLDER, "expected", `${kind}.json`);
  if (!process.argv.includes("--check")) writeFileSync(path, `${JSON.stringify(recorded, null, 2)}\n`);
  else if (JSON.stringify(JSON.parse(readFileSync(path, "utf8"))) !== JSON.stringify(recorded)) {
    throw new Error(`Wasmtime does something else than expected/${kind}.json says`);
  }
  console.log(kind, ofKind(kind).join(" "), cases.length);
}

for (const [kind, cases] of Object.entries(COMMANDS)) {
  if (ofKind(kind).length > 0) await record(kind, cases, async (program) => cases.map((one) => runOnce(program, one)));
}
await record("http", REQUESTS, (program) =>
  withServer(join(FOLDER, "built", program), async (request) => {
    const answers = [];
    for (const asked of REQUESTS) {
      const { status, body } = await request({ headers: {}, body: "", ...asked });
      // What a server says when a handler doesn't answer is its own affair.
      answers.push(status === 500 ? { status } : { status, body });
    }
    return answers;
  }),
);
