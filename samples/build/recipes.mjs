// Every component of every sample: its name, its language, and what the language's builder needs to know.
import { buildAssemblyScript } from "./assemblyscript.mjs";
import { buildC, buildCpp } from "./c.mjs";
import { buildGo } from "./go.mjs";
import { buildRust } from "./rust.mjs";
import { buildTypeScript } from "./typescript.mjs";
import { buildWat } from "./wat.mjs";
import { buildZig } from "./zig.mjs";

/** `id` is the folder of the app; `recipes` are in the order in which a reader should meet them. */
export const APPS = [
  {
    id: "greeting",
    title: "Greeting",
    summary: "Three small components in three languages find a phrase, set its mood and greet someone.",
    recipes: [
      { folder: "phrases", build: buildWat, about: "A phrase book of eight languages" },
      {
        folder: "style",
        build: buildAssemblyScript,
        about: "Punctuation and capitals for a mood",
        exports: { decorate: "hello:greeting/style@1.0.0" },
      },
      { folder: "greeter", build: buildZig, about: "Greets someone with a phrase and a style" },
    ].map((recipe) => ({ name: `hello:${recipe.folder}`, ...recipe })),
  },
  {
    id: "guestbook",
    title: "Guest book",
    summary: "A web site of two components: pages with a form, a style sheet and a letter that arrives line by line.",
    recipes: [
      { folder: "book", build: buildC, about: "Keeps what visitors write, in memory" },
      { folder: "pages", build: buildCpp, about: "Answers requests with pages" },
    ].map((recipe) => ({ name: `visit:${recipe.folder}`, ...recipe })),
  },
  {
    id: "image-pipeline",
    title: "Image pipeline",
    summary: "A command reads a PNG file, sends the picture through two exchangeable filters and writes it again.",
    recipes: [
      { folder: "pipeline", build: buildC, command: true, about: "A command: decode, two filters, encode" },
      { folder: "png", build: buildRust, crate: "pixel-png", about: "Reads and writes PNG files" },
      { folder: "grayscale", build: buildC, about: "A filter that takes the colours out" },
      {
        folder: "grayscale-next",
        name: "pixel:grayscale",
        version: "1.1.0",
        build: buildC,
        about: "A filter that takes the colours out as the eye sees them",
      },
      { folder: "edges", build: buildCpp, about: "A filter that draws the outlines" },
      { folder: "soften", build: buildZig, about: "A filter that blurs a little" },
      {
        folder: "posterize",
        build: buildAssemblyScript,
        about: "A filter that does not fit: other shapes under the same names",
        exports: { name: "pixel:image/filter@1.0.0", apply: "pixel:image/filter@1.0.0" },
      },
    ].map((recipe) => ({ name: `pixel:${recipe.folder}`, ...recipe })),
  },
  {
    id: "orders",
    title: "Orders",
    summary: "An HTTP service of five components in five languages takes orders; order handles cross its wires.",
    recipes: [
      { folder: "auth", version: "0.4.1", build: buildGo, about: "Reads tokens" },
      { folder: "validation", build: buildTypeScript, about: "Checks drafts of orders" },
      { folder: "pricing", build: buildCpp, about: "The price list, with discounts and currencies" },
      { folder: "store", build: buildZig, about: "Keeps orders in memory and hands out handles" },
      { folder: "gateway", build: buildRust, crate: "shop-gateway", about: "The counter and its HTTP door" },
    ].map((recipe) => ({ name: `shop:${recipe.folder}`, version: "1.2.0", ...recipe })),
  },
];

/** The recipe with what follows from its place: app, version, world. */
export function completed(app, recipe) {
  return { app: app.id, version: "1.0.0", world: recipe.folder, ...recipe };
}
