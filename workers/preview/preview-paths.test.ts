import { describe, expect, it } from "vitest";
import { addressOf, isWorkbench, lacksSlash, placeOf, redirectedTo } from "./preview-paths.ts";

const HANDLER = "http://localhost";

describe.each(["https://witloom.test/", "https://host.test/tools/witloom/"])("at %s", (site) => {
  it.each(["/", "/orders/7?state=open", "//twice/x", "/%2e%2e%2fup", "/a b".replace(" ", "%20")])(
    "the address of %s is read back as it",
    (path) => {
      const place = { key: "gateway-12ab", path };
      expect(placeOf(site, addressOf(site, place))).toEqual(place);
    },
  );

  it("is no preview what lies outside of its folder", () => {
    expect(placeOf(site, site)).toBeNull();
    expect(placeOf(site, `${site}preview/`)).toBeNull();
    expect(placeOf(site, `${site}previews/key/`)).toBeNull();
    expect(placeOf(site, `${site}preview/key/../../`)).toBeNull();
    expect(placeOf(site, "https://elsewhere.test/preview/key/")).toBeNull();
  });

  it("knows the workbench from other pages of its host", () => {
    for (const own of ["", "index.html", "?isolation=off#x"]) expect(isWorkbench(site, site + own)).toBe(true);
    for (const other of ["demo/", "preview/key/", "sw.js"]) expect(isWorkbench(site, site + other)).toBe(false);
    expect(isWorkbench(site, "https://elsewhere.test/")).toBe(false);
  });

  it("keeps dots inside of the preview, or leads out of it", () => {
    expect(placeOf(site, `${site}preview/key/a/../b`)).toEqual({ key: "key", path: "/b" });
    expect(placeOf(site, `${site}preview/key/../other/`)).toEqual({ key: "other", path: "/" });
    expect(placeOf(site, `${site}preview/key/%2e%2e/other/`)).toEqual({ key: "other", path: "/" });
  });

  it("knows the root of a preview without its slash", () => {
    expect(placeOf(site, `${site}preview/key?x`)).toEqual({ key: "key", path: "/?x" });
    expect(lacksSlash(site, `${site}preview/key?x=/`)).toBe(true);
    expect(lacksSlash(site, `${site}preview/key/`)).toBe(false);
  });

  it("brings back where the handler redirects to itself", () => {
    const to = (location: string) => redirectedTo(site, { key: "k", path: "/a/b?c" }, HANDLER, location);
    expect(to("/orders/5?x#y")).toBe(`${site}preview/k/orders/5?x#y`);
    expect(to("d")).toBe(`${site}preview/k/a/d`);
    expect(to("http://localhost/e")).toBe(`${site}preview/k/e`);
    expect(to("https://elsewhere.test/f")).toBe("https://elsewhere.test/f");
    expect(to("//elsewhere.test/f")).toBe("http://elsewhere.test/f");
  });
});
