// The applications that come with the page: listed in one file, each a project folder beside it.

import { create } from "zustand";
import type { SampleRow } from "../../components/welcome/SampleCard.tsx";
import { WAC_FILE } from "../../core/deliver/file-names.ts";
import type { ProjectFiles } from "../../core/deliver/project-files.ts";

interface SampleListing {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

const FOLDER = "samples";
/** What a sample is checked by; no part of the project. */
const CHECK_FILES = /^(answers\.json|expected\/)/;

/** The samples as their cards show them; empty until `loadSamples` is through. */
export const useSamples = create<{ readonly rows: readonly SampleRow[] }>(() => ({ rows: [] }));

let listings: Promise<readonly SampleListing[]> | undefined;

function listSamples(): Promise<readonly SampleListing[]> {
  return (listings ??= fetchOk(`${FOLDER}/samples.json`).then((response) => response.json()));
}

/** Lists the samples with their pictures. */
export async function loadSamples(): Promise<readonly SampleRow[]> {
  const [listed, { sampleGraph }] = await Promise.all([listSamples(), import("./sample-graph.ts")]);
  const rows = await Promise.all(
    listed.map(async ({ id, title, summary, files }): Promise<SampleRow> => {
      const wac = await fetchOk(`${FOLDER}/${id}/${WAC_FILE}`);
      const sizeBytes = projectFiles(files).reduce((total, { bytes }) => total + bytes, 0);
      return { id, title, description: summary, sizeBytes, graph: sampleGraph(await wac.text()) };
    }),
  );
  useSamples.setState({ rows });
  return rows;
}

function projectFiles(files: SampleListing["files"]): SampleListing["files"] {
  return files.filter(({ path }) => !CHECK_FILES.test(path));
}

/** The title of a sample and its files, by path inside its folder. */
export async function fetchSample(id: string): Promise<{ readonly title: string; readonly files: ProjectFiles }> {
  const listing = (await listSamples()).find((candidate) => candidate.id === id);
  if (!listing) throw new Error(`There is no sample ${id}`);
  const fetched = projectFiles(listing.files).map(async ({ path }) => {
    const response = await fetchOk(`${FOLDER}/${id}/${path}`);
    return [path, new Uint8Array(await response.arrayBuffer())] as const;
  });
  return { title: listing.title, files: new Map(await Promise.all(fetched)) };
}

async function fetchOk(path: string): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status} ${response.statusText})`);
  return response;
}
