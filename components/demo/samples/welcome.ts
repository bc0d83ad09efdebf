// Samples and saved compositions.
// The pictures are drawn from the graphs.

import type { SavedRow } from "../../welcome/OpenDialog.tsx";
import type { SampleRow } from "../../welcome/SampleCard.tsx";

export const SAMPLES: readonly SampleRow[] = [
  {
    id: "orders",
    title: "Orders service",
    description: "7 components, 5 languages. HTTP in, resource handles, two exchangeable pricing providers.",
    sizeBytes: 28_100_000,
    graph: {
      nodes: ["store", "flat", "auth", "gateway"],
      wires: [
        { from: "store", to: "gateway", colour: "jade" },
        { from: "flat", to: "gateway", colour: "moss" },
        { from: "auth", to: "gateway", colour: "violet" },
        { from: "store", to: "flat", colour: "jade" },
      ],
    },
  },
  {
    id: "thumbnails",
    title: "Thumbnail mill",
    description: "3 components. Streams and a granted folder: drop pictures in, get thumbnails out.",
    sizeBytes: 3_400_000,
    graph: {
      nodes: ["reader", "scaler", "writer"],
      wires: [
        { from: "reader", to: "scaler", colour: "azure" },
        { from: "scaler", to: "writer", colour: "orchid" },
      ],
    },
  },
  {
    id: "hello",
    title: "Hello, wires",
    description: "2 components, 1 interface. Draw your first wire and watch a value cross it.",
    sizeBytes: 142_000,
    graph: { nodes: ["greeter", "hello"], wires: [{ from: "greeter", to: "hello", colour: "violet" }] },
  },
];

export const SAVED: readonly SavedRow[] = [
  { id: "1", name: "orders-service", detail: "7 instances, changed today 10:42" },
  { id: "2", name: "thumbnail-mill", detail: "3 instances, changed yesterday" },
];
