// Stand-ins for what nothing provides: a component that imports it can be instantiated, and runs until it calls one.

import type { ComponentCall } from "./call-stack.ts";
import { MissingImportSignal } from "../trap/signals.ts";
import type { JsClass, JsFunction } from "./wires.ts";

export function missingFunction(call: ComponentCall): JsFunction {
  return () => {
    const of = call.interface === null ? "" : ` of ${call.interface}`;
    throw new MissingImportSignal(`nothing provides ${call.function}${of}`);
  };
}

/** A class of its own; its constructor and methods are wired to `missingFunction`s. */
export function missingClass(): JsClass {
  return function missing() {} as unknown as JsClass;
}
