/** An edition on the disk: its manifest, its facts, its tables. Not here: judging them. */
import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { Manifest } from "../../schemas/manifest.ts";
import { FactRecord } from "../../schemas/revision.ts";
import { EXIT, systemCode, UserError, wordsOf } from "../messages.ts";
import { isTableFile } from "../publish/data/names.ts";
import type { TableRecord } from "../revise/index.ts";

/** manifest.json of an edition's folder. Throws UserError 66 where there is none, 65 where it is not one. */
export function readManifest(dir: string): Manifest {
  const path = join(dir, "manifest.json");
  if (!existsSync(path)) throw new UserError(EXIT.noInput, `${path}: there is no such file. Name the folder of an edition: outputs/YEAR.`);
  const result = Manifest.safeParse(jsonOf(path, plainBytes(path).toString("utf8")));
  if (!result.success) throw new UserError(EXIT.badData, `${path}: ${result.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`).join("; ")}. Build the edition again.`);
  return result.data;
}

/** The facts of an edition's folder as any version of the program wrote them: an edition of years ago can still be compared. */
export function readRecords(dir: string): FactRecord[] {
  return linesOf(dir, FactRecord, "fact");
}

/** data/facts.jsonl, each line held against a schema. Throws UserError 66 where there is no such file, 65 at the first line that is none. */
function linesOf<T>(dir: string, schema: z.ZodType<T>, what: string): T[] {
  const path = join(dir, "data", "facts.jsonl");
  if (!existsSync(path)) throw new UserError(EXIT.noInput, `${path}: there is no such file. Build the edition again.`);
  const lines = plainBytes(path).toString("utf8").split("\n").filter((line) => line !== "");
  return lines.map((line, i) => {
    const result = schema.safeParse(jsonOf(`${path}:${i + 1}`, line));
    if (!result.success) throw new UserError(EXIT.badData, `${path}:${i + 1}: ${result.error.issues[0]?.message ?? `not a ${what}`}. Build the edition again.`);
    return result.data;
  });
}

const Resources = z.object({ resources: z.array(z.object({ path: z.string(), title: z.string() })) });

/** The statistical tables of an edition's folder, as datapackage.json lists them. */
export function readTables(dir: string): TableRecord[] {
  const path = join(dir, "data", "datapackage.json");
  if (!existsSync(path)) throw new UserError(EXIT.noInput, `${path}: there is no such file. Build the edition again.`);
  const result = Resources.safeParse(jsonOf(path, plainBytes(path).toString("utf8")));
  if (!result.success) throw new UserError(EXIT.badData, `${path}: it lists no resources. Build the edition again.`);
  const tables = result.data.resources.filter((resource) => isTableFile(`data/${resource.path}`));
  return tables.map((table) => tableRecord(`data/${table.path}`, table.title, plainBytes(join(dir, "data", table.path)).toString("utf8")));
}

/** Columns that name facts: an id changes with the place of its words, and the printed table does not. */
const IDS = /^(?:f|rowF)acts$/u;

/** A table from its CSV; `file` is its path in the edition. Throws UserError 65 where it is none. */
export function tableRecord(file: string, title: string, csv: string): TableRecord {
  const [heads = [], ...rows] = recordsOf(file, csv);
  const kept = heads.flatMap((head, i) => (IDS.test(head) ? [] : [i]));
  const cells = (row: readonly string[]) => kept.map((i) => row[i] ?? "");
  return { id: file.replace(/^data\/|\.csv$/gu, ""), title, columns: cells(heads), rows: rows.map(cells) };
}

/** CSV as `publish` writes it (RFC 4180, a BOM before it) → its records. */
export function recordsOf(file: string, csv: string): string[][] {
  try {
    return parse(csv, { bom: true });
  } catch (thrown) {
    throw new UserError(EXIT.badData, `${file}: this is not CSV: ${thrown instanceof Error ? thrown.message : String(thrown)}. Build the edition again.`, { cause: thrown });
  }
}

/** The bytes of a file of an edition. What is no plain file is not opened: a pipe without a writer would hold the run for ever. Throws UserError 66 where there is none or it may not be read, 65 where it is something else. */
export function plainBytes(path: string): Buffer {
  const noFile = (cause?: unknown) => new UserError(EXIT.badData, `${path}: this is a folder, a link, a pipe or a device, not a file. Build the edition again.`, { cause });
  let file: number | null = null;
  try {
    if (!lstatSync(path).isFile()) throw noFile();
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK); // it may have been put in the file's place since
    if (!fstatSync(file).isFile()) throw noFile();
    return readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if (systemCode(thrown) === "ELOOP") throw noFile(thrown);
    throw new UserError(EXIT.noInput, `${path}: it cannot be read: ${wordsOf(thrown)}. Give yourself read access to it, or build the edition again.`, { cause: thrown });
  } finally {
    if (file !== null) closeSync(file);
  }
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UserError(EXIT.badData, `${path}: this is not JSON. Build the edition again.`, { cause: thrown });
  }
}
