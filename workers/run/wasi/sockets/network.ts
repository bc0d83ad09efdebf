// wasi:sockets `network`, the handle that carries the right to use it, and `network-error-code`.

import type { InstanceHost } from "../instance-host.ts";
import type { IoError } from "../io/io-error.ts";
import { failNetwork, type NetworkErrorCode } from "./network-error.ts";

export class Network {
  readonly #host: InstanceHost;

  constructor(host: InstanceHost) {
    this.#host = host;
  }

  /** Fails with `access-denied` where the instance that it belongs to has no right to sockets, and reports it. */
  requireGranted(interfaceName: string, functionName: string): void {
    if (this.isGranted(interfaceName, functionName)) return;
    failNetwork("access-denied");
  }

  isGranted(interfaceName: string, functionName: string): boolean {
    const isGranted = this.#host.grants.sockets === true;
    if (!isGranted) this.#host.denied(interfaceName, functionName, { kind: "sockets" });
    return isGranted;
  }
}

export function network({ context }: InstanceHost): object {
  return {
    Network: context.classes.Network,
    networkErrorCode: (error: IoError): NetworkErrorCode | undefined => error.codes.network,
  };
}

export function instanceNetwork(host: InstanceHost): object {
  return { instanceNetwork: () => new host.context.classes.Network(host) };
}
