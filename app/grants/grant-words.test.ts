import { expect, it } from "vitest";
import type { Grant } from "../../core/graph/grants.ts";
import { listObjects } from "./grant-words.ts";

it.each<[readonly Grant[], string]>([
  [[], ""],
  [["clocks"], "the clocks"],
  [["arguments", "stdout"], "its arguments and standard output"],
  [["read-folder", "write-folder", "random"], "the folder (read and write) and randomness"],
  [["write-folder"], "writing to the folder"],
  [["environment:LANG"], "the variable LANG"],
  [["http:api.example.com"], "requests to api.example.com"],
])("%j reads %s", (grants, text) => expect(listObjects(grants)).toBe(text));
