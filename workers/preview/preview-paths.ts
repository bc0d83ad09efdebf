// Where a preview lives: `<site>/preview/<key>/<path of the handler>`. Absolute links of its pages are brought back there.

/** A place in a preview. */
export interface PreviewPlace {
  /** Which handler is asked: opaque here. */
  readonly key: string;
  /** As the handler knows it, with the query: `/orders?state=open`. */
  readonly path: string;
}

const FOLDER = "preview/";

/** The place that `url` stands for, or null. @param site the address of the workbench, which ends with `/` */
export function placeOf(site: string, url: string): PreviewPlace | null {
  const root = new URL(FOLDER, site);
  const { origin, pathname, search } = new URL(url);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  const [, key = "", path = ""] = /^([^/]*)(.*)$/s.exec(pathname.slice(root.pathname.length))!;
  if (key === "") return null;
  return { key: decodedKey(key), path: (path === "" ? "/" : path) + search };
}

/** True for a window of the workbench itself, which is one page. */
export function isWorkbench(site: string, url: string): boolean {
  const { origin, pathname } = new URL(url);
  const root = new URL(site);
  return origin === root.origin && [root.pathname, `${root.pathname}index.html`].includes(pathname);
}

/** The address of a place. */
export function addressOf(site: string, { key, path }: PreviewPlace): string {
  return new URL(FOLDER + encodeURIComponent(key), site).href + path;
}

/** True for an address without the `/` that its relative links need. */
export function lacksSlash(site: string, url: string): boolean {
  const { pathname } = new URL(url);
  return !pathname.slice(new URL(FOLDER, site).pathname.length).includes("/");
}

/**
 * Where a `Location` of the page at `place` leads: into the preview where the handler means itself, elsewhere as it stands.
 * @param origin how the handler is addressed: `http://localhost`
 */
export function redirectedTo(site: string, place: PreviewPlace, origin: string, location: string): string {
  const { key, path } = place;
  if (!URL.canParse(location, origin + path)) return location;
  const target = new URL(location, origin + path);
  if (target.origin !== origin) return target.href;
  return addressOf(site, { key, path: target.pathname + target.search }) + target.hash;
}

function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
