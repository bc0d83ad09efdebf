// What transpiling makes of a component, ready to be stored: plain data without compiled modules.

export interface CoreModule {
  /** How the JavaScript asks for it: `component.core2.wasm`. */
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Artifact {
  /** An ES module that exports `instantiate`. */
  readonly js: string;
  readonly modules: readonly CoreModule[];
  /** What the JavaScript takes from its import object; a name here is the import's name in the component. */
  readonly imports: readonly string[];
}
