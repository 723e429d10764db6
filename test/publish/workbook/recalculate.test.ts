/** Every formula's cached result against LibreOffice, in a profile that recalculates whatever a file says of itself: by default it trusts the results of files that call themselves Excel's. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readBook } from "../../../pipeline/commands/verify/xlsx.ts";
import { workbooks } from "../../../pipeline/publish/workbook/index.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

vi.setConfig({ hookTimeout: 180_000 }); // an office starts; how fast is no matter of these tests

const SOFFICE = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
if (SOFFICE === undefined) console.log("recalculation skipped: there is no LibreOffice here (Debian: libreoffice-calc-nogui)");

/** 0 is Always: 0 always, 1 never, 2 ask. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** LibreOffice keeps 15 digits. */
const RELATIVE = 1e-9;

/** Editions that CI has built before it runs the tests; elsewhere outputs/ may be older than the program. */
const BUILT = process.env["CI"] === undefined ? [] : [2012, 2013, 2014].flatMap((year) => ["tables", "facts"].map((what) => `outputs/${year}/nianjian-${year}-${what}.xlsx`)).filter((path) => existsSync(path));

/** One cached result of a book, wrong by a thousandth: a share of the sample's second table. */
const PLANTED = "planted.xlsx";
function planted(book: Uint8Array): Uint8Array {
  const parts = unzipSync(book);
  const path = Object.keys(parts).find((name) => strFromU8(parts[name]!).includes("*100</f>"));
  if (path === undefined) throw new Error("the sample has no share to spoil");
  parts[path] = strToU8(strFromU8(parts[path]!).replace(/(\*100<\/f><v>)([^<]+)/u, (_, head: string, value: string) => `${head}${Number(value) * 1.001}`));
  return zipSync(parts);
}

describe.skipIf(SOFFICE === undefined)("LibreOffice computes what the workbooks say", () => {
  let dir: string;
  let names: string[];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "recalculate-"));
    mkdirSync(join(dir, "profile", "user"), { recursive: true });
    writeFileSync(join(dir, "profile", "user", "registrymodifications.xcu"), PROFILE);
    const books = await workbooks(sampleEdition());
    const files = [...books, { name: PLANTED, bytes: planted(books[0]!.bytes) }, ...BUILT.map((path) => ({ name: `built-${basename(path)}`, bytes: readFileSync(path) }))];
    for (const { name, bytes } of files) writeFileSync(join(dir, name), bytes);
    names = files.map(({ name }) => name);
    const { status, stderr } = spawnSync(SOFFICE!, [`-env:UserInstallation=${pathToFileURL(join(dir, "profile")).href}`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(dir, "computed"), ...names.map((name) => join(dir, name))], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  /** Formulas whose cached result is not LibreOffice's: sheet!cell formula cached computed. */
  function differences(name: string): { formulas: number; wrong: string[] } {
    const ours = readBook(readFileSync(join(dir, name)));
    const theirs = new Map(readBook(readFileSync(join(dir, "computed", name))).sheets.map((sheet) => [sheet.name, sheet]));
    const cells = ours.sheets.flatMap((sheet) => [...sheet.cells].filter(([, { formula }]) => formula !== null).map(([ref, { formula, value }]) => ({ where: `${sheet.name}!${ref}`, formula, value, computed: theirs.get(sheet.name)?.cells.get(ref)?.value ?? null })));
    const isSame = (one: unknown, other: unknown) => (typeof one === "number" && typeof other === "number" ? Math.abs(one - other) <= RELATIVE * Math.max(Math.abs(one), Math.abs(other), Number.MIN_VALUE) : one === other);
    return { formulas: cells.length, wrong: cells.filter(({ value, computed }) => !isSame(value, computed)).map(({ where, formula, value, computed }) => `${where} ${formula}: ${value}, computed ${computed}`) };
  }

  test("to nine digits, in every formula", () => {
    const found = names.filter((name) => name !== PLANTED).map((name) => ({ name, ...differences(name) }));
    expect(found.flatMap(({ name, wrong }) => wrong.map((one) => `${name} ${one}`))).toEqual([]);
    for (const { name, formulas } of found) expect(formulas, name).toBeGreaterThan(3);
    console.log(`recalculated: ${found.reduce((sum, { formulas }) => sum + formulas, 0)} formulas of ${found.length} workbooks`);
  });

  test("a wrong result that is planted is found", () => expect(differences(PLANTED).wrong).toHaveLength(1));
});
