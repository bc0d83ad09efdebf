// What the files of a project are called.

export const WAC_FILE = "composition.wac";
export const SCENARIOS_FILE = "scenarios.json";
export const SIDECAR_FILE = "witloom.json";
