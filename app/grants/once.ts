// Grants for one run: they wait for the next one to begin, and go with it.

import { type Grant, type InstanceGrants, withGrants } from "../../core/graph/grants.ts";

/** By document. */
const WAITING = new Map<string, InstanceGrants>();
const NONE: InstanceGrants = new Map();

/** Gives these grants to the next run of the document that begins, and to no other. */
export function giveOnce(documentId: string, instance: string, grants: readonly Grant[]): void {
  WAITING.set(documentId, withGrants(WAITING.get(documentId) ?? NONE, new Map([[instance, grants]])));
}

/** What waits for the next run of the document, together with `held`; which it is as it stands where nothing waits. */
export function grantsOnce(documentId: string, held: InstanceGrants = NONE): InstanceGrants {
  const waiting = WAITING.get(documentId);
  return waiting ? withGrants(held, waiting) : held;
}

/** The run that they waited for has begun, or can't. */
export function takeGrantsOnce(documentId: string): void {
  WAITING.delete(documentId);
}
