// Generated code drops resources that JavaScript has lost when garbage is collected. In a run that must not be: guest
// code would run at any time, and jco's bookkeeping sometimes fails then, with an error that nobody could catch.

/** Makes registering for finalisation do nothing in this thread. */
export function disableFinalizers(): void {
  class NoRegistry {
    register(): void {}

    unregister(): boolean {
      return false;
    }
  }
  Object.defineProperty(globalThis, "FinalizationRegistry", { value: NoRegistry });
}
