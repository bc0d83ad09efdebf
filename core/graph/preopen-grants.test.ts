import { describe, expect, it } from "vitest";
import { type Grant, isGiven, knownGrants } from "./grants.ts";
import { grantedPreopen, isPreopenPath, preopenGrant } from "./preopen-grants.ts";

describe("a preopen as a grant", () => {
  it.each(["read", "read-write"] as const)("says what it gives: %s", (access) => {
    for (const [path, part] of [
      ["/data", ""],
      ["/", "images/a=b"],
      ["/a b/é", "__proto__"],
    ] as const) {
      expect(grantedPreopen(preopenGrant({ path, part, access }))).toEqual({ path, part, access });
    }
  });

  it.each([
    "preopen:read:data=",
    "preopen:write:/data=",
    "preopen:read:/data",
    "preopen:read:/a/../b=",
    "preopen:read:/a//b=",
    "preopen:read:/a/=",
    "preopen:read:/a=..",
    "preopen:read:/a=/etc",
    "preopen:read:/a=x/../..",
    "preopen:read:/a=x\0",
  ])("that can't be is none: %j", (grant) => {
    expect(grantedPreopen(grant)).toBeNull();
    expect(knownGrants([grant])).toEqual([]);
  });

  it.each(["", "a", "//", "/a=b", "/./a"])("isn't found at %j", (path) => expect(isPreopenPath(path)).toBe(false));

  it("is one for each path, the last one", () => {
    const grants: Grant[] = ["preopen:read:/a=", "stdin", "preopen:read:/b=", "preopen:read-write:/a=x"];
    expect(knownGrants(grants)).toEqual(["stdin", "preopen:read:/b=", "preopen:read-write:/a=x"]);
  });

  it("is what one that asks for a folder needs", () => {
    expect(isGiven("read-folder", ["preopen:read:/a="])).toBe(true);
    expect(isGiven("write-folder", ["preopen:read:/a="])).toBe(false);
    expect(isGiven("write-folder", ["preopen:read-write:/a="])).toBe(true);
    expect(isGiven("clocks", ["preopen:read-write:/a="])).toBe(false);
  });
});
