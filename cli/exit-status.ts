// What a command ends with, as scripts see it.

export const EXIT = {
  ok: 0,
  /** The input has a fault, and it was reported. */
  finding: 1,
  /** The command line itself makes no sense. */
  misuse: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** The command line makes no sense; the message says why. */
export class Misuse extends Error {}

/** The input can't be used; everything has been reported already. */
export class Finding extends Error {}
