import { describe, expect, it } from "vitest";

import { parseExplanation } from "./explanation-model.ts";

describe("parseExplanation", () => {
  it("takes a page apart", () => {
    const page =
      "# W1: a title\n\n```text\nerror\n\nmore\n```\n\nAfter `it`\ncomes.\n\n## Cure\n\n```wac\nlet a;\n```\n";
    expect(parseExplanation(page)).toEqual({
      title: "W1: a title",
      blocks: [
        { kind: "code", language: "text", text: "error\n\nmore" },
        {
          kind: "paragraph",
          parts: [
            { text: "After ", isCode: false, offset: 0 },
            { text: "it", isCode: true, offset: 7 },
            { text: " comes.", isCode: false, offset: 10 },
          ],
        },
        { kind: "heading", text: "Cure" },
        { kind: "code", language: "wac", text: "let a;" },
      ],
    });
  });

  it("takes a block of a language that it can't colour for text", () => {
    expect(parseExplanation("```sh\nls\n```").blocks).toEqual([{ kind: "code", language: "text", text: "ls" }]);
  });
});
