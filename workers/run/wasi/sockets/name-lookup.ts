// wasi:sockets/ip-name-lookup: addresses are their own names, `localhost` is the run itself, and nothing else is known.

import type { HostContext } from "../host-context.ts";
import type { InstanceHost } from "../instance-host.ts";
import { ALWAYS_READY, type Pollable } from "../io/pollable.ts";
import { type IpAddress, loopbackAddress, parseIpAddress } from "./addresses.ts";
import type { Network } from "./network.ts";
import { failNetwork } from "./network-error.ts";

const INTERFACE = "wasi:sockets/ip-name-lookup";

export class ResolveAddressStream {
  readonly #context: HostContext;
  readonly #addresses: readonly IpAddress[];
  #position = 0;

  constructor(context: HostContext, addresses: readonly IpAddress[]) {
    this.#context = context;
    this.#addresses = addresses;
  }

  resolveNextAddress(): IpAddress | undefined {
    const address = this.#addresses[this.#position];
    this.#position += 1;
    return address;
  }

  subscribe(): Pollable {
    return new this.#context.classes.Pollable(this.#context.thread, ALWAYS_READY);
  }
}

export function ipNameLookup({ context }: InstanceHost): object {
  return {
    ResolveAddressStream: context.classes.ResolveAddressStream,
    resolveAddresses(from: Network, name: string): ResolveAddressStream {
      if (!from.isGranted(INTERFACE, "resolve-addresses")) failNetwork("permanent-resolver-failure");
      return new context.classes.ResolveAddressStream(context, addressesOf(name));
    },
  };
}

function addressesOf(name: string): IpAddress[] {
  const address = parseIpAddress(name);
  if (address) return [address];
  if (!isHostName(name)) failNetwork("invalid-argument");
  const isHere = /^(.+\.)?localhost\.?$/i.test(name);
  return isHere ? [loopbackAddress("ipv4"), loopbackAddress("ipv6")] : failNetwork("name-unresolvable");
}

/** Labels of letters, digits, hyphens and underscores, also of other scripts. */
function isHostName(name: string): boolean {
  return name.length < 254 && /^(?!-)[\p{L}\p{N}_-]{1,63}(\.[\p{L}\p{N}_-]{1,63})*\.?$/u.test(name);
}
