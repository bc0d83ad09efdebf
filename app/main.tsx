// Starts the page.

import { createRoot } from "react-dom/client";
import "../components/styles/global.css";
import { App } from "./App.tsx";
import { registerAllCommands, registerSampleCommands } from "./commands/all-commands.ts";
import { listenForKeys } from "./commands/keys.ts";
import { busy } from "./idle.ts";
import { notify } from "./notices/notices-store.ts";
import { answerPreviews } from "./preview/answer-previews.ts";
import { isolatePage } from "./preview/service-worker.ts";
import { followTheme } from "./preferences/preferences-store.ts";
import { offerScripting } from "./scripting.ts";
import { toolchain } from "./services.ts";
import { fetchLaterParts } from "./shell/later.ts";
import { fillSession, restoreSession } from "./session.ts";

async function start(): Promise<void> {
  if (!(await isolatePage())) return;
  registerAllCommands();
  answerPreviews();
  listenForKeys();
  offerScripting();
  followTheme();
  const isFirstVisit = await restoreSession().catch(tellUnreadable);
  createRoot(document.querySelector("#root")!).render(<App />);
  await Promise.all([fillSession(isFirstVisit).catch(tellUnreadable), registerSampleCommands()]);
  whenQuiet(() => {
    void fetchLaterParts();
    toolchain().warm();
  });
}

function tellUnreadable(thrown: Error): false {
  notify({ tone: "error", message: "What this browser keeps could not be read", help: thrown.message });
  return false;
}

function whenQuiet(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 1_000);
}

void busy(start());
