import { describe, expect, it } from "vitest";

import { exportDisabledReason } from "./export-model.ts";

const COMPONENT = { format: "component", dependencies: "embed" } as const;
const VALID = { kind: "valid", note: "" } as const;

describe("exportDisabledReason", () => {
  it("lets a valid component go", () => expect(exportDisabledReason(COMPONENT, 0, VALID)).toBeNull());
  it("names how many errors stand in the way", () => {
    expect(exportDisabledReason(COMPONENT, 1, VALID)).toBe("Solve the error first");
    expect(exportDisabledReason(COMPONENT, 3, VALID)).toBe("Solve the 3 errors first");
  });
  it("waits for the check", () =>
    expect(exportDisabledReason(COMPONENT, 0, { kind: "checking", note: "" })).toContain("still"));
  it("lets text go with its errors", () =>
    expect(exportDisabledReason({ ...COMPONENT, format: "wac" }, 3, { kind: "none" })).toBeNull());
});
