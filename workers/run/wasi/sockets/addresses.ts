// IP addresses as generated code has them, and which of them a run has: its loopback, and nothing else.

import { failNetwork } from "./network-error.ts";

export type AddressFamily = "ipv4" | "ipv6";

export type IpAddress =
  | { readonly tag: "ipv4"; readonly val: readonly number[] }
  | { readonly tag: "ipv6"; readonly val: readonly number[] };

interface Ipv4SocketAddress {
  readonly port: number;
  /** Four bytes. */
  readonly address: readonly number[];
}

interface Ipv6SocketAddress extends Ipv4SocketAddress {
  readonly flowInfo: number;
  /** Eight words of 16 bits. */
  readonly address: readonly number[];
  readonly scopeId: number;
}

export type SocketAddress =
  | { readonly tag: "ipv4"; readonly val: Ipv4SocketAddress }
  | { readonly tag: "ipv6"; readonly val: Ipv6SocketAddress };

const LOOPBACK_V4 = [127, 0, 0, 1];
const LOOPBACK_V6 = [0, 0, 0, 0, 0, 0, 0, 1];

/** The address `127.0.0.1` or `::1`. */
export function loopbackAddress(family: AddressFamily): IpAddress {
  return family === "ipv4" ? { tag: family, val: LOOPBACK_V4 } : { tag: family, val: LOOPBACK_V6 };
}

/** `address` with another port. */
export function withPort(address: SocketAddress, port: number): SocketAddress {
  return address.tag === "ipv4"
    ? { tag: "ipv4", val: { ...address.val, port } }
    : { tag: "ipv6", val: { ...address.val, port } };
}

/** Port `port` of this machine. */
export function localAddress(family: AddressFamily, port: number): SocketAddress {
  return family === "ipv4"
    ? { tag: "ipv4", val: { port, address: LOOPBACK_V4 } }
    : { tag: "ipv6", val: { port, flowInfo: 0, address: LOOPBACK_V6, scopeId: 0 } };
}

/** True for `0.0.0.0` and `::`, which stand for every address of this machine. */
export function isUnspecified({ val: { address } }: SocketAddress): boolean {
  return address.every((part) => part === 0);
}

export function isLoopback({ tag, val: { address } }: SocketAddress): boolean {
  return tag === "ipv4" ? address[0] === 127 : address.join() === LOOPBACK_V6.join();
}

/** True where only the ports may differ. */
export function isSameHost(a: SocketAddress, b: SocketAddress): boolean {
  return a.tag === b.tag && a.val.address.join() === b.val.address.join();
}

/** Fails where a socket of `family` can't have or reach such an address: of another family, mapped, or not one machine's. */
export function requireUnicast(address: SocketAddress, family: AddressFamily): void {
  const [first = 0] = address.val.address;
  const isMulticast = address.tag === "ipv4" ? first >= 224 : first >>> 8 === 0xff;
  if (isMulticast) failNetwork("invalid-argument");
  requireFamily(address, family);
}

/** Fails where a socket of `family` can't have or reach such an address: of another family, or mapped. */
export function requireFamily(address: SocketAddress, family: AddressFamily): void {
  if (address.tag !== family || isMapped(address)) failNetwork("invalid-argument");
}

/** Fails unless `remote` can be sent to by a socket of `family`, as far as can be seen from the address. */
export function requireDestination(remote: SocketAddress, family: AddressFamily): void {
  requireFamily(remote, family);
  if (isUnspecified(remote) || remote.val.port === 0) failNetwork("invalid-argument");
}

/** The IP address that `text` is, or null. */
export function parseIpAddress(text: string): IpAddress | null {
  const v4 = parseIpv4(text);
  if (v4) return { tag: "ipv4", val: v4 };
  const v6 = text.includes(":") ? parseIpv6(text) : null;
  return v6 && { tag: "ipv6", val: v6 };
}

function parseIpv4(text: string): number[] | null {
  const parts = text.split(".");
  const isAddress = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isAddress ? parts.map(Number) : null;
}

/** The URL parser knows how to write an IPv6 address; what it makes of one is easy to read. */
function parseIpv6(text: string): number[] | null {
  const url = `http://[${text}]`;
  if (!/^[0-9A-Fa-f:.]+$/.test(text) || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const words = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((word) => Number.parseInt(word, 16));
  if (tail === undefined) return words(head);
  const [before, after] = [words(head), words(tail)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/** `::ffff:1.2.3.4` and its older form `::1.2.3.4`. */
function isMapped({ tag, val: { address } }: SocketAddress): boolean {
  if (tag === "ipv4" || address.slice(0, 5).some((word) => word !== 0)) return false;
  return address[5] === 0xffff || (address[5] === 0 && address[6] !== 0);
}
