// The error codes of wasi:sockets that this host answers with, and how an operation fails with one.

import { failWith } from "../wasi-error.ts";

export type NetworkErrorCode =
  | "access-denied"
  | "not-supported"
  | "invalid-argument"
  | "concurrency-conflict"
  | "not-in-progress"
  | "would-block"
  | "invalid-state"
  | "new-socket-limit"
  | "address-not-bindable"
  | "address-in-use"
  | "remote-unreachable"
  | "connection-refused"
  | "datagram-too-large"
  | "name-unresolvable"
  | "permanent-resolver-failure";

/** Throws `code` as the err of the operation that the guest called. */
export function failNetwork(code: NetworkErrorCode): never {
  return failWith(code);
}
