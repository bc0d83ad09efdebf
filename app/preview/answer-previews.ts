// Answers what the service worker asks, from the start on: a preview in a tab of its own may be there before its panel is.

const load = () => Promise.all([import("../../workers/preview/preview-host.ts"), import("./preview-site.ts")]);

export function answerPreviews(): void {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    void load().then(([{ answerQuestion }, { siteOf }]) => answerQuestion(data, siteOf));
  });
}
