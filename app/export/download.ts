// Bytes → a file in the person's downloads, without one copy more than the Blob's own.

const REVOKE_AFTER_MS = 60_000;

export function downloadBytes(chunks: readonly Uint8Array[], fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([...chunks] as BlobPart[], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has begun by then; earlier, some browsers lose it.
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
