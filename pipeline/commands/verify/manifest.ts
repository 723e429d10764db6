/** What the manifest says of the edition, against what its other files say: titles, year, revision, date, digests, counts, versions. Not here: the digests of the files themselves (commands/verify.ts), and what no other file that can be read says: of a revision before this one its date and digest, why a text was left out. */
import { group } from "d3-array";
import { z } from "zod";
import { Fact } from "../../../schemas/fact.ts";
import { FACT_KINDS } from "../../../schemas/fact-kinds.ts";
import { Finding, Outcome } from "../../../schemas/finding.ts";
import type { Manifest } from "../../../schemas/manifest.ts";
import { dataFile, topFiles, yearOf } from "../../publish/names.ts";
import { dateInWords } from "../../publish/workbook/front.ts";
import { sheetGrid, type EditionFiles } from "./edition.ts";
import { RepairLine } from "./facts.ts";
import { AGAIN, type Grid, type Value } from "./grid.ts";
import type { ReadBook } from "./xlsx.ts";

/** A field of the manifest, and what another file has of it: null where it has nothing, which differs too. */
interface Claim {
  readonly field: string;
  readonly says: string | number | undefined;
  readonly has: string | number | null;
  readonly where: string;
}

/** A line each field and value that another file has otherwise, with all files that have that value. `year` is the one that names of files say. */
export function manifestFaults(files: EditionFiles, manifest: Manifest, year: number): string[] {
  const apart = claimsOf(files, manifest, year).filter(({ says, has }) => says !== has);
  return [...group(apart, keyOf).values()].map((claims) => {
    const { field, says, has } = claims[0]!;
    return `${files.path("manifest.json")}: ${field}: ${shown(says ?? null)}, but ${claims.map(({ where }) => where).join(" and ")} ${claims.length > 1 ? "have" : "has"} ${shown(has)}. ${AGAIN}`;
  });
}

const keyOf = ({ field, has }: Claim): string => JSON.stringify([field, has]);

const shown = (value: Value): string => (value === null ? "nothing" : typeof value === "number" ? String(value) : `“${value}”`);

function claimsOf(files: EditionFiles, manifest: Manifest, year: number): Claim[] {
  const names = topFiles(year);
  const [tables, facts] = [names.tables, names.facts].map((name) => whole(files.book(name)));
  return [
    ...files.names.flatMap((name) => (yearOf(name) === null ? [] : [{ field: "year", says: manifest.year, has: yearOf(name), where: `the name of ${name}` }])),
    ...packageClaims(files, manifest),
    ...csvwClaims(files, manifest),
    ...[names.tables, names.facts].flatMap((name) => coverClaims(name, whole(files.book(name)), manifest)),
    ...bookClaims(names.book, files.bytes(names.book), manifest),
    ...(tables ? contentsClaims(names.tables, tables, manifest) : []),
    ...(facts ? [...historyClaims(names.facts, facts, manifest), ...textClaims(names.facts, facts, manifest)] : []),
    ...lineClaims(files, manifest),
    ...versionClaims(files, manifest, names.sbom),
  ];
}

/** Of a workbook with faults of its own no sheet is read. */
const whole = (book: ReadBook | null): ReadBook | null => (book === null || book.faults.length > 0 ? null : book);

const text = z.string().nullable().catch(null);
const Described = z.object({ name: text, title: text, created: text, resources: z.array(z.object({ title: text })).catch([]) });
const Issued = z.object({ "dc:title": text, "dc:issued": text });

const titled = ({ title, year }: Manifest): string => `${title}（${year}）`;

function packageClaims(files: EditionFiles, manifest: Manifest): Claim[] {
  const where = dataFile("datapackage.json");
  const { data: described } = Described.safeParse(files.json(where));
  if (described === undefined) return []; // told where its resources are read
  return [
    { field: "title and year", says: titled(manifest), has: described.title, where: `${where} (title)` },
    { field: "year", says: `nianjian-${manifest.year}`, has: described.name, where: `${where} (name)` },
    { field: "date", says: `${manifest.date}T00:00:00Z`, has: described.created, where: `${where} (created)` },
    { field: "counts.tables", says: manifest.counts["tables"], has: described.resources.filter(({ title }) => title !== null && /^表\S+ /u.test(title)).length, where: `${where} (resources)` },
  ];
}

function csvwClaims(files: EditionFiles, manifest: Manifest): Claim[] {
  const where = dataFile("csv-metadata.json");
  if (files.bytes(where) === null) return [];
  const issued = Issued.safeParse(files.json(where) ?? {}).data;
  return [
    { field: "title and year", says: titled(manifest), has: issued?.["dc:title"] ?? null, where: `${where} (dc:title)` },
    { field: "date", says: manifest.date, has: issued?.["dc:issued"] ?? null, where: `${where} (dc:issued)` },
  ];
}

/** The cover of a workbook: the title first, then names of fields with what they are beside them. */
function coverClaims(name: string, book: ReadBook | null, manifest: Manifest): Claim[] {
  if (book === null) return [];
  const cells = cellsOf(book, "封面");
  const ref = (label: string) => [...cells].find(([at, value]) => at.startsWith("A") && value === label)?.[0].replace("A", "B");
  const beside = (label: string): string | null => cells.get(ref(label) ?? "") ?? null;
  const at = (label: string) => `${name} (封面!${ref(label) ?? "B"})`;
  const revision = beside("版次");
  return [
    { field: "title and year", says: titled(manifest), has: cells.get("A1") ?? null, where: `${name} (封面!A1)` },
    { field: "year", says: `${manifest.year}年`, has: beside("年份"), where: at("年份") },
    { field: "revision", says: manifest.revision, has: /^[^（]+/u.exec(revision ?? "")?.[0] ?? null, where: at("版次") },
    { field: "draft", says: String(manifest.draft), has: revision === null ? null : String(revision.includes("（草稿")), where: at("版次") },
    { field: "date", says: dateInWords(manifest.date), has: beside("日期"), where: at("日期") },
    { field: "digest", says: `SHA-256 ${manifest.digest}`, has: beside("来源摘要"), where: at("来源摘要") },
  ];
}

function cellsOf(book: ReadBook, sheet: string): Map<string, string> {
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? new Map<string, { value: Value }>();
  return new Map([...cells].map(([ref, { value }]) => [ref, String(value ?? "")]));
}

/** The book's packet of metadata stands in it as text. */
function bookClaims(name: string, bytes: Buffer | null, manifest: Manifest): Claim[] {
  if (bytes === null) return [];
  const start = bytes.indexOf("<x:xmpmeta"), end = bytes.indexOf("</x:xmpmeta>");
  const packet = start < 0 ? "" : bytes.subarray(start, end).toString("utf8");
  const inner = (tag: string): string | null => {
    const from = packet.indexOf(`<${tag}>`), to = packet.indexOf(`</${tag}>`);
    return from < 0 || to < from ? null : plain(packet.slice(from, to).replaceAll(/<[^<>]*>/gu, ""));
  };
  const [, revision, texts] = /, (r\d+); (\d+) texts$/u.exec(inner("dc:description") ?? "") ?? [];
  return [
    { field: "title and year", says: titled(manifest), has: inner("dc:title"), where: `${name} (its metadata)` },
    { field: "revision", says: manifest.revision, has: revision ?? null, where: `${name} (its metadata)` },
    { field: "date", says: `${manifest.date}T00:00:00Z`, has: inner("xmp:CreateDate"), where: `${name} (its metadata)` },
    { field: "counts.texts", says: manifest.counts["texts"], has: texts === undefined ? null : Number(texts), where: `${name} (its metadata)` },
  ];
}

const plain = (xml: string): string => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The contents of the tables: 本簿共18表、7图, and the figures that only the book prints. */
function contentsClaims(name: string, book: ReadBook, { counts }: Manifest): Claim[] {
  const [ref = "A", words = ""] = [...cellsOf(book, "目录")].find(([, value]) => value.startsWith("本簿共")) ?? [];
  const [, tables, charts] = /^本簿共(\d+)表、(\d+)图/u.exec(words) ?? [];
  const printed = /([^。]*)只印在书中/u.exec(words)?.[1]?.split("、").length ?? 0;
  return [
    { field: "counts.tables", says: counts["tables"], has: tables === undefined ? null : Number(tables), where: `${name} (目录!${ref})` },
    { field: "counts.figures", says: counts["figures"], has: charts === undefined ? null : Number(charts) + printed, where: `${name} (目录!${ref})` },
  ];
}

/** The sheet of revisions names those before this one. */
function historyClaims(name: string, book: ReadBook, { history }: Manifest): Claim[] {
  const words = [...cellsOf(book, "修订").values()].map((value) => /(?:此前发行过([^。]*)。|为初次发行)/u.exec(value)).find((found) => found !== null);
  return [{ field: "history", says: history.map(({ revision }) => revision).join("、"), has: words ? (words[1] ?? "") : null, where: `${name} (修订)` }];
}

/** The sheet of texts: each with the size and the digest that the manifest has of it. */
function textClaims(name: string, book: ReadBook, { inputs, counts }: Manifest): Claim[] {
  const grid = sheetGrid(name, book, "文本");
  const [path, bytes, digest] = ["文件", "字节", "SHA-256"].map((head) => grid?.heads.indexOf(head) ?? -1) as [number, number, number];
  const claims = (grid?.rows ?? []).flatMap(({ cells, at }): Claim[] => {
    const input = inputs.find((one) => one.path === cells[path]);
    return [
      { field: `inputs: ${String(cells[path])}: bytes`, says: input?.bytes, has: cells[bytes] ?? null, where: `${name} (${at(bytes)})` },
      { field: `inputs: ${String(cells[path])}: sha256`, says: input?.sha256, has: cells[digest] ?? null, where: `${name} (${at(digest)})` },
    ];
  });
  return [...claims, { field: "counts.texts", says: counts["texts"], has: grid?.rows.length ?? 0, where: `${name} (文本)` }];
}

/** Counts of what stands a line each in data/. */
function lineClaims(files: EditionFiles, { counts }: Manifest): Claim[] {
  const count = (field: string, has: number | undefined, where: string): Claim[] => (has === undefined ? [] : [{ field: `counts.${field}`, says: counts[field], has, where }]);
  const [ofFacts, ofFindings, ofRepairs] = [dataFile("facts.jsonl"), dataFile("findings.jsonl"), dataFile("repairs.jsonl")];
  const facts = files.lines(ofFacts, Fact), findings = files.lines(ofFindings, Finding);
  return [
    ...count("facts", facts === null ? undefined : new Set(facts.map(({ id }) => id)).size, `${ofFacts} (ids)`),
    ...FACT_KINDS.flatMap((kind) => count(`facts.${kind}`, facts?.filter((fact) => fact.kind === kind).length, ofFacts)),
    ...count("findings", findings?.length, ofFindings),
    ...Outcome.options.flatMap((outcome) => count(`findings.${outcome}`, findings?.filter((finding) => finding.outcome === outcome).length, ofFindings)),
    ...count("repairs", files.lines(ofRepairs, RepairLine)?.length, ofRepairs),
    ...correctionClaims(files, counts["corrections"]),
  ];
}

/** A correction has a row for each field that it changed, so their number lies between that of different corrections and that of rows. There is no file where there are none. */
function correctionClaims(files: EditionFiles, says: number | undefined): Claim[] {
  const where = "data/corrections.csv";
  if (files.isTold(where)) return [];
  const csv = files.csv(where);
  if (csv === null && files.bytes(where) !== null) return []; // it cannot be read, which is told
  const rows = csv?.rows.length ?? 0;
  const least = csv === null ? 0 : new Set(csv.rows.map((row) => correctionOf(csv, row.cells))).size;
  return says !== undefined && says >= least && says <= rows ? [] : [{ field: "counts.corrections", says, has: least, where }];
}

const correctionOf = ({ heads }: Grid, cells: readonly Value[]): string => JSON.stringify(cells.filter((_, column) => !["field", "before", "after"].includes(heads[column]!)));

const Components = z.object({ metadata: z.object({ component: z.object({ version: text }) }), components: z.array(z.object({ group: z.string().default(""), name: z.string(), version: z.string().default("") })) });

/** The program's version as Parquet files name their writer, and those of libraries in the list of components. */
function versionClaims(files: EditionFiles, { versions }: Manifest, sbom: string): Claim[] {
  const field = "versions.nianjian";
  const writers = files.names.filter((name) => name.endsWith(".parquet")).map((where): Claim => ({ field, says: versions["nianjian"], has: writerOf(files.bytes(where)!), where }));
  const { data: parts } = Components.safeParse(files.json(sbom));
  if (parts === undefined) return files.json(sbom) === null ? writers : [...writers, { field, says: versions["nianjian"], has: null, where: sbom }];
  const libraries = Object.entries(versions).flatMap(([library, says]): Claim[] => {
    const known = parts.components.filter(({ group, name }) => (group === "" ? name : `${group}/${name}`) === library).map(({ version }) => version);
    return known.length === 0 || known.includes(says) ? [] : [{ field: `versions.${library}`, says, has: known.join(", "), where: sbom }];
  });
  return [...writers, { field, says: versions["nianjian"], has: parts.metadata.component.version, where: sbom }, ...libraries];
}

/** The footer of a Parquet file names its writer at its end, the length of the name in the byte before. */
function writerOf(bytes: Buffer): string | null {
  const words = "nianjian version ";
  const at = bytes.lastIndexOf(words);
  return at < 1 ? null : bytes.subarray(at + words.length, at + bytes[at - 1]!).toString("utf8");
}
