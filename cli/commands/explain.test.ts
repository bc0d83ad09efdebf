import { afterEach, describe, expect, it, vi } from "vitest";
import { CODES } from "../../core/base/wording.ts";
import { EXIT } from "../exit-status.ts";
import { main } from "../main.ts";

async function run(...args: string[]): Promise<{ status: number; printed: string; said: string }> {
  let [printed, said] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((printed += String(text))));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((said += String(text))));
  const status = await main(["explain", ...args]);
  vi.restoreAllMocks();
  return { status, printed, said };
}

afterEach(() => void vi.restoreAllMocks());

describe("witloom explain", () => {
  it("prints the page of a code, however it is typed", async () => {
    const { status, printed } = await run("w3006");
    expect(status).toBe(EXIT.ok);
    expect(printed).toMatch(/^# W3006: /);
    expect(printed).toContain("\n## Cure\n");
  });

  it("lists every code", async () => {
    const { printed } = await run("--list");
    for (const { code } of CODES) expect(printed).toContain(code);
  });

  it("gives the page as JSON", async () => {
    const { printed } = await run("W1001", "--json");
    expect(JSON.parse(printed)).toMatchObject({ code: "W1001", text: expect.stringMatching(/^# W1001: /) });
  });

  it("takes a code or asks for one", async () => {
    expect((await run()).status).toBe(EXIT.misuse);
    expect((await run("W3006", "--list")).status).toBe(EXIT.misuse);
  });

  it("refuses a code that nothing has", async () => {
    const { status, said } = await run("W9999");
    expect(status).toBe(EXIT.misuse);
    expect(said).toContain("there is no diagnostic `W9999`");
  });
});
