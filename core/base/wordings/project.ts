// The wording of diagnostics on a project folder: codes W5xxx.

import type { Wordings } from "./wording-table.ts";

export const PROJECT = {
  "project-without-wac": {
    code: "W5001",
    message: () => "There is no `composition.wac` in this folder or zip.",
    help: "Choose the folder or zip that holds the composition itself, not one above or below it.",
  },
  "wit-without-package": {
    code: "W5006",
    message: () => "This WIT does not say which package it is.",
    help: "Begin one of its files with a line such as `package my:package@1.0.0;`.",
  },
  "sidecar-unreadable": {
    code: "W5002",
    message: () => "`witloom.json` can't be read.",
    help: "Remove it: the composition opens without it, with a layout made anew.",
  },
  "sidecar-too-new": {
    code: "W5003",
    message: ({ format, known }) =>
      `\`witloom.json\` has format ${format}; this version of Witloom reads up to ${known}.`,
    help: "Open it with a newer version of Witloom.",
  },
  "zip-unreadable": {
    code: "W5004",
    message: () => "This is not a zip file, or it is damaged.",
    help: "It may not have been downloaded or copied whole.",
  },
  "zip-too-large": {
    code: "W5005",
    message: ({ bytes, files }) =>
      `The zip would unpack to more than is opened: at least ${bytes} bytes in ${files} ${files === 1 ? "file" : "files"}.`,
    help: "Files beyond this bound are not opened, to keep the page safe from hostile input.",
  },
} satisfies Partial<Wordings>;
