/** Whether the files of an edition say the same: every workbook well formed, workbook, CSV, book and facts with the same numbers. Not here: digests (commands/verify.ts), what the office computes of formulas (test/). */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Manifest } from "../../../schemas/manifest.ts";
import { topFiles } from "../../publish/names.ts";
import { csvGrid, EditionFiles } from "./edition.ts";
import { factFaults } from "./facts.ts";
import { AGAIN, differences } from "./grid.ts";
import { manifestFaults } from "./manifest.ts";
import { tableFaults } from "./tables.ts";

/** The files by path within the edition, without those of which a fault is told already; and the manifest → what does not agree, a line each: file, sheet and cell, or row and column, what stands there, what another file has. */
export function contentFaults(dir: string, bytes: ReadonlyMap<string, Buffer>, told: ReadonlySet<string>, manifest: Manifest, year: number): string[] {
  const files = new EditionFiles(dir, bytes, told);
  const { tables, facts } = topFiles(year);
  const books = new Map(files.names.filter((name) => name.endsWith(".xlsx")).map((name) => [name, files.book(name)]));
  const compared = [...tableFaults(files, tables, books.get(tables) ?? null), ...factFaults(files, facts, books.get(facts) ?? null)];
  const attached = files.names.filter((name) => name.endsWith(".pdf")).flatMap((name) => attachmentFaults(files, name));
  return [...new Set([...manifestFaults(files, manifest, year), ...compared, ...attached, ...packageFaults(files), ...files.faults])];
}

/** The files within the book against those in data/. */
function attachmentFaults(files: EditionFiles, name: string): string[] {
  return [...files.attachments(name)].flatMap(([attached, bytes]) => {
    const outside = files.bytes(`data/${attached}`);
    const within = `${files.path(name)}: ${attached} within it`;
    if (files.isTold(`data/${attached}`)) return [];
    if (outside === null) return [`${within}: there is no data/${attached}. ${AGAIN}`];
    if (outside.equals(bytes)) return [];
    const other = files.path(`data/${attached}`);
    const told = attached.endsWith(".csv") ? cellsApart(within, bytes, other, outside) : linesApart(within, bytes, other, outside);
    return told.length > 0 ? told : [`${within} has other bytes than ${other}. ${AGAIN}`];
  });
}

function cellsApart(within: string, bytes: Buffer, other: string, outside: Buffer): string[] {
  try {
    return differences(csvGrid(within, bytes), csvGrid(other, outside));
  } catch {
    return []; // told where the file itself is read
  }
}

function linesApart(within: string, bytes: Buffer, other: string, outside: Buffer): string[] {
  const [inside, out] = [bytes, outside].map((one) => one.toString("utf8").split("\n")) as [string[], string[]];
  const line = inside.findIndex((one, n) => one !== out[n]);
  if (line < 0) return [];
  const at = [...inside[line]!].findIndex((character, n) => character !== out[line]?.[n]);
  const piece = (text: string | undefined) => `…${text?.slice(Math.max(0, at - 12), at + 12) ?? ""}…`;
  return [`${within}: line ${line + 1}: ${piece(inside[line])}, but ${other} has ${piece(out[line])}. ${AGAIN}`];
}

const Resources = z.object({ resources: z.array(z.object({ path: z.string(), bytes: z.number().optional(), hash: z.string().optional() })) });

/** datapackage.json against the files that it describes. */
function packageFaults(files: EditionFiles): string[] {
  const path = files.path("data/datapackage.json");
  const described = Resources.safeParse(files.json("data/datapackage.json"));
  if (files.isTold("data/datapackage.json")) return [];
  if (!described.success) return [`${path}: it lists no resources. ${AGAIN}`];
  return described.data.resources.flatMap((resource) => {
    const bytes = files.bytes(`data/${resource.path}`);
    if (files.isTold(`data/${resource.path}`)) return [];
    if (bytes === null) return [`${path}: it describes ${resource.path}, which is not there. ${AGAIN}`];
    const hash = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    if (resource.bytes !== undefined && resource.bytes !== bytes.length) return [`${path}: ${resource.path} has ${bytes.length} bytes, it says ${resource.bytes}. ${AGAIN}`];
    return resource.hash !== undefined && resource.hash !== hash ? [`${path}: ${resource.path} has another SHA-256 than it says. ${AGAIN}`] : [];
  });
}
