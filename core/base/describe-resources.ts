// Two resources of one name that are not the same, in words: whose each is, and which wire makes them one.

import type { DiagnosticParameters, ImportPlace } from "./diagnostics.ts";
import type { ResourceDescription } from "./mismatch.ts";

type ResourceMismatch = DiagnosticParameters["resource-mismatch"];

/** `` `pricing` has it from `store` of `near`, `desk` from `store` of `far` ``, or null where the owners are unknown. */
export function describeOwners({ instance, source, mismatch }: ResourceMismatch): string | null {
  const { difference } = mismatch;
  if (difference.kind !== "resource") return null;
  const { expected, found } = difference;
  const provider = "instance" in source ? source.instance : null;
  const theirs =
    provider === null
      ? `there it is from ${owner(found, null)}`
      : `\`${provider}\` has it from ${owner(found, provider)}`;
  const sameInterface = expected.interface !== null && expected.interface === found.interface;
  const ours =
    sameInterface && expected.instance !== null ? `that of \`${expected.instance}\`` : owner(expected, instance);
  return `${theirs}, \`${instance}\` from ${ours}`;
}

/** Whose `resource` is, as `holder` sees it. */
function owner({ instance, interface: of }: ResourceDescription, holder: string | null): string {
  const name = of === null ? null : `\`${of}\``;
  if (instance === null) return name === null ? "the host" : `the host's ${name}`;
  if (instance === holder) return name === null ? "itself" : `its own ${name}`;
  return name === null ? `\`${instance}\`` : `${name} of \`${instance}\``;
}

/** The wires that would make both sides use one resource. */
export function helpWithResources({ expectedBy, foundBy, mismatch }: ResourceMismatch): string {
  const { difference } = mismatch;
  if (difference.kind !== "resource") return "Both sides must get the resource from one place.";
  const { expected, found } = difference;
  const changes = [
    expectedBy && { place: expectedBy, resource: found },
    // What a provider defines itself, no wire changes.
    foundBy && { place: foundBy, resource: expected },
  ].filter((each) => each !== null);
  // A wire is a step forward; leaving a resource to the host seldom is.
  const wiresFirst = changes.toSorted(
    (a, b) => Number(a.resource.instance === null) - Number(b.resource.instance === null),
  );
  const [first, second] = wiresFirst.map(({ place, resource }) => change(place, resource));
  if (first === undefined) return "Both sides must get the resource from one place.";
  return second === undefined ? `${first}.` : `${first}, or ${second.charAt(0).toLowerCase()}${second.slice(1)}.`;
}

function change({ instance, import: name }: ImportPlace, resource: ResourceDescription): string {
  const place = `\`${name}\` of \`${instance}\``;
  return resource.instance === null
    ? `Leave ${place} to the host too`
    : `Wire ${place} to \`${resource.instance}\` too`;
}
