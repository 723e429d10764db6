/** What grows with the texts, row by row: facts, observations, findings, repairs, corrections, each in the forms that it is published in. Not here: statistical tables. */
import { basename } from "node:path";
import { z } from "zod";
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { Assessment, Event, NamedDocument, Observation, Roster, Transition } from "../../../schemas/fact.ts";
import { Finding } from "../../../schemas/finding.ts";
import { Repair } from "../../../schemas/repair.ts";
import { earlierFacts } from "../earlier.ts";
import { dataFile } from "../names.ts";
import { leastSureFirst } from "../repairs.ts";
import { correctionColumns, correctionRows, factColumns, findingColumns, observationColumns, repairColumns, type Column } from "./columns.ts";
import { csv } from "./csv.ts";
import { fieldsOfColumns, fieldsOfObjects } from "./fields.ts";
import { jsonl } from "./jsonl.ts";
import { parquet } from "./parquet.ts";
import type { Resource } from "./resource.ts";
import { hasPeriod, sdmxColumns, sdmxCsv } from "./sdmx.ts";

export function listsOf(edition: Edition): Resource[] {
  const observations = edition.facts.filter((fact) => fact.kind === "observation");
  return [...jsonLines(edition), ...columnar(edition, observations), observationsCsv(edition, observations), sdmx(observations), ...corrections(edition)];
}

const KINDS = [Observation, Event, Roster, Transition, NamedDocument, Assessment];

function jsonLines(edition: Edition): Resource[] {
  const before = earlierFacts(edition);
  const inText = z.object({ document: z.string().describe("id of the source text"), ...Repair.shape });
  const lines = (file: string, title: string, description: string, items: readonly unknown[], schemas: readonly z.ZodObject[], primaryKey: string[]): Resource =>
    ({ name: basename(file, ".jsonl"), file, format: "jsonl", title, description, bytes: jsonl(items), fields: fieldsOfObjects(schemas), primaryKey });
  return [
    lines(dataFile("facts.jsonl"), "事实", "facts of all kinds, one JSON object a line; which keys an object has depends on its kind", edition.facts, KINDS, ["id"]),
    ...(before.length > 0 ? [lines("data/earlier-facts.jsonl", "往年事实", "facts of earlier years that the tables of series rest on, under the ids that the tables name", before, KINDS, ["id"])] : []),
    lines(dataFile("findings.jsonl"), "核对", "what the checks have to say of the facts, with the arithmetic", edition.findings, [Finding], ["id"]),
    lines(dataFile("repairs.jsonl"), "修复", "changes that restoration made, with reason and confidence", repairsOf(edition), [inText], []),
  ];
}

/** Repairs of all texts, each with its text's id first. */
function repairsOf(edition: Edition): ({ document: string } & Repair)[] {
  return textsOf(edition).flatMap((text) => text.repairs.map((repair) => ({ document: text.id, ...repair })));
}

function columnar(edition: Edition, observations: readonly Observation[]): Resource[] {
  const createdBy = `nianjian version ${edition.versions["nianjian"] ?? "unknown"}`;
  const parquetFile = <T>(file: string, title: string, description: string, columns: readonly Column<T>[], rows: readonly T[], primaryKey: string[]): Resource =>
    ({ name: basename(file), file, format: "parquet", title, description, bytes: parquet(columns, rows, createdBy), fields: fieldsOfColumns(columns), primaryKey });
  return [
    parquetFile(dataFile("facts.parquet"), "事实", "facts of all kinds, the columns of each kind empty in the others", factColumns, edition.facts, ["id"]),
    parquetFile(dataFile("observations.parquet"), "观测", "all observations with the names of SDMX", observationColumns, observations, ["id"]),
    parquetFile(dataFile("findings.parquet"), "核对", "what the checks have to say of the facts, with the arithmetic", findingColumns, edition.findings, ["id"]),
    parquetFile(dataFile("repairs.parquet"), "修复", "changes that restoration made, the least sure first, with the words around", repairColumns, leastSureFirst(edition), []),
  ];
}

function observationsCsv({ spec }: Edition, observations: readonly Observation[]): Resource {
  return { name: "observations", file: dataFile("observations.csv"), format: "csv", title: "观测", description: "all observations with the names of SDMX", bytes: csv(observationColumns, observations, spec.csv), fields: fieldsOfColumns(observationColumns), primaryKey: ["id"], columns: observationColumns };
}

function sdmx(observations: readonly Observation[]): Resource {
  const dated = observations.filter(hasPeriod);
  const left = observations.length - dated.length;
  const description = `observations as SDMX-CSV 2.1${left === 0 ? "" : `, without ${left} whose text gives no time or no year: they are in observations.csv`}`;
  return { name: "observations.sdmx", file: dataFile("observations.sdmx.csv"), format: "sdmx-csv", title: "观测（SDMX-CSV）", description, bytes: sdmxCsv(dated), fields: fieldsOfColumns(sdmxColumns), primaryKey: ["FACT"] };
}

function corrections({ corrections: applied, spec }: Edition): Resource[] {
  if (applied.length === 0) return [];
  const rows = correctionRows(applied);
  return [{ name: "corrections", file: "data/corrections.csv", format: "csv", title: "订正", description: "corrections that editors made, a changed field a line", bytes: csv(correctionColumns, rows, spec.csv), fields: fieldsOfColumns(correctionColumns), primaryKey: [], columns: correctionColumns }];
}
