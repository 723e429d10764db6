/** What verify says of an edition in whose files one digit was changed, their digests made to match: file, sheet and cell, or row, what stands there and what another file has. */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { editionOf } from "../../pipeline/commands/open-year.ts";
import { silent } from "../../pipeline/commands/report.ts";
import { faultsOf, toldOf } from "../../pipeline/commands/verify.ts";
import { attachmentsOf } from "../../pipeline/commands/verify/attachments.ts";
import { readBook } from "../../pipeline/commands/verify/xlsx.ts";
import { machine, publish } from "../../pipeline/publish/index.ts";
import { alwaysIn } from "../../pipeline/publish/names.ts";
import { Manifest } from "../../schemas/manifest.ts";

vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 }); // an edition is built; how fast is no matter of these tests

const TABLES = "nianjian-2013-tables.xlsx", FACTS = "nianjian-2013-facts.xlsx", BOOK = "nianjian-2013.pdf";
let dir: string;
let built: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "verify-"));
  const edition = await editionOf(2013, undefined, silent);
  built = realpathSync((await publish(2013, () => ({ edition: { ...edition, revision: "r1", history: [], changes: null, draft: false }, again: false }), join(dir, "outputs"), machine)).path);
});
afterAll(() => rmSync(dir, { recursive: true }));

/** A copy of the edition in which `change` has altered one file; where asked for, the manifest and the data package know the new bytes. */
function altered(name: string, change: (bytes: Buffer) => Buffer, isCovered = true): string {
  const copy = mkdtempSync(join(dir, "copy-"));
  cpSync(built, copy, { recursive: true });
  const bytes = change(readFileSync(join(copy, name)));
  writeFileSync(join(copy, name), bytes);
  if (isCovered) cover(copy, name);
  return copy;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function cover(copy: string, name: string): void {
  const described = join(copy, "data", "datapackage.json");
  const descriptor = JSON.parse(readFileSync(described, "utf8")) as { resources: { path: string; bytes: number; hash: string }[] };
  const bytes = readFileSync(join(copy, name));
  for (const resource of descriptor.resources) if (`data/${resource.path}` === name) Object.assign(resource, { bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  if (!name.endsWith("datapackage.json")) writeFileSync(described, `${JSON.stringify(descriptor, null, 2)}\n`);
  const path = join(copy, "manifest.json");
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, "utf8")));
  for (const output of manifest.outputs) {
    const now = readFileSync(join(copy, output.path));
    Object.assign(output, { sha256: sha256(now), bytes: now.length }, output.parts && isZip(now) && { parts: Object.entries(unzipSync(now)).map(([part, content]) => ({ path: part, sha256: sha256(content) })) });
  }
  writeFileSync(path, JSON.stringify(manifest));
}

function isZip(bytes: Buffer): boolean {
  try {
    return Object.keys(unzipSync(bytes)).length > 0;
  } catch {
    return false;
  }
}

const swap = (from: string, to: string) => (bytes: Buffer): Buffer => {
  const text = bytes.toString("utf8");
  if (!text.includes(from)) throw new Error(`the file has no ${from}`);
  return Buffer.from(text.replace(from, to), "utf8");
};

/** Another number in the first cell of a sheet that holds one. */
const inSheet = (sheet: string, from: number, to: number) => (bytes: Buffer): Buffer => {
  const sheets = readBook(bytes).sheets;
  const at = sheets.findIndex(({ name }) => name === sheet);
  const ref = [...sheets[at]!.cells].find(([, { value }]) => value === from)![0];
  return inPart(`xl/worksheets/sheet${at + 1}.xml`, (xml) => xml.replace(new RegExp(`(<c r="${ref}"[^>]*>(?:<f>[^<]*</f>)?<v>)${from}<`, "u"), `$1${to}<`))(bytes);
};

const inPart = (part: string, change: (xml: string) => string) => (bytes: Buffer): Buffer => {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[part]!);
  expect(change(xml)).not.toBe(xml);
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(change(xml)) }));
};

/** Another text in a file within the book. */
const inAttachment = (name: string, from: string, to: string) => (bytes: Buffer): Buffer => {
  const within = attachmentsOf(bytes).get(name)!;
  const text = bytes.toString("latin1");
  const stream = [...text.matchAll(/\/EmbeddedFile[^]*?\/Length (\d+)[^]*?stream\r?\n/gu)].map((match) => ({ start: match.index + match[0].length, length: Number(match[1]), head: match[0], at: match.index })).find(({ start, length }) => inflateSync(bytes.subarray(start, start + length)).equals(within))!;
  const packed = deflateSync(swap(from, to)(within));
  return Buffer.concat([Buffer.from(text.slice(0, stream.at) + stream.head.replace(/\/Length \d+/u, `/Length ${packed.length}`), "latin1"), packed, bytes.subarray(stream.start + stream.length)]);
};

test("an edition as it was built has nothing wrong", () => expect(faultsOf(built)).toEqual([]));

describe("one digit, its digests made to match, is told with its place and with what another file has", () => {
  test.each<[string, string, (bytes: Buffer) => Buffer, RegExp[]]>([
    ["of a table's sheet", TABLES, inSheet("表2", 25.8, 25.9), [/-tables\.xlsx: 表2!\w+: 25\.9, but .*shares\.csv has “25\.8” \(row 3, listedShare\)/u]],
    ["of a data sheet", FACTS, inSheet("观测", 258_737, 258_738), [/-facts\.xlsx: 观测!\w+: 258738, but .*facts\.jsonl has 258737 \(line \d+, OBS_VALUE\)/u]],
    ["of a repair's sheet", FACTS, inSheet("修复", 0.9, 0.8), [/-facts\.xlsx: 修复!\w+: 0\.8, but .*repairs\.jsonl has 0\.9/u]],
    ["of a table's CSV", "data/shares.csv", swap("26,8,", "27,8,"), [/表2!\w+: 26, but .*shares\.csv has “27” \(row 3, claimedShare\)/u, /shares\.csv: row 3, claimedShare: 27, which none of its facts says/u, /2013\.pdf: shares\.csv within it: row 3, claimedShare: “26”, but .*shares\.csv has “27”/u]],
    ["of the facts", "data/facts.jsonl", swap('"value":258737', '"value":258738'), [/观测!\w+: 258737, but .*facts\.jsonl has 258738/u, /事实!\w+: 258737, but/u, /observations\.csv: row \d+, OBS_VALUE: “258737”, but .*facts\.jsonl has 258738/u, /facts\.jsonl within it: line \d+: .*258737.*, but .*258738/u]],
    ["of the facts of earlier years", "data/earlier-facts.jsonl", swap('"value":176714', '"value":176715'), [/往年!\w+: 176714, but .*earlier-facts\.jsonl has 176715/u, /series\.csv: row \d+, y2012: 176714, which none of its facts says/u]],
    ["of the observations", "data/observations.csv", swap("258737", "258738"), [/observations\.csv: row \d+, OBS_VALUE: “258738”, but .*facts\.jsonl has 258737/u]],
    ["of a finding", "data/findings.jsonl", swap("18÷31=58.1%", "18÷31=58.2%"), [/核对!\w+: “18÷31=58\.1%.*, but .*findings\.jsonl has “18÷31=58\.2%/u]],
    ["of a repair", "data/repairs.jsonl", swap('"confidence":0.9}', '"confidence":0.8}'), [/修复!\w+: 0\.9, but .*repairs\.jsonl has 0\.8/u]],
    ["of a file within the book", BOOK, inAttachment("coverage.csv", ",80,", ",90,"), [/2013\.pdf: coverage\.csv within it: row \d, value: “90”, but .*coverage\.csv has “80”/u]],
    ["of the data package", "data/datapackage.json", (bytes) => Buffer.from(bytes.toString("utf8").replace(/"bytes": (\d)/u, '"bytes": 1$1'), "utf8"), [/datapackage\.json: counts\.csv has \d+ bytes, it says 1\d+/u]],
  ])("%s", (_, name, change, wanted) => {
    const faults = faultsOf(altered(name, change));
    for (const words of wanted) expect(faults).toContainEqual(expect.stringMatching(words));
    for (const fault of faults) expect(fault).toMatch(/^\/.+: .+\.$/u);
  });
});

describe("what is more than a digit", () => {
  test.each<[string, string, (bytes: Buffer) => Buffer, RegExp]>([
    ["a part that is no XML", TABLES, inPart("xl/worksheets/sheet6.xml", (xml) => xml.replace("</row>", "")), /-tables\.xlsx: xl\/worksheets\/sheet6\.xml is not well-formed XML/u],
    ["a relationship that leads nowhere", TABLES, inPart("xl/_rels/workbook.xml.rels", (xml) => xml.replace("sheet6.xml", "sheet66.xml")), /workbook\.xml\.rels leads to xl\/worksheets\/sheet66\.xml, which is not there/u],
    ["a sheet that is gone", TABLES, inPart("xl/workbook.xml", (xml) => xml.replace('name="表2"', 'name="表二"')), /-tables\.xlsx: no sheet 表2 with a table, for .*shares\.csv/u],
    ["half a workbook", FACTS, (bytes) => bytes.subarray(0, bytes.length / 2), /-facts\.xlsx: it cannot be read/u],
    ["a line of CSV that is gone", "data/shares.csv", (bytes) => Buffer.from(bytes.toString("utf8").split("\r\n").toSpliced(2, 1).join("\r\n"), "utf8"), /表2: 4 rows, but .*shares\.csv has 3/u],
    ["a fact that no line has", "data/facts.jsonl", swap("06-管理体制:roster:68-161:1", "06-管理体制:roster:68-161:9"), /shares\.csv: row 2, facts: it rests on 06-管理体制:roster:68-161:1, which facts\.jsonl has not/u],
  ])("%s", (_, name, change, words) => expect(faultsOf(altered(name, change))).toContainEqual(expect.stringMatching(words)));

  test("a workbook that was only packed again is told as such", () => {
    const faults = faultsOf(altered(TABLES, (bytes) => Buffer.from(zipSync(unzipSync(bytes), { level: 1 })), false));
    expect(faults).toEqual([expect.stringMatching(/-tables\.xlsx: its bytes are not the manifest's, but all its parts are: it was packed again/u)]);
  });

  test("a part that was changed is named, the digests left as they were", () => {
    const faults = faultsOf(altered(TABLES, inPart("xl/styles.xml", (xml) => xml.replace("FF1A1A1A", "FF1A1A1B")), false));
    expect(faults).toEqual([expect.stringMatching(/-tables\.xlsx: (?:\d+ bytes|its SHA-256)/u), expect.stringMatching(/the SHA-256 of xl\/styles\.xml within it is not the manifest's/u)]);
  });
});

/** A copy of the edition with which `change` has done anything. */
function changed(change: (copy: string) => void): string {
  const copy = mkdtempSync(join(dir, "copy-"));
  cpSync(built, copy, { recursive: true });
  change(copy);
  return copy;
}

/** Another manifest. */
const inManifest = (change: (manifest: Manifest) => void) => (copy: string): void => {
  const path = join(copy, "manifest.json");
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, "utf8")));
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
};

describe("a manifest that was altered alone is told with what other files have", () => {
  test.each<[string, (manifest: Manifest) => void, RegExp]>([
    ["the year", (manifest) => { manifest.year = 2099; }, /year: 2099, but the name of nianjian-2013-facts\.xlsx .* have 2013\./u],
    ["the title", (manifest) => { manifest.title = "假"; }, /title and year: “假（2013）”, but .*datapackage\.json \(title\) and .*csv-metadata\.json \(dc:title\) and .*封面!A1.*2013\.pdf \(its metadata\) have “/u],
    ["the revision", (manifest) => { manifest.revision = "r9"; }, /revision: “r9”, but .*封面!B5.*2013\.pdf \(its metadata\) have “r1”/u],
    ["the draft", (manifest) => { manifest.draft = true; }, /draft: “true”, but .*封面!B5\) have “false”/u],
    ["the date", (manifest) => { manifest.date = "2015-01-01"; }, /date: “2015-01-01”, but .*csv-metadata\.json \(dc:issued\) has “2014-05-29”/u],
    ["the digest", (manifest) => { manifest.digest = "0".repeat(64); }, /digest: “SHA-256 0+”, but .*封面!B8/u],
    ["a history", (manifest) => { manifest.history = [{ revision: "r0", date: manifest.date, digest: manifest.digest }]; }, /history: “r0”, but .*修订\) has “”/u],
    ["the size of an input", (manifest) => { manifest.inputs[0]!.bytes++; }, /inputs: 01-出版说明\.txt: bytes: \d+, but .*文本!/u],
    ...["texts", "repairs", "facts", "facts.event", "findings", "findings.agrees", "corrections", "tables", "figures"].map((count): [string, (manifest: Manifest) => void, RegExp] => [`counts.${count}`, (manifest) => { manifest.counts[count] = 999; }, new RegExp(`counts\\.${count.replace(".", "\\.")}: 999, but .* ha(?:s|ve) \\d+\\. Build`, "u")]),
    ["a count that is gone", (manifest) => { delete manifest.counts["tables"]; }, /counts\.tables: nothing, but .* have 18/u],
    ["the program's version", (manifest) => { manifest.versions["nianjian"] = "9"; }, /versions\.nianjian: “9”, but data\/facts\.parquet .*sbom\.cdx\.json have “\d/u],
    ["a library's version", (manifest) => { manifest.versions["zod"] = "0.0.1"; }, /versions\.zod: “0\.0\.1”, but sbom\.cdx\.json has/u],
    ["an output twice", (manifest) => { manifest.outputs.push(manifest.outputs[0]!); }, /manifest\.json: it names data\/counts\.csv more than once/u],
    ["a path that goes up", (manifest) => { manifest.outputs[0]!.path = "../../../../etc/passwd"; }, /manifest\.json: it names \.\.\/.*passwd, which leads out of the edition and was not opened/u],
    ["a path from the root", (manifest) => { manifest.outputs[0]!.path = "/etc/passwd"; }, /manifest\.json: it names \/etc\/passwd, which leads out of the edition/u],
  ])("%s", (_, change, words) => expect(faultsOf(changed(inManifest(change)))).toContainEqual(expect.stringMatching(words)));
});

describe("what every edition has", () => {
  test.each(alwaysIn(2013))("%s is missed, though the manifest does not name it", (name) => {
    const copy = changed((at) => {
      rmSync(join(at, name));
      inManifest((manifest) => { manifest.outputs = manifest.outputs.filter(({ path }) => path !== name); })(at);
    });
    expect(faultsOf(copy)).toEqual(expect.arrayContaining([`${join(copy, name)}: every edition has this file, but it is not there, and the manifest does not name it. Build the edition again.`]));
  });

  test("is all that is there but tables, facts of earlier years and the manifest", () => {
    const { resources } = JSON.parse(readFileSync(join(built, "data", "datapackage.json"), "utf8")) as { resources: { path: string; title: string }[] };
    const tables = resources.filter(({ title }) => title.startsWith("表")).map(({ path }) => `data/${path}`);
    const there = [...readdirSync(built).filter((name) => name !== "data"), ...readdirSync(join(built, "data")).map((name) => `data/${name}`)];
    expect(there.filter((name) => ![...tables, "data/earlier-facts.jsonl", "manifest.json"].includes(name)).sort()).toEqual(alwaysIn(2013).sort());
  });
});

describe("what is no plain file is named and not opened", () => {
  const put = (name: string, make: (path: string) => void) => (copy: string) => { rmSync(join(copy, name), { recursive: true }); make(join(copy, name)); };
  test.each<[string, (copy: string) => void, RegExp]>([
    ["a pipe", put("data/observations.csv", (path) => spawnSync("mkfifo", [path])), /\/data\/observations\.csv: this is a device, a pipe or a socket, not a file/u],
    ["a folder", put("data/facts.jsonl", (path) => mkdirSync(path)), /\/data\/facts\.jsonl: this is a folder, not a file/u],
    ["a link to the very file", put("data/counts.csv", (path) => symlinkSync(join(built, "data", "counts.csv"), path)), /\/data\/counts\.csv: this is a link, not a file/u],
    ["a link to the folder of data", put("data", (path) => symlinkSync(join(built, "data"), path)), /\/data: this is a link, not a folder/u],
    ["a folder for the manifest", put("manifest.json", (path) => mkdirSync(path)), /\/manifest\.json: this is a folder, not a file/u],
    ["a pipe for the manifest", put("manifest.json", (path) => spawnSync("mkfifo", [path])), /\/manifest\.json: this is a device, a pipe or a socket/u],
    ["an empty folder", (copy) => mkdirSync(join(copy, "data", "more")), /\/data\/more: no edition has this folder, which is empty/u],
    ["a name with controls", (copy) => writeFileSync(join(copy, "a\u001B[31m\n"), ""), /\/a<U\+001B>\[31m<U\+000A>: the manifest does not name this file/u],
  ])("%s", (_, change, words) => expect(faultsOf(changed(change))).toEqual([expect.stringMatching(words)]));
});

describe("a file whose digest differs", () => {
  test.each(["data/facts.jsonl", "data/earlier-facts.jsonl", "data/datapackage.json", "data/counts.csv", BOOK])("%s is told, and nothing that rests on it", (name) => {
    const faults = faultsOf(altered(name, (bytes) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))), false));
    expect(faults).toEqual([expect.stringMatching(/: its SHA-256 is not the manifest's: it was changed after it was built/u)]);
  });

  test("of many faults twenty are told, and the number of the others", () => {
    expect(toldOf(Array.from({ length: 75 }, (_, n) => `/a: ${n}.`), "/a")).toEqual([...Array.from({ length: 20 }, (_, n) => `/a: ${n}.`), "/a: 55 more faults. Build the edition again."]);
  });
});
