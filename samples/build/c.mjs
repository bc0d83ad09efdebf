// C and C++: wit-bindgen's C glue, compiled by the clang that comes inside Zig, with wasi-libc and libc++.
import { join } from "node:path";
import { commandAdapter } from "./adapter.mjs";
import { generateBindings } from "./bindings.mjs";
import { SAMPLES } from "./paths.mjs";
import { stripDebug } from "./strip.mjs";
import { run } from "./tool.mjs";
import { STACK_BYTES } from "./zig.mjs";

const FLAGS = ["-target", "wasm32-wasi", "-Oz", "-g", "-flto", "-Wall", "-Wextra", "-Werror"];

const C = { name: "C", standard: "17", driver: ["cc"], dialect: ["-std=c17"], runtime: [] };
const CPP = {
  name: "C++",
  standard: "20",
  driver: ["c++", "-fno-exceptions", "-fno-rtti"],
  dialect: ["-std=c++20"],
  runtime: [join(SAMPLES, "build", "cpp-runtime.cpp")],
};

/** Builds <folder>.c, as a library of exports, or as a program with main() if the recipe says `command`. */
export function buildC(recipe, folders) {
  return compile(recipe, folders, C, `${recipe.folder}.c`);
}

/** Builds <folder>.cpp. There are no exceptions: what would throw, traps. */
export function buildCpp(recipe, folders) {
  return compile(recipe, folders, CPP, `${recipe.folder}.cpp`);
}

function compile(recipe, { source, work, wit }, language, file) {
  const module = join(work, "core.wasm");
  const { folder, stem, tool } = generateBindings("c", recipe, wit, work);
  const [driver, ...options] = language.driver;
  const glue = join(work, "glue.o");
  const object = join(work, "source.o");
  run("zig", ["cc", ...FLAGS, "-c", `${stem}.c`, "-o", glue]);
  run("zig", [driver, ...options, ...language.dialect, ...FLAGS, "-I", folder, "-c", join(source, file), "-o", object]);
  const linking = [`-Wl,-z,stack-size=${STACK_BYTES}`, ...(recipe.command ? [] : ["-mexec-model=reactor"])];
  const objects = [object, glue, `${stem}_component_type.o`, ...language.runtime];
  run("zig", [driver, ...options, ...FLAGS, ...linking, ...objects, "-o", module]);
  stripDebug(module);
  return {
    module,
    embedded: true,
    adapter: recipe.command ? commandAdapter() : undefined,
    languages: [[language.name, language.standard]],
    tools: [["clang", clangVersion()], tool],
  };
}

const clangVersion = () => /version (\S+)/.exec(run("zig", ["cc", "--version"]))[1];
