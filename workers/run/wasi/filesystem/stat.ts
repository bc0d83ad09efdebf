// What wasi:filesystem tells about a node: its attributes, times and hash.

import { type Datetime, datetimeOf, nsOf } from "../clocks.ts";
import type { FileTree } from "./file-tree.ts";
import { sizeOf, type TreeNode } from "./nodes.ts";

export interface DescriptorStat {
  readonly type: TreeNode["type"];
  readonly linkCount: bigint;
  readonly size: bigint;
  readonly dataAccessTimestamp: Datetime;
  readonly dataModificationTimestamp: Datetime;
  readonly statusChangeTimestamp: Datetime;
}

export type NewTimestamp =
  | { readonly tag: "no-change" }
  | { readonly tag: "now" }
  | { readonly tag: "timestamp"; readonly val: Datetime };

export function statOf(node: TreeNode): DescriptorStat {
  return {
    type: node.type,
    linkCount: BigInt(node.links),
    size: BigInt(sizeOf(node)),
    dataAccessTimestamp: datetimeOf(node.times.accessed),
    dataModificationTimestamp: datetimeOf(node.times.modified),
    statusChangeTimestamp: datetimeOf(node.times.changed),
  };
}

export function setTimes(tree: FileTree, node: TreeNode, accessed: NewTimestamp, modified: NewTimestamp): void {
  const { times } = node;
  const now = tree.nowNs;
  tree.setTimes(node, timestampNs(accessed, times.accessed, now), timestampNs(modified, times.modified, now));
}

function timestampNs(given: NewTimestamp, current: bigint, nowNs: bigint): bigint {
  if (given.tag === "no-change") return current;
  return given.tag === "now" ? nowNs : nsOf(given.val);
}

const MASK_64 = (1n << 64n) - 1n;

/** Unknown to guests, so that a hash tells nothing but whether it changed. */
const SECRET = crypto.getRandomValues(new BigUint64Array(2));

/** Stays while the object is neither changed nor replaced. */
export function metadataHashOf(node: TreeNode): { lower: bigint; upper: bigint } {
  const fields = [BigInt(node.id), BigInt(sizeOf(node)), node.times.modified, node.times.changed];
  const mixed = (seed: bigint): bigint => fields.reduce((hash, field) => mix(hash ^ field), seed);
  return { lower: mixed(SECRET[0]!), upper: mixed(SECRET[1]!) };
}

/** The finaliser of splitmix64. */
function mix(value: bigint): bigint {
  let z = (value + 0x9e3779b97f4a7c15n) & MASK_64;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
  return z ^ (z >> 31n);
}
