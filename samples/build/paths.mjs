// The folders of the build. Nothing is written outside WORK, OUTPUT and Cargo's target folder.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const SAMPLES = dirname(dirname(fileURLToPath(import.meta.url)));
export const NODE_MODULES = join(SAMPLES, "node_modules");
export const WORK = join(SAMPLES, ".build");
export const OUTPUT = join(dirname(SAMPLES), "public", "samples");
