// Writes public/samples/<app>/answers.json from what Wasmtime answers to samples/<app>/calls.json, and the files that
// commands write to expected/: node samples/record.mjs [app]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "./build/compose.mjs";
import { writeIndex } from "./build/index-file.mjs";
import { OUTPUT, SAMPLES } from "./build/paths.mjs";
import { APPS } from "./build/recipes.mjs";
import { callText, invoke, runCommand, withServer } from "./build/wasmtime.mjs";

async function record(app) {
  const asked = JSON.parse(readFileSync(join(SAMPLES, app, "calls.json"), "utf8"));
  const component = compose(app);
  const answers = [
    ...(asked.calls ?? []).map((call) => ({
      call: callText(call),
      interface: asked.interface,
      ...call,
      result: invoke(component, callText(call)),
    })),
    ...(asked.commands ?? []).map((command) => recordCommand(app, component, command)),
    ...(asked.requests ? await recordRequests(component, asked.requests) : []),
  ];
  writeFileSync(join(OUTPUT, app, "answers.json"), `${JSON.stringify(answers, null, 2)}\n`);
  console.log(`${app}: ${answers.length} answers`);
}

function recordCommand(app, component, { args, writes = [] }) {
  const folder = join(OUTPUT, app);
  const { files, ...told } = runCommand(component, args, join(folder, "files"), writes);
  mkdirSync(join(folder, "expected"), { recursive: true });
  writes.forEach((name, index) => writeFileSync(join(folder, "expected", name), files[index]));
  return {
    command: { args, preopen: "files" },
    ...told,
    writes: Object.fromEntries(writes.map((name) => [name, `expected/${name}`])),
  };
}

const recordRequests = (component, requests) =>
  withServer(component, async (ask) => {
    const answers = [];
    for (const request of requests) answers.push({ request, response: await ask(request) });
    return answers;
  });

for (const { id } of APPS) {
  if (!process.argv[2] || process.argv[2] === id) await record(id);
}
writeIndex(APPS);
