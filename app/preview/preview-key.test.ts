import { expect, it } from "vitest";
import { previewKey, readPreviewKey } from "./preview-key.ts";

const IDS = ["3f2a9c11-0000-4000-8000-000000000000", "77aa00ff-0000-4000-8000-000000000000"];

it.each(["gateway", "gateway-2", "a-3f2a9c11"])("the key of %s names it and its document", (instance) => {
  for (const documentId of IDS) {
    expect(readPreviewKey(previewKey(documentId, instance), IDS)).toEqual({ documentId, instance });
  }
});

it("a key of a document that isn't open names nothing", () => {
  expect(readPreviewKey(previewKey(IDS[0]!, "gateway"), [IDS[1]!])).toBeNull();
  expect(readPreviewKey("gateway", IDS)).toBeNull();
  expect(readPreviewKey("", IDS)).toBeNull();
});
