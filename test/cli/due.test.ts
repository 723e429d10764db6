import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { changed, dueOf } from "../../pipeline/commands/build/due.ts";
import { inputsOf, versionsOf } from "../../pipeline/commands/build/inputs.ts";
import { goneSince } from "../../pipeline/commands/build/since.ts";
import { yearFiles } from "../../pipeline/commands/year-files.ts";
import { Manifest } from "../../schemas/manifest.ts";
import { Run } from "../../schemas/run.ts";
import { nianjian } from "../fixtures/nianjian.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // each build starts a process; how fast it is is no matter of these tests

/** Before all years of sources/: no other year's texts are read for it. */
const YEAR = 1999;
const TEXT = "1999年底.全市热线接通率达到92.5.\n甲县.乙县.丙县3个县已开通热线.\n";

let dir: string;
let out: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-"));
  out = join(dir, "outputs");
});

function lay(where: string, texts: Readonly<Record<string, string>>): void {
  mkdirSync(where, { recursive: true });
  for (const { name, text } of yearFiles(YEAR)) writeFileSync(join(where, name), text);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(where, name), text);
}

describe("a year is awaited", () => {
  test("whose folder is not there", () => expect(dueOf(YEAR, join(dir, "no"), false, out)).toMatchObject({ state: "awaited", awaited: { what: "folder" } }));
  test("whose folder is empty", () => expect(dueOf(YEAR, dir, false, out)).toMatchObject({ state: "awaited", awaited: { what: "texts" } }));
  test("that was laid out and has no texts yet: a README and hidden files are none", () => {
    lay(dir, { "README.txt": "甲", ".01.txt": "甲" });
    expect(dueOf(YEAR, dir, false, out)).toMatchObject({ state: "awaited", awaited: { what: "texts" } });
  });
  test("of whose texts some that edition.yaml names are not there; texts from elsewhere are built without them", () => {
    lay(dir, { "01-热线.txt": TEXT });
    writeFileSync(join(dir, "edition.yaml"), readFileSync(join(dir, "edition.yaml"), "utf8").replace("preface: []", "preface: [01-热线, 02-回访]"));
    expect(dueOf(YEAR, dir, false, out)).toMatchObject({ state: "awaited", awaited: { what: "named", missing: ["02-回访"] } });
    expect(dueOf(YEAR, dir, true, out)).toEqual({ state: "due", why: [] });
  });
  test("in the command: status 69, nothing on standard output, one line that says what to do, and run.json", () => {
    const { status, stdout, stderr } = nianjian(["build", "--due", "2999", "--out", out]);
    expect({ status, stdout }).toEqual({ status: 69, stdout: "" });
    expect(stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"))).toEqual([expect.stringMatching(/^sources\/2999: not due yet: there is no such folder\. Lay the year out with `make year YEAR=2999`, and put its texts in\.$/u)]);
    expect(runIn(out)).toMatchObject({ outcome: "not due", status: 69, years: [{ year: 2999, outcome: "not due", status: 69, revision: null }] });
  });
});

test("a year with texts that was never built is due", () => {
  lay(dir, { "01-热线.txt": TEXT });
  expect(dueOf(YEAR, dir, false, out)).toEqual({ state: "due", why: [] });
});

describe("what changed since an edition was published", () => {
  const sha256 = "0".repeat(64);
  const manifest = { inputs: [{ path: "01.txt", sha256, bytes: 1 }, { path: "edition.yaml", sha256, bytes: 1 }], versions: { nianjian: "0.1.0", node: "20.20.2", zod: "4.6.7" }, outputs: [] };
  const now = { inputs: [{ path: "01.txt", digest: sha256 }, { path: "edition.yaml", digest: sha256 }], versions: manifest.versions };
  test.each<[string, typeof now, string[]]>([
    ["nothing", now, []],
    ["their order alone", { ...now, inputs: now.inputs.toReversed() }, []],
    ["a text", { ...now, inputs: [{ path: "01.txt", digest: "1".repeat(64) }, now.inputs[1]!] }, ["01.txt"]],
    ["a text that is new, one that is gone", { ...now, inputs: [{ path: "02.txt", digest: sha256 }, now.inputs[1]!] }, ["01.txt", "02.txt"]],
    ["the program", { ...now, versions: { ...now.versions, nianjian: "0.2.0" } }, ["nianjian 0.1.0 → 0.2.0"]],
    ["a library that is new", { ...now, versions: { ...now.versions, model: "a" } as typeof now.versions }, ["model none → a"]],
    ["Node alone: nobody asked the editors", { ...now, versions: { ...now.versions, node: "20.21.0" } }, []],
  ])("%s", (_, current, why) => expect(changed(dir, manifest, current)).toEqual(why));

  test("a file of the edition that is gone, or cut short", () => {
    writeFileSync(join(dir, "b.pdf"), "12");
    const outputs = [{ path: "a.pdf", sha256, bytes: 1 }, { path: "b.pdf", sha256, bytes: 3 }];
    expect(changed(dir, { ...manifest, outputs }, now)).toEqual(["a.pdf", "b.pdf"]);
  });
});

describe("what a published edition was made from and is gone", () => {
  const sha256 = "0".repeat(64);
  const made = (...paths: string[]) => goneSince({ inputs: paths.map((path) => ({ path, sha256, bytes: 1 })) }, 2013, dir);
  beforeEach(() => lay(dir, { "01-热线.txt": TEXT }));
  test.each<[string, string[], string[]]>([
    ["nothing", ["01-热线.txt", "edition.yaml", "corrections.yaml"], []],
    ["a text", ["01-热线.txt", "02-回访.txt"], ["02-回访.txt"]],
    ["a text of a year before", ["2012/99-回访.txt"], ["sources/2012/99-回访.txt"]],
    ["a register is not of these: it is missed where it is read", ["registers/no-such.yaml"], []],
    ["edition.yaml neither", ["edition.yaml"], []],
  ])("%s", (_, paths, gone) => expect(made(...paths)).toEqual(gone.map((path) => (path.startsWith("sources/") ? path : join(dir, path)))));
  test("corrections.yaml", () => {
    rmSync(join(dir, "corrections.yaml"));
    expect(made("corrections.yaml", "01-热线.txt")).toEqual([join(dir, "corrections.yaml")]);
  });
  test("all of it, with the folder", () => {
    rmSync(dir, { recursive: true });
    expect(made("01-热线.txt", "corrections.yaml")).toEqual([join(dir, "01-热线.txt"), join(dir, "corrections.yaml")]);
  });
});

const runIn = (folder: string): Run => Run.parse(JSON.parse(readFileSync(join(folder, "run.json"), "utf8")));
const manifestIn = (folder: string): Manifest => Manifest.parse(JSON.parse(readFileSync(join(folder, String(YEAR), "manifest.json"), "utf8")));
const logOf = (stderr: string): Record<string, unknown>[] => stderr.trim().split("\n").map((line) => JSON.parse(line));

describe("a year of one text, built when it is due", () => {
  let sources: string;
  let editions: string;
  const due = (...more: string[]) => nianjian(["build", "--due", String(YEAR), "--sources", sources, "--out", editions, ...more]);
  let first: ReturnType<typeof nianjian>;
  beforeAll(() => {
    const base = mkdtempSync(join(tmpdir(), "nianjian-"));
    [sources, editions] = [join(base, "texts"), join(base, "outputs")];
    lay(sources, { "01-热线.txt": TEXT });
    first = due("--lang", "zh");
  });

  test("is published, and every line of its log is JSON with the run's id", () => {
    expect(first).toMatchObject({ status: 0, stdout: "" });
    const entries = logOf(first.stderr);
    const { run } = runIn(editions);
    for (const entry of entries) expect(entry).toMatchObject({ run, level: 30, time: expect.any(Number), msg: expect.any(String), year: YEAR });
    expect(entries).toContainEqual(expect.objectContaining({ stage: "texts", document: "01-热线", duration_ms: expect.any(Number), done: 1, total: 1 }));
    expect(entries).toContainEqual(expect.objectContaining({ stage: "book", duration_ms: expect.any(Number) }));
    expect(entries.at(-1)).toMatchObject({ outcome: "published", status: 0, revision: "r1", texts: 1, msg: expect.stringContaining("已发布") });
  });

  test("run.json tells the same: stages, texts, counts, files; the run is kept under its id, and nothing of it is in the edition", () => {
    const run = runIn(editions);
    const manifest = manifestIn(editions);
    expect(run).toMatchObject({ outcome: "published", status: 0, error: null, words: "《中国电子政务年鉴》1999年版 r1：已发布", years: [{ year: YEAR, revision: "r1", counts: manifest.counts, documents: [{ document: "01-热线" }], missing: [], why: [] }] });
    expect(run.ended).not.toBeNull();
    expect(run.years[0]!.stages.map(({ stage }) => stage)).toEqual(["read", "texts", "check", "load", "data", "workbooks", "book", "write", "verify"]);
    expect(run.years[0]!.files.map(({ path }) => path).toSorted()).toEqual(["manifest.json", ...manifest.outputs.map(({ path }) => path)].toSorted());
    expect(readdirSync(join(editions, ".runs"))).toEqual([`${run.run}.json`]);
    expect(readdirSync(join(editions, String(YEAR)), { recursive: true }).filter((name) => String(name).includes("run"))).toEqual([]);
  });

  test("its manifest names every input that is compared, and no other", () => {
    expect(inputsOf(YEAR, sources).map(({ path, digest, bytes }) => ({ path, sha256: digest, bytes }))).toEqual(manifestIn(editions).inputs);
    expect(versionsOf()).toEqual(manifestIn(editions).versions);
    expect(dueOf(YEAR, sources, true, editions)).toEqual({ state: "unchanged", revision: "r1" });
  });

  test("is left alone while nothing has changed, whatever the language", () => {
    const before = readdirSync(join(editions, ".editions"));
    expect(due("--lang", "en")).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining("1999: nothing has changed since r1.") });
    expect(readdirSync(join(editions, ".editions"))).toEqual(before);
    expect(runIn(editions)).toMatchObject({ outcome: "unchanged", status: 0, years: [{ revision: "r1", stages: [], documents: [] }] });
  });

  test("has the same bytes in another language", () => {
    const other = join(dir, "other");
    expect(nianjian(["build", String(YEAR), "--sources", sources, "--out", other, "--lang", "en"]).status).toBe(0);
    expect(readFileSync(join(other, String(YEAR), "manifest.json"), "utf8")).toBe(readFileSync(join(editions, String(YEAR), "manifest.json"), "utf8"));
  });

  test("becomes r2 when a text changes, and says which; a run that was killed before it is told", () => {
    writeFileSync(join(sources, "01-热线.txt"), TEXT.replace("92.5", "93.5"));
    expect(dueOf(YEAR, sources, true, editions)).toEqual({ state: "due", why: ["01-热线.txt"] });
    const { pid } = runIn(editions); // that process has ended
    writeFileSync(join(editions, "run.json"), JSON.stringify({ ...runIn(editions), outcome: "running", status: null, ended: null }));
    const { status, stderr } = due();
    expect(status).toBe(0);
    expect(manifestIn(editions)).toMatchObject({ revision: "r2", history: [{ revision: "r1" }] });
    expect(runIn(editions)).toMatchObject({ outcome: "published", warnings: [expect.stringContaining(`process ${pid}`)], years: [{ revision: "r2", why: ["01-热线.txt"] }] });
    expect(runIn(editions).years[0]!.warnings).toEqual([
      expect.stringMatching(/01-热线\.txt: changed since r1\. Texts are not edited/u),
      expect.stringMatching(/edition\.yaml: r2 prints the date of r1, 2000-12-31\. Set `date`/u),
    ]);
    expect(logOf(stderr)).toContainEqual(expect.objectContaining({ level: 40, msg: expect.stringMatching(/01-热线\.txt: changed since r1/u) }));
    expect(logOf(stderr)[0]).toMatchObject({ level: 40, msg: expect.stringMatching(/did not end: it was killed/u) });
  });

  test("ends with the line of a text that is none, in its log and in run.json; what was published stays", () => {
    writeFileSync(join(sources, "02-热线.txt"), Buffer.from([0xe7, 0x94, 0xb2, 0xff, 0xff]));
    const { status, stderr } = due();
    expect(status).toBe(65);
    const lines = stderr.trim().split("\n");
    expect(lines.at(-1)).toMatch(/02-热线\.txt:1:4: byte 0xFF at offset 3/u);
    expect(JSON.parse(lines.at(-2)!)).toMatchObject({ level: 50, outcome: "failed", status: 65, error: lines.at(-1), year: YEAR });
    expect(runIn(editions)).toMatchObject({ outcome: "failed", status: 65, error: lines.at(-1) });
    expect(manifestIn(editions).revision).toBe("r2");
    rmSync(join(sources, "02-热线.txt"));
  });

  test("is not built when a text that it was made from is gone: status 69, and one line that names it", () => {
    renameSync(join(sources, "01-热线.txt"), join(dir, "01-热线.txt"));
    writeFileSync(join(sources, "03-回访.txt"), TEXT.replaceAll("热线", "回访"));
    const { status, stdout, stderr } = due("--lang", "en");
    const line = `${sources}: not built: r2 was made from 1 file that is gone: ${join(sources, "01-热线.txt")}. Bring it back, or build without it on purpose, with \`build ${YEAR}\`.`;
    expect({ status, stdout, last: stderr.trim().split("\n").at(-1) }).toEqual({ status: 69, stdout: "", last: line });
    expect(runIn(editions)).toMatchObject({ outcome: "not due", status: 69, error: line, years: [{ revision: null, stages: [] }] });
    expect(manifestIn(editions).revision).toBe("r2");
  });

  test("and is built without it where that is asked for by name, with a warning; nothing more is said when it stands", () => {
    writeFileSync(join(sources, "edition.yaml"), readFileSync(join(sources, "edition.yaml"), "utf8").replace("2000-12-31", "2001-03-01"));
    const build = () => nianjian(["build", String(YEAR), "--sources", sources, "--out", editions, "--lang", "en"]);
    expect(build().status).toBe(0);
    expect(runIn(editions)).toMatchObject({ outcome: "published", years: [{ revision: "r3", warnings: [`${join(sources, "01-热线.txt")}: r2 was made from it, and it is gone: this edition is without it. If it is not to go, bring it back and build again.`] }] });
    expect(build().status).toBe(0);
    expect(runIn(editions)).toMatchObject({ outcome: "unchanged", years: [{ revision: "r3", warnings: [] }] });
  });
});

test("a year that fails does not stop the next: the gravest status is the command's", () => {
  const { status, stderr } = nianjian(["build", "--due", "2998", "2999", "--out", out]);
  expect(status).toBe(69);
  expect(stderr).toMatch(/^sources\/2998: .+\n(?:.*\n)*sources\/2999: /mu);
  expect(runIn(out).years.map(({ year, status: of }) => [year, of])).toEqual([[2998, 69], [2999, 69]]);
});

test("where run.json cannot be written, the run says so once and keeps its status", () => {
  writeFileSync(out, "a file");
  const { status, stderr } = nianjian(["build", "--due", "2999", "--out", out]);
  expect(status).toBe(69);
  expect(stderr.match(/run\.json: what came of this run cannot be kept there/gu)).toHaveLength(1);
});

test.each<[string, string[]]>([
  ["no year and no --due", ["build"]],
  ["one folder of texts for two years", ["build", "2013", "2014", "--sources", "x"]],
  ["a language there is no table of", ["build", "2013", "--lang", "fr"]],
])("%s is bad usage", (_, args) => expect(nianjian(args)).toMatchObject({ status: 2, stdout: "" }));
