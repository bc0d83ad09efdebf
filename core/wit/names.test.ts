import { describe, expect, it } from "vitest";
import {
  compareVersions,
  isExternName,
  parseInterfaceName,
  parsePlainName,
  parseVersion,
  sameTrack,
  semverTrack,
  uniquenessKey,
} from "./names.ts";

describe("semver tracks", () => {
  it.each([
    ["a:b/c@1.2.3", "a:b/c@1"],
    ["a:b/c@0.2.3", "a:b/c@0.2"],
    ["a:b/c@0.2", "a:b/c@0.2"],
    ["a:b/c@1", "a:b/c@1"],
    ["a:b/c@0.0.3", null],
    ["a:b/c@1.0.0-rc.1", null],
    ["a:b/c", null],
  ])("the track of %s is %s", (name, track) => expect(semverTrack(name)).toBe(track));

  it.each([
    ["a:b/c@1.2.3", "a:b/c@1.9.0", true],
    ["a:b/c@0.2.3", "a:b/c@0.3.0", false],
    ["a:b/c@0.2", "a:b/c@0.2.7", true],
    ["a:b/c", "a:b/c", true],
    ["a:b/c@1.0.0", "a:b/d@1.0.0", false],
  ])("%s and %s share a track: %s", (a, b, expected) => expect(sameTrack(a, b)).toBe(expected));

  it("orders versions as semver.org does", () => {
    const ordered = [
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0",
      "1.0.1",
      "1.10.0",
    ];
    const versions = ordered.map((text) => parseVersion(text)!);
    for (const [i, a] of versions.entries()) {
      for (const [j, b] of versions.entries()) expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
    }
  });
});

describe("extern names", () => {
  it("takes interface names apart", () => {
    expect(parseInterfaceName("wasi:http/types@0.2.3")).toEqual({
      namespace: "wasi",
      packageName: "http",
      interfaceName: "types",
      version: "0.2.3",
    });
    expect(parseInterfaceName("plain-label")).toBeNull();
  });

  it.each([
    ["[constructor]order", { role: "constructor", resource: "order", accessor: null, label: "order" }],
    ["[method]order.confirm", { role: "method", resource: "order", accessor: null, label: "confirm" }],
    ["[static]order.find", { role: "static", resource: "order", accessor: null, label: "find" }],
    ["[method][get]order.total", { role: "method", resource: "order", accessor: "get", label: "total" }],
    ["run", { role: "plain", resource: null, accessor: null, label: "run" }],
  ])("takes %s apart", (name, parts) => expect(parsePlainName(name)).toEqual(parts));

  it.each([
    ["my-export", true],
    ["HTTP3-get", true],
    ["a:b/c@1.0.0", true],
    ["a:b/c@0.2", true],
    ["[method]a.b", true],
    ["my_export", false],
    ["1st", false],
    ["a:B/c", false],
    ["a:b/c@one", false],
    ["", false],
    ["__proto__", false],
  ])("%j can be an export name: %s", (name, expected) => expect(isExternName(name)).toBe(expected));

  it("takes names that differ in case and hyphens only for one", () => {
    expect(uniquenessKey("foo-bar")).toBe(uniquenessKey("FOO-bar"));
    expect(uniquenessKey("foo-bar")).not.toBe(uniquenessKey("[constructor]foo-bar"));
  });
});
