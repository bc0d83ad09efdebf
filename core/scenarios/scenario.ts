// A scenario: a name, what is done one step after the other to instances made for it alone, and what must come of it.
// Values are WAVE text, as a person writes them; they are read when the types are at hand (`read-step.ts`).

export interface Scenario {
  /** Unique in its document. */
  readonly name: string;
  /** At least one; a command ends the run, so that it stands last. */
  readonly steps: readonly ScenarioStep[];
}

export type ScenarioStep = CallStep | DropStep | CommandStep | RequestStep;

export interface CallStep {
  readonly kind: "call";
  readonly instance: string;
  /** The exported interface, or null for a function of the component's world. */
  readonly interface: string | null;
  /** As WIT has it: `[method]order.confirm`. */
  readonly function: string;
  /** `("Ada", calm)`; `own<order> #2` is the second resource that the steps before gave. */
  readonly arguments: string;
  readonly expected: CallExpectation;
}

export type CallExpectation =
  /** That it returns, whatever it returns. */
  | { readonly kind: "anything" }
  | { readonly kind: "value"; readonly wave: string }
  /** That it traps, with a message that has `message` in it. */
  | { readonly kind: "trap"; readonly message: string };

/** Drops a resource that a step before gave. */
export interface DropStep {
  readonly kind: "drop";
  /** Counted from 1, as in `own<order> #2`. */
  readonly handle: number;
}

export interface CommandStep {
  readonly kind: "command";
  readonly instance: string;
  /** As typed into a shell. */
  readonly arguments: string;
  readonly environment: readonly NamedText[];
  readonly stdin: string;
  readonly expected: {
    readonly exit: number;
    /** Null where anything may be written. */
    readonly stdout: TextExpectation | null;
    readonly stderr: TextExpectation | null;
  };
}

export interface RequestStep {
  readonly kind: "request";
  readonly instance: string;
  readonly method: string;
  /** With the query: `/orders?state=open`. */
  readonly path: string;
  readonly headers: readonly NamedText[];
  readonly body: string;
  readonly expected: {
    readonly status: number;
    /** Those that must be among the headers of the response, with these values. */
    readonly headers: readonly NamedText[];
    /** Null for any body. */
    readonly body: TextExpectation | null;
  };
}

export interface NamedText {
  readonly name: string;
  readonly value: string;
}

export interface TextExpectation {
  readonly kind: "equals" | "contains";
  readonly text: string;
}

/** `scenarios` with the instance `name` called `to` in every step. */
export function withInstanceRenamed(scenarios: readonly Scenario[], name: string, to: string): readonly Scenario[] {
  const names = (step: ScenarioStep): boolean => step.kind !== "drop" && step.instance === name;
  return scenarios.map((scenario) => {
    if (!scenario.steps.some(names)) return scenario;
    return { ...scenario, steps: scenario.steps.map((step) => (names(step) ? { ...step, instance: to } : step)) };
  });
}
