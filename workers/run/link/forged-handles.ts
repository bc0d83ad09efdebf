// Handles that a guest made up. Generated code doesn't refuse them: it makes an object of the resource's class that the
// host never constructed, and the host then fails on it. That is the guest's doing, and told as its trap.

import { GuestTrap } from "../trap/signals.ts";

/** What to throw for `thrown`, which came of a call of the host with `values`. */
export function blameForgery(thrown: unknown, values: readonly unknown[]): unknown {
  const isForged = thrown instanceof TypeError && values.flat().some(isForgedResource);
  return isForged ? new GuestTrap("it used a handle that it doesn't have") : thrown;
}

/** Generated code marks what it makes with symbols of its own; objects of the host have none. */
function isForgedResource(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.getOwnPropertySymbols(value).length > 0;
}
