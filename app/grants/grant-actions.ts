// Giving and taking grants: each is a step that can be undone.

import type { DocumentCommand } from "../../core/graph/commands.ts";
import { type Grant, grantsAskedBy, type InstanceGrants, isGiven } from "../../core/graph/grants.ts";
import { type ActiveView, activeView } from "../derived.ts";
import { edit } from "../documents/edit.ts";

const NONE: readonly Grant[] = [];

export interface AskedGrants {
  readonly instance: string;
  readonly asked: readonly Grant[];
  readonly given: readonly Grant[];
}

/** What an instance could make use of, and what of it it has. */
export function grantsOf({ composition, componentOf, document }: ActiveView, instance: string): AskedGrants {
  const key = composition.instances.find(({ name }) => name === instance)?.component;
  const component = key === undefined ? undefined : componentOf(key);
  const asked = component ? grantsAskedBy(component.type) : NONE;
  const given = document.grants.get(instance) ?? NONE;
  return { instance, asked, given: asked.filter((grant) => isGiven(grant, given)) };
}

/** Every instance that asks for more than it has. */
export function lackingInstances(view: ActiveView): readonly AskedGrants[] {
  return view.composition.instances
    .map(({ name }) => grantsOf(view, name))
    .filter(({ asked, given }) => given.length < asked.length);
}

/** Gives `instance` these grants beside those that it has. */
export function giveGrants(instance: string, grants: readonly Grant[]): void {
  const given = activeView()?.document.grants.get(instance) ?? NONE;
  edit([{ kind: "set-grants", instance, grants: [...given, ...grants] }], { label: `granting ${instance}` });
}

export function takeGrants(instance: string, grants: readonly Grant[]): void {
  const given = activeView()?.document.grants.get(instance) ?? NONE;
  const kept = given.filter((grant) => !grants.includes(grant));
  edit([{ kind: "set-grants", instance, grants: kept }], { label: `taking grants from ${instance}` });
}

/** Gives every instance all that it asks for. */
export function giveAllAsked(): void {
  const view = activeView();
  if (view) giveEach(new Map(lackingInstances(view).map(({ instance, asked }) => [instance, asked])));
}

/** Gives each instance of the document in front these grants, in the place of what it had. */
export function giveEach(grants: InstanceGrants): void {
  const commands = Array.from(grants, ([instance, given]): DocumentCommand => {
    return { kind: "set-grants", instance, grants: given };
  });
  if (commands.length > 0) edit(commands, { label: "granting what is asked for" });
}
