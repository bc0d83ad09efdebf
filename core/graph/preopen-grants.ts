// A grant of the document's folder, or of a part of it, under a path of its own: `preopen:read:/data=images`. The plain
// grants `read-folder` and `write-folder` are of all of it, under `/`.

/** `preopen:read-write:/data=images`: the part `images`, found at `/data`. */
export type PreopenGrant = `preopen:${string}`;

export interface GrantedPreopen {
  /** Where the instance finds it: `/data`. */
  readonly path: string;
  /** Which part of the folder, or empty for all of it: `images/small`. */
  readonly part: string;
  readonly access: "read" | "read-write";
}

const FORM = /^preopen:(read|read-write):([^=]*)=(.*)$/s;
const MAX_PATH_LENGTH = 1000;

export function preopenGrant({ path, part, access }: GrantedPreopen): PreopenGrant {
  return `preopen:${access}:${path}=${part}`;
}

/** What `grant` gives, or null where it is none of a preopen that there can be. */
export function grantedPreopen(grant: string): GrantedPreopen | null {
  const [, access, path, part] = FORM.exec(grant) ?? [];
  if (path === undefined || part === undefined || !isPreopenPath(path) || !isFolderPart(part)) return null;
  return { path, part, access: access as GrantedPreopen["access"] };
}

/** Whether an instance may find a folder at `path`: absolute, and nothing in it that a shell would resolve. */
export function isPreopenPath(path: string): boolean {
  return (
    path === "/" || (path.startsWith("/") && !path.includes("=") && path.length > 1 && isFolderPart(path.slice(1)))
  );
}

/** Whether `part` can name a part of a folder: relative, or empty for all of it. */
export function isFolderPart(part: string): boolean {
  if (part === "") return true;
  return part.length <= MAX_PATH_LENGTH && !part.includes("\0") && part.split("/").every(isPlainName);
}

function isPlainName(name: string): boolean {
  return name !== "" && name !== "." && name !== "..";
}

/** `grants` where of several for one path only the last is left. */
export function onePerPath<T extends string>(grants: readonly T[]): readonly T[] {
  const last = new Map(grants.map((grant, i) => [grantedPreopen(grant)?.path ?? i, i]));
  return grants.filter((grant, i) => last.get(grantedPreopen(grant)?.path ?? i) === i);
}
