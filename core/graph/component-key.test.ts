import { describe, expect, it } from "vitest";
import { componentFromWit } from "../../tests/wasm-tools.ts";
import { type Component, readComponent } from "../../core/wit/read.ts";
import { suggestKey } from "./component-key.ts";

async function component(name: string | null = null, version?: string): Promise<Component> {
  const read = readComponent(await componentFromWit("package a:b; world w {}"));
  if (!read.ok) throw new Error(read.error.kind);
  const metadata = new Map(version === undefined ? [] : [["version", version]]);
  return { ...read.value, root: { ...read.value.root, name, metadata } };
}

describe("suggestKey", () => {
  it.each([
    ["greeter.wasm", null, undefined, "local:greeter"],
    ["out/My Greeter_v2.wasm", null, undefined, "local:my-greeter-v2"],
    ["greeter-1.2.0.wasm", null, undefined, "local:greeter@1.2.0"],
    ["x.wasm", "shop:store", "0.4.1", "shop:store@0.4.1"],
    ["x.wasm", "not a key", "nonsense", "local:x"],
    ["1password.wat", null, undefined, "local:c1password"],
  ])("%s named %s in version %s is %s", async (file, name, version, key) => {
    expect(suggestKey(await component(name, version), file, [])).toBe(key);
  });

  it("numbers a key that is taken, before its version", async () => {
    const taken = ["local:a", "local:b@1.0.0"];
    expect(suggestKey(await component(), "a.wasm", taken)).toBe("local:a2");
    expect(suggestKey(await component(), "b-1.0.0.wasm", taken)).toBe("local:b2@1.0.0");
  });
});
