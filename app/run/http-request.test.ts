import { describe, expect, it } from "vitest";
import type { HttpDraft } from "../../components/run/http-model.ts";
import { curlOf, requestOf, requestProblem } from "./http-request.ts";

const draft = (change: Partial<HttpDraft>): HttpDraft => {
  return { method: "GET", path: "/", headers: [], body: "", instances: "shared", ...change };
};
const header = (name: string, value: string) => ({ id: name, name, value });

describe("requestProblem", () => {
  it.each([
    [draft({ path: "/orders?state=open" }), null],
    [draft({ path: "orders" }), "A path begins with /"],
    [draft({ path: "//elsewhere/orders" }), "This is not a path"],
    [draft({ headers: [header("", "")] }), null],
    [draft({ headers: [header("content type", "x")] }), "A header’s name has letters, digits and hyphens only"],
    [draft({ headers: [header("", "x")] }), "A header’s name has letters, digits and hyphens only"],
  ])("%#", (request, problem) => expect(requestProblem(request)).toBe(problem));
});

it("leaves out headers without a name, and a body without a byte", () => {
  const request = requestOf(draft({ headers: [header("", ""), header("a", "b")] }), "gateway");
  expect(request).toMatchObject({ url: "http://localhost/", headers: [["a", "b"]], body: null, instance: "gateway" });
});

it("quotes what a shell would read otherwise", () => {
  const request = draft({ method: "POST", path: "/a", headers: [header("x", "it's")], body: "{}" });
  expect(curlOf(request)).toBe("curl -X POST -H 'x: it'\\''s' --data-raw '{}' 'http://localhost:8080/a'");
});
