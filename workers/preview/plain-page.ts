// What stands in a preview where the handler has nothing to say: one sentence, and the way back.

export interface PlainPage {
  readonly status: number;
  readonly html: string;
}

const STYLE =
  "body{margin:0;min-height:100vh;display:grid;place-content:center;justify-items:center;gap:8px;padding:24px;" +
  "box-sizing:border-box;font:14px/20px system-ui,sans-serif;text-align:center;color:#4a4d55;background:#fff}" +
  "h1{margin:0;font-size:15px;color:#1b1c20}p{margin:0;max-width:44ch}a{color:#4b4fd0}" +
  "@media(prefers-color-scheme:dark){body{color:#a8abb4;background:#17181c}h1{color:#eceef2}a{color:#9aa0ff}}";

const TITLES: Readonly<Record<number, string>> = {
  403: "Not shown",
  404: "Not in the preview",
  502: "No response",
  503: "Nothing serves this page",
};

/** @param site the address of the workbench */
export function plainPage(site: string, status: number, reason: string): PlainPage {
  const title = TITLES[status] ?? "No response";
  // Without a referrer: from a preview, a link to the site would lead into the preview again.
  const link = `<a href="${escaped(site)}" target="_top" rel="noreferrer">Open the workbench</a>`;
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>`;
  return { status, html: `${head}<h1>${title}</h1><p>${escaped(reason)}</p><p>${link}</p></html>` };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
