// The two ends of a line of frames, and how much goes through it at a time.

export interface Frame {
  readonly kind: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The end that never blocks. */
export interface FrameWriter {
  /** Puts a frame of at most MAX_FRAME_BYTES in, once there is room. False if nobody reads any more. */
  write(kind: number, bytes: Uint8Array): Promise<boolean>;
  /** Nobody wants what the run makes of it any more. */
  cancel(): void;
  /** So many more bytes were taken of what flows back. */
  take(bytes: number): void;
  readonly isClosed: boolean;
  /** Resolves when the run has closed its end, which is also told by `write`. */
  closed(): Promise<void>;
  /** Nobody will read any more, as the reader itself would say it: for one whose thread is gone, or has done its work. */
  abandon(): void;
}

/** The run's end. */
export interface FrameReader {
  ready(): boolean;
  /** Takes the next frame, or null where there is none now. */
  next(): Frame | null;
  /** Nobody reads any more. */
  close(): void;
  readonly isCancelled: boolean;
  /** Bytes of what flows back that the other side hasn't taken, of `sent` in all. */
  untaken(sent: number): number;
}

/** Bytes that are on their way at most. A power of two, so that counters may wrap around. */
export const LINE_BYTES = 256 * 1024;

/** What a frame counts for beside its bytes: its kind and its length, 32 bits each. */
export const FRAME_HEADER_BYTES = 8;

/** Bytes of one frame at most. */
export const MAX_FRAME_BYTES = LINE_BYTES / 2;
