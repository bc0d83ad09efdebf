// Bounds on hostile input. Counts and sizes follow wasmparser's so that a file that other tools accept opens here too;
// each has its own `limit-exceeded` diagnostic that names it.

export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 512 * 1024 * 1024,
  /** Components inside components, and types inside types. */
  nestingDepth: 100,
  /** Names that a type may have gone through: each import, export and `use` adds one. */
  aliasDepth: 1_000,
  /** Bytes of one name. */
  nameBytes: 100_000,
  /** Items of one section, declarations of one type, and sections of one component. */
  sectionItems: 1_000_000,
  /** Fields, cases, labels or elements of one value type. */
  typeMembers: 10_000,
  functionParameters: 1_000,
  /** Elements that a fixed-length list may have. */
  fixedListLength: 2 ** 32 - 1,
  /** Arguments of one instantiation and exports of one inline instance. */
  instantiationItems: 100_000,
  /** Type nodes one file may make us visit or build, substitutions of nested instantiations included. */
  typeNodes: 4_000_000,
  /** Type nodes a value type counts when every alias in it is written out. */
  typeSize: 1_000_000,
  /** Modules and components of one file, nested ones included. */
  parts: 10_000,
  /** Instances of a composed component that is opened as a composition. */
  instances: 20_000,
  /** Scenarios of one document, and steps of one scenario. */
  scenarios: 2_000,
  scenarioSteps: 200,
} as const;

export type LimitName = keyof typeof LIMITS;

const TYPE_NODES_OF_ANY_FILE = 200_000;
/** Real components stay below one; many instances of a large world in a small file come to some tens. */
const TYPE_NODES_PER_BYTE = 64;

/** How many type nodes a file of `byteLength` bytes may make us visit or build: a small one can't ask for much memory. */
export function typeNodesOfFile(byteLength: number): number {
  return Math.min(LIMITS.typeNodes, TYPE_NODES_OF_ANY_FILE + TYPE_NODES_PER_BYTE * byteLength);
}

/** What each limit bounds, in words that follow a number: "more than 100 levels of nesting". */
export const LIMIT_UNITS: Readonly<Record<LimitName, string>> = {
  fileBytes: "bytes in a file",
  nestingDepth: "levels of nesting",
  aliasDepth: "names for one type",
  nameBytes: "bytes in a name",
  sectionItems: "items in a section",
  typeMembers: "members of a type",
  functionParameters: "parameters of a function",
  fixedListLength: "elements of a fixed-length list",
  instantiationItems: "arguments of an instantiation",
  typeNodes: "type nodes in a file",
  typeSize: "nodes in a written-out type",
  parts: "modules and components in a file",
  instances: "instances in a composition",
  scenarios: "scenarios",
  scenarioSteps: "steps in a scenario",
};
