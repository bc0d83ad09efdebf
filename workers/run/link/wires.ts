// A wire: the wrapper between the functions of one instance and whoever calls them. It checks whether the run goes on
// and keeps the call stack, also across calls that are suspended: one goes on at a time. Functions get a wrapper; of a resource's class the methods are replaced in place, because
// `instanceof` must go on working, and a Proxy stands for the class itself.

import { parsePlainName, type PlainName } from "../../../core/wit/names.ts";
import { type ExternMap, peel } from "../../../core/wit/types.ts";
import { jcoName } from "../../../core/values/jco-rules.ts";
import type { CallStack, ComponentCall } from "./call-stack.ts";
import { blameForgery } from "./forged-handles.ts";
import { className } from "./js-names.ts";
import type { RunControl } from "../control/run-control.ts";
import { missingClass, missingFunction } from "./missing-imports.ts";
import type { Turns } from "../wait/turns.ts";
import { settling } from "../wait/waited.ts";

export type JsFunction = (this: unknown, ...args: unknown[]) => unknown;
export type JsClass = new (...args: unknown[]) => object;
/** Functions and classes by their JavaScript names. */
export type JsInterface = Readonly<Record<string, unknown>>;

/** Whose functions are wired. */
type WireEnd = Omit<ComponentCall, "function">;

export class Wires {
  readonly #stack: CallStack;
  readonly #control: RunControl;
  readonly #turns: Turns | null;
  /** Methods that are wired already, by prototype. */
  readonly #wiredMethods = new WeakMap<object, Set<string>>();

  /** @param turns null where calls are never suspended */
  constructor(stack: CallStack, control: RunControl, turns: Turns | null = null) {
    this.#stack = stack;
    this.#control = control;
    this.#turns = turns;
  }

  /** Whether calls may be suspended on their way. */
  get suspends(): boolean {
    return this.#turns !== null;
  }

  /** What `implementation` offers of `exports`, wired. What it doesn't have ends the run when it is called. */
  interface(end: WireEnd, exports: ExternMap, implementation: JsInterface): JsInterface {
    const wired: Record<string, unknown> = {};
    const members = new Map<string, PlainName[]>();
    for (const [name, extern] of exports) {
      if (extern.kind === "type" && peel(extern.type).kind === "resource") members.set(name, members.get(name) ?? []);
      if (extern.kind !== "function") continue;
      const plain = parsePlainName(name);
      if (plain.resource !== null) members.set(plain.resource, [...(members.get(plain.resource) ?? []), plain]);
      else wired[jcoName(name)] = this.function({ ...end, function: name }, memberOf(implementation, jcoName(name)));
    }
    for (const [resource, functions] of members) {
      wired[className(resource)] = this.class(end, resource, functions, memberOf(implementation, className(resource)));
    }
    return wired;
  }

  /** `implementation` with a wrapper, which is the wire. */
  function(call: ComponentCall, implementation: unknown): JsFunction {
    const callee = typeof implementation === "function" ? (implementation as JsFunction) : missingFunction(call);
    if (this.#turns) return this.#suspendedFunction(call, callee, this.#turns);
    const stack = this.#stack;
    const control = this.#control;
    return function wire(this: unknown, ...args: unknown[]): unknown {
      control.enterCall();
      stack.enter(call);
      try {
        return callee.apply(this, args);
      } catch (caught) {
        const thrown = call.instance === null ? blameForgery(caught, [this, ...args]) : caught;
        if (stack.notice(thrown)) control.end();
        throw thrown;
      } finally {
        stack.leave();
      }
    };
  }

  /** A wrapper for a function that may give a promise. Those of the host that don't may not be made to wait. */
  #suspendedFunction(call: ComponentCall, callee: JsFunction, turns: Turns): JsFunction {
    const stack = this.#stack;
    const control = this.#control;
    const pass = (self: unknown, args: unknown[]): unknown => {
      control.enterCall();
      stack.enter(call);
      return settling(
        () => callee.apply(self, args),
        (result) => {
          stack.leave();
          return result;
        },
        (caught) => {
          const thrown = call.instance === null ? blameForgery(caught, [self, ...args]) : caught;
          if (stack.notice(thrown)) control.end();
          stack.leave();
          throw thrown;
        },
      );
    };
    return function wire(this: unknown, ...args: unknown[]): unknown {
      const turn = call.instance === null ? null : turns.due();
      return turn === null ? pass(this, args) : turn.then(() => pass(this, args));
    };
  }

  /** The class of `resource` with its functions wired. */
  class(end: WireEnd, resource: string, functions: readonly PlainName[], implementation: unknown): JsClass {
    const isMissing = typeof implementation !== "function";
    const original = isMissing ? missingClass() : (implementation as JsClass);
    const statics = new Map<PropertyKey, JsFunction>();
    for (const { role, label } of functions) {
      const call: ComponentCall = { ...end, function: `[${role}]${resource}.${label}` };
      const key = jcoName(label);
      if (role === "method") this.#wireMethod(call, original.prototype as object, key);
      if (role === "static") statics.set(key, this.function(call, memberOf(original, key)));
    }
    const constructorCall: ComponentCall = { ...end, function: `[constructor]${resource}` };
    const construct = this.function(
      constructorCall,
      isMissing ? null : (...args: unknown[]) => Reflect.construct(original, args),
    );
    return new Proxy(original, {
      construct: (_, args) => construct(...(args as unknown[])) as object,
      get: (target, key) => statics.get(key) ?? (Reflect.get(target, key) as unknown),
    });
  }

  #wireMethod(call: ComponentCall, prototype: object, key: string): void {
    const wired = this.#wiredMethods.get(prototype) ?? new Set();
    this.#wiredMethods.set(prototype, wired);
    if (wired.has(key)) return;
    wired.add(key);
    const value = this.function(call, memberOf(prototype, key));
    Object.defineProperty(prototype, key, { value, configurable: true, writable: true });
  }
}

/** The member of that name, unless it is one that every object or function has: `to-string` is a name like any other. */
function memberOf(owner: object, key: string): unknown {
  for (let holder: object | null = owner; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    if (holder === Object.prototype || holder === Function.prototype) return undefined;
    if (Object.hasOwn(holder, key)) return (holder as JsInterface)[key];
  }
  return undefined;
}
