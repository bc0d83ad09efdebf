// What holds of every command: help, misuse, --json, colours, completion.

import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import { folderOf, removeFoldersAfterwards, witloom } from "../tests/run-cli.ts";
import { COMMANDS } from "./commands.ts";

removeFoldersAfterwards();
afterEach(() => vi.unstubAllEnvs());

describe.each(COMMANDS.map(({ name }) => name))("witloom %s", (name) => {
  it("--help shows how it is used, its options, and an example that begins with the command", async () => {
    const { status, stdout, stderr } = await witloom(name, "--help");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`usage: witloom ${name} `);
    expect(stdout).toMatch(new RegExp(`^ {2,}.*witloom ${name} \\S`, "m"));
    const command = COMMANDS.find((candidate) => candidate.name === name)!;
    const told = Object.keys(command.options).filter((option) => option !== "registry");
    for (const option of told) expect(stdout).toContain(`--${option}`);
  });

  it("takes no arguments as misuse, and says what it takes", async () => {
    const { status, stdout, stderr } = await witloom(name);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`usage: witloom ${name} `);
  });

  it("takes an option that there isn't as misuse", async () => {
    expect((await witloom(name, "--frobnicate")).status).toBe(2);
  });
});

describe("witloom", () => {
  it("without a command shows all of them, as misuse", async () => {
    const { status, stderr } = await witloom();
    expect(status).toBe(2);
    for (const { name, summary } of COMMANDS) expect(stderr).toMatch(new RegExp(`${name} +${summary}`));
  });

  it("names a command that there isn't", async () => {
    expect(await witloom("unplug")).toMatchObject({ status: 2, stderr: expect.stringContaining("`unplug`") });
  });

  it("help COMMAND is COMMAND --help", async () => {
    expect(await witloom("help", "plug")).toEqual(await witloom("plug", "--help"));
  });

  it("says its version", async () => {
    expect(await witloom("--version")).toEqual({ status: 0, stdout: "test\n", stderr: "" });
  });

  it("a file that isn't there is misuse", async () => {
    expect(await witloom("inspect", "no/such.wasm")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot read no/such.wasm"),
    });
  });

  it("a package's name in place of a file is told to be one", async () => {
    expect(await witloom("plug", "wasi:http@0.2.3", "--plug", "demo:log")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot read wasi:http@0.2.3: it looks like a package, and registries are not"),
    });
  });

  it.each([
    ["compose", ["a.wac", "--registry", "https://example.org"]],
    ["plug", ["a.wasm", "--plug", "b.wasm", "--registry", "https://example.org"]],
    ["targets", ["a.wasm", "--wit", "b.wit", "--registry", "https://example.org"]],
  ])("%s says that registries are not read", async (name, args) => {
    expect(await witloom(name, ...args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("registries are not read"),
    });
  });
});

describe("a fault in a file", () => {
  const folder = folderOf({
    "broken.wasm": new Uint8Array([0, 97, 115, 109, 13, 0, 1, 0, 99]),
    "bad.wat": "(component",
  });

  it("is told on standard error, with its place and code; the status is 1", async () => {
    const { status, stdout, stderr } = await witloom("inspect", `${folder}/broken.wasm`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/broken\.wasm: error W1004: The file ends too early/);
  });

  it("is told as JSON on standard output with --json", async () => {
    const { status, stdout, stderr } = await witloom("inspect", `${folder}/broken.wasm`, "--json");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ code: "W1004", severity: "error", place: `${folder}/broken.wasm`, byteOffset: 9 }],
    });
  });

  it("in text is told with line and column", async () => {
    expect(await witloom("wit", `${folder}/bad.wat`)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/bad\.wat:1:\d+: error W6301: wasm-tools refuses it/),
    });
  });
});

describe("colours", () => {
  const onTerminal = async (): Promise<string> => {
    const isTty = vi.spyOn(process.stderr, "isTTY", "get").mockReturnValue(true);
    try {
      return (await witloom("inspect", `${folderOf({ "a.wasm": "no" })}/a.wasm`)).stderr;
    } finally {
      isTty.mockRestore();
    }
  };

  it("are shown on a terminal", async () => {
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("TERM", "xterm");
    process.stderr.isTTY ??= false;
    expect(await onTerminal()).toContain("\u001b[31merror W1001");
  });

  it.each([
    ["NO_COLOR", "1"],
    ["TERM", "dumb"],
  ])("are left out with %s=%s", async (name, value) => {
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv(name, value);
    process.stderr.isTTY ??= false;
    expect(await onTerminal()).not.toContain("\u001b");
  });
});

describe("completion", () => {
  it.each(["bash", "zsh", "fish"])("for %s names every command and option", async (shell) => {
    const { status, stdout } = await witloom("completion", shell);
    expect(status).toBe(0);
    for (const { name, options } of COMMANDS) {
      expect(stdout).toContain(name);
      for (const option of Object.keys(options)) if (option !== "registry") expect(stdout).toContain(option);
    }
  });

  it("for bash completes in bash", async () => {
    const { stdout } = await witloom("completion", "bash");
    const asked = `${stdout}\nCOMP_WORDS=(witloom de); COMP_CWORD=1; _witloom; echo "\${COMPREPLY[@]}"
COMP_WORDS=(witloom plug --tr); COMP_CWORD=2; _witloom; echo "\${COMPREPLY[@]}"`;
    expect(execFileSync("bash", ["-c", asked], { encoding: "utf8" })).toBe("decompose\n--transitive\n");
  });

  it("of another shell is misuse", async () => {
    expect((await witloom("completion", "tcsh")).status).toBe(2);
  });
});
