// Hands back what it is given: what a message to a worker and back costs.

globalThis.addEventListener("message", ({ data }) => globalThis.postMessage(data, []));
