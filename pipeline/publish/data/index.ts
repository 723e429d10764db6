/** data: an edition → open data files under data/. Pure: names and bytes, no disk, no clock.
 *
 *  out     facts, findings and repairs as JSON Lines; a CSV a table, one of all observations, one of the corrections where there are any; datapackage.json that describes them
 *  holds   facts.jsonl is the edition's facts, nothing added; a CSV's cells are the table's; the same edition gives the same bytes */
import type { Edition } from "../../../schemas/edition.ts";
import { textsOf } from "../../../schemas/edition-texts.ts";
import { Assessment, Event, NamedDocument, Observation, Roster, Transition } from "../../../schemas/fact.ts";
import { Finding } from "../../../schemas/finding.ts";
import { Repair } from "../../../schemas/repair.ts";
import { z } from "zod";
import { earlierFacts } from "../earlier.ts";
import { correctionColumns, correctionRows, observationColumns, tableColumns } from "./columns.ts";
import { csv } from "./csv.ts";
import { datapackage, type Resource } from "./datapackage.ts";
import { fieldsOfColumns, fieldsOfObjects } from "./fields.ts";
import { jsonl } from "./jsonl.ts";
import { tableFile } from "./names.ts";

export { manifest } from "./manifest.ts";

/** A file of data/ and what it holds, in words. */
export interface DataFile {
  name: string;
  bytes: Buffer;
  title: string;
}

export function data(edition: Edition): DataFile[] {
  const resources = [...records(edition), observations(edition), ...corrections(edition), ...tables(edition)];
  const files = resources.map(({ file, bytes, title }) => ({ name: file, bytes, title }));
  return [...files, { name: "data/datapackage.json", bytes: datapackage(edition, resources), title: "数据说明" }];
}

/** Repairs of all texts, each with its text's id first. */
function repairsOf(edition: Edition): ({ document: string } & Repair)[] {
  return textsOf(edition).flatMap((text) => text.repairs.map((repair) => ({ document: text.id, ...repair })));
}

function records(edition: Edition): Resource[] {
  const kinds = [Observation, Event, Roster, Transition, NamedDocument, Assessment];
  const before = earlierFacts(edition);
  const inText = z.object({ document: z.string().describe("id of the source text"), ...Repair.shape });
  return [
    { name: "facts", file: "data/facts.jsonl", title: "事实", description: "facts of all kinds, one JSON object a line; which keys an object has depends on its kind", bytes: jsonl(edition.facts), fields: fieldsOfObjects(kinds), primaryKey: ["id"] },
    ...(before.length > 0 ? [{ name: "earlier-facts", file: "data/earlier-facts.jsonl", title: "往年事实", description: "facts of earlier years that the tables of series rest on, under the ids that the tables name", bytes: jsonl(before), fields: fieldsOfObjects(kinds), primaryKey: ["id"] }] : []),
    { name: "findings", file: "data/findings.jsonl", title: "核对", description: "what the checks have to say of the facts, with the arithmetic", bytes: jsonl(edition.findings), fields: fieldsOfObjects([Finding]), primaryKey: ["id"] },
    { name: "repairs", file: "data/repairs.jsonl", title: "修复", description: "changes that restoration made, with reason and confidence", bytes: jsonl(repairsOf(edition)), fields: fieldsOfObjects([inText]), primaryKey: [] },
  ];
}

function observations(edition: Edition): Resource {
  const rows = edition.facts.filter((fact) => fact.kind === "observation");
  return { name: "observations", file: "data/observations.csv", title: "观测", description: "all observations with the names of SDMX", bytes: csv(observationColumns, rows), fields: fieldsOfColumns(observationColumns), primaryKey: ["id"] };
}

function corrections(edition: Edition): Resource[] {
  if (edition.corrections.length === 0) return [];
  const rows = correctionRows(edition.corrections);
  return [{ name: "corrections", file: "data/corrections.csv", title: "订正", description: "corrections that editors made, a changed field a line", bytes: csv(correctionColumns, rows), fields: fieldsOfColumns(correctionColumns), primaryKey: [] }];
}

function tables(edition: Edition): Resource[] {
  return edition.tables.map((table) => {
    const file = tableFile(table.id);
    const columns = tableColumns(table);
    const name = file.slice("data/".length, -".csv".length);
    const description = [table.titleEn, ...table.notes, `资料来源：${table.source}`].join(" · ");
    return { name, file, title: `表${table.number} ${table.title}`, description, bytes: csv(columns, table.rows), fields: fieldsOfColumns(columns), primaryKey: [] };
  });
}
