// Hands back what it is given.

self.addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => self.postMessage(data, { transfer: [] }));
