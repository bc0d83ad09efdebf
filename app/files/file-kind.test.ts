import { describe, expect, it } from "vitest";
import { fileKind } from "./file-kind.ts";

describe("fileKind", () => {
  it.each([
    ["a.wasm", "\0asm…", "component"],
    ["a.wasm", "<html>", "component"],
    ["download", "\0asm…", "component"],
    ["download", "PK\x03\x04…", "zip"],
    ["a.wat", "(component)", "component-text"],
    ["composition.WAC", "package a:b;", "wac"],
    ["a.zip", "", "zip"],
    ["notes.txt", "hello", "other"],
  ])("%s that begins with %j is %s", (name, text, kind) => {
    expect(fileKind({ name, bytes: new TextEncoder().encode(text) })).toBe(kind);
  });
});
