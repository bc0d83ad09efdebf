// Engines that don't know `Symbol.dispose` get the one that generated code then looks for. To be loaded before everything
// that has a `[Symbol.dispose]`.

if (!Reflect.has(Symbol, "dispose")) Object.defineProperty(Symbol, "dispose", { value: Symbol.for("dispose") });
