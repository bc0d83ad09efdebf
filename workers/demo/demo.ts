// The page's end of check.mjs: scenarios by name.

import { measures } from "./measures.ts";
import { scenarios } from "./scenarios.ts";

Object.assign(globalThis, { scenarios, measures });
