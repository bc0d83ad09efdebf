// Names of Rust functions as a person wrote them. Both of its manglings; of C++ and of generics only what is plain.
// Spec: rustc book, "Symbol Mangling" (v0).

/** `name` demangled, or as it is where it isn't a mangled path of plain identifiers. */
export function demangle(name: string): string {
  return demangleLegacy(name) ?? demangleV0(name) ?? name;
}

const LEGACY_ESCAPES: Readonly<Record<string, string>> = {
  SP: "@",
  BP: "*",
  RF: "&",
  LT: "<",
  GT: ">",
  LP: "(",
  RP: ")",
  C: ",",
};

/** `_ZN4core3fmt5write17h0123456789abcdefE` → `core::fmt::write`. */
function demangleLegacy(name: string): string | null {
  const body = /^_?_ZN(.+)17h[0-9a-f]{16}E/.exec(name)?.[1];
  if (body === undefined) return null;
  const parts: string[] = [];
  let rest = body;
  while (rest !== "") {
    const digits = /^\d+/.exec(rest)?.[0];
    if (digits === undefined) return null;
    const end = digits.length + Number(digits);
    parts.push(unescapeLegacy(rest.slice(digits.length, end)));
    rest = rest.slice(end);
  }
  return parts.join("::");
}

/** `_$LT$T$u20$as$u20$U$GT$` → `<T as U>`. */
function unescapeLegacy(part: string): string {
  return part
    .replace(/^_\$/, "$")
    .replaceAll("..", "::")
    .replaceAll(/\$(?:u([0-9a-f]{1,6})|([A-Z]+))\$/g, (whole, code?: string, escape?: string) => {
      if (code !== undefined) return String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
      return LEGACY_ESCAPES[escape ?? ""] ?? whole;
    });
}

/** `_RNvNtCs1234_4core3fmt5write` → `core::fmt::write`. Null for anything but nested plain paths. */
function demangleV0(name: string): string | null {
  if (!/^_?_R[A-Z]/.test(name)) return null;
  const parser = new V0Path(name.replace(/^_?_R/, ""));
  return parser.path();
}

class V0Path {
  #rest: string;

  constructor(text: string) {
    this.#rest = text;
  }

  path(): string | null {
    // A nested path in generics: its arguments are left out.
    if (this.#take(/^I/)) return this.path();
    if (this.#take(/^C/)) return this.#identifier();
    const namespace = this.#take(/^N([a-zA-Z])/);
    if (!namespace) return null;
    const outer = this.path();
    const inner = this.#identifier();
    if (outer === null || inner === null) return null;
    return `${outer}::${namespace[1] === "C" ? "{closure}" : inner}`;
  }

  #identifier(): string | null {
    this.#take(/^s[0-9a-zA-Z]*_/);
    const length = this.#take(/^u?(\d+)_?/);
    if (!length) return null;
    const identifier = this.#rest.slice(0, Number(length[1]));
    this.#rest = this.#rest.slice(Number(length[1]));
    return identifier;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#rest);
    if (match) this.#rest = this.#rest.slice(match[0].length);
    return match;
  }
}
