/** Names of the files that every edition has, whatever its year holds. Publish writes under these names, and `verify` asks for them: there is no second list. Not here: tables, whose names are their ids (data/names.ts). */

/** The files at the top of an edition of a year, but the manifest. */
export function topFiles(year: number) {
  return { book: `nianjian-${year}.pdf`, tables: `nianjian-${year}-tables.xlsx`, facts: `nianjian-${year}-facts.xlsx`, sbom: "sbom.cdx.json" } as const;
}

/** The files of data/ that do not depend on what the texts say. */
const DATA = [
  "csv-metadata.json", "datapackage.json", "facts.jsonl", "facts.parquet", "findings.jsonl", "findings.parquet", "observations.csv", "observations.parquet", "observations.sdmx.csv",
  "repairs.jsonl", "repairs.parquet",
] as const;

/** data/facts.jsonl: a name that is not in the list is no name for what is always written. */
export function dataFile<N extends (typeof DATA)[number]>(name: N): `data/${N}` {
  return `data/${name}`;
}

/** All of them by path, without the manifest. */
export function alwaysIn(year: number): string[] {
  return [...Object.values(topFiles(year)), ...DATA.map(dataFile)];
}

/** The year that the name of a book or a workbook says; null for other names. */
export function yearOf(name: string): number | null {
  const year = /^nianjian-(\d+)(?:-\w+)?\.(?:pdf|xlsx)$/u.exec(name)?.[1];
  return year === undefined ? null : Number(year);
}
