import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { yearFiles } from "../../pipeline/commands/year-files.ts";
import { parseYaml } from "../../pipeline/read/yaml.ts";
import { Corrections } from "../../schemas/correction.ts";
import { EditionSpec } from "../../schemas/edition.ts";
import { Fact } from "../../schemas/fact.ts";
import { Finding } from "../../schemas/finding.ts";
import { nianjian, ROOT } from "../fixtures/nianjian.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // each test starts processes; how fast they are is no matter of these tests

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-"));
});

describe("every command has words and help", () => {
  const commands = ["restore", "extract", "check", "build", "verify", "diff", "year", "doctor"];
  test("and is listed", () => {
    const { stdout, status } = nianjian(["--help"]);
    expect(status).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} .*[a-z]{3}`, "mu"));
  });
  test.each(commands)("%s --help", (command) => expect(nianjian([command, "--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining(`Usage: nianjian ${command}`) }));
});

describe("statuses", () => {
  test.each<[string, string[], number]>([
    ["no command there is", ["bild", "2013"], 2],
    ["no file", ["restore"], 2],
    ["no option there is", ["extract", "--sentences", "x"], 2],
    ["no year", ["build", "last"], 2],
    ["an empty name of a folder for editions", ["build", "2013", "--out", ""], 2],
    ["an empty name of a folder of texts", ["check", "2013", "--sources", ""], 2],
    ["an empty name of a cache", ["check", "2013", "--cache", " "], 2],
    ["an empty name of a revision", ["diff", "2013", "", "r1"], 2],
    ["an empty name of a file", ["restore", ""], 2],
    ["a text that is missing", ["restore", "/nowhere.txt"], 66],
    ["a year that is missing", ["check", "2999"], 66],
    ["an edition that is missing", ["verify", "/nowhere"], 66],
  ])("%s", (_, args, status) => expect(nianjian(args)).toMatchObject({ status, stdout: "" }));

  test("bytes that are no text: one line with their place, a trace only with --debug", () => {
    const path = join(dir, "bad.txt");
    writeFileSync(path, Buffer.from([0xe7, 0x94, 0xb2, 0xff, 0xff]));
    expect(nianjian(["extract", path])).toMatchObject({ status: 65, stdout: "", stderr: `${path}:1:4: byte 0xFF at offset 3 is neither UTF-8 nor GB18030. Save the file as UTF-8 and build again.\n` });
    expect(nianjian(["--debug", "extract", path]).stderr).toMatch(/UserError: .*\n\s+at /u);
  });
});

test.each(["restore", "extract"])("%s refuses what is empty, a file or standard input", (command) => {
  const path = join(dir, "empty.txt");
  writeFileSync(path, "");
  expect(nianjian([command, path])).toMatchObject({ status: 65, stdout: "", stderr: `${path}: the text is empty. Fill it, or take the file out.\n` });
  expect(nianjian([command, "-"], " \n")).toMatchObject({ status: 65, stdout: "", stderr: "-: the text is empty. Fill it, or take the file out.\n" });
});

test.runIf(existsSync("/dev/full"))("standard output that is full leaves a line and status 73", () => {
  const path = join(dir, "sound.txt"), full = openSync("/dev/full", "w");
  writeFileSync(path, "省级热线接通率达到92.5.");
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "pipeline/cli.ts", "restore", path], { cwd: ROOT, encoding: "utf8", stdio: ["ignore", full, "pipe"] });
  expect({ status, stderr }).toEqual({ status: 73, stderr: "standard output: this cannot be written (ENOSPC). Make room, or lead it elsewhere.\n" });
});

describe("one text", () => {
  test("is restored from standard input", () => expect(nianjian(["restore", "-"], "省级热线接通率达到92.5.地市级为81.")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^省级热线接通率达到92\.5%，地市级为81%。\n$/u) }));

  test("is restored with its repairs, a line a file", () => {
    const { document, text, repairs } = JSON.parse(nianjian(["restore", "--json", "-"], "在受理方面.由单一电话接听向多渠道受理转变.").stdout);
    expect(document).toBe("stdin");
    expect(text).toContain("，");
    expect(Object.keys(repairs[0])).toEqual(["kind", "span", "raw", "restored", "reason", "confidence"]);
  });

  test("gives its facts, a line each", () => {
    const raw = "2013年底.省级热线接通率达到92.5.";
    const facts = nianjian(["extract", "-"], raw).stdout.trim().split("\n").map((line) => Fact.parse(JSON.parse(line)));
    expect(facts).toContainEqual(expect.objectContaining({ kind: "observation", value: 92.5, unit: "%" }));
    for (const { span, quote } of facts) expect(raw.slice(span.start, span.end)).toBe(quote);
  });
});

test("a new year as it is laid out is a valid edition", () => {
  const [edition, corrections] = yearFiles(2031);
  expect(parseYaml("edition.yaml", edition!.text, EditionSpec).value).toMatchObject({ year: 2031, rest: "reports" });
  expect(parseYaml("corrections.yaml", corrections!.text, Corrections).value.corrections).toEqual([]);
  for (const key of Object.keys(EditionSpec.shape)) expect(edition!.text).toMatch(new RegExp(`^${key}:`, "mu"));
});

describe("a year", () => {
  let out: string;
  let built: ReturnType<typeof nianjian>;
  beforeAll(() => {
    out = join(dir, "outputs");
    built = nianjian(["build", "2013", "--out", out]);
  });

  test("is built: the manifest names every file, the summary is on standard error", () => {
    expect(built).toMatchObject({ status: 0, stdout: "" });
    const manifest = JSON.parse(readFileSync(join(out, "2013", "manifest.json"), "utf8"));
    expect(manifest.outputs.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(["nianjian-2013.pdf", "nianjian-2013-tables.xlsx", "nianjian-2013-facts.xlsx", "data/facts.jsonl", "data/datapackage.json"]));
    expect(manifest.inputs.every(({ path }: { path: string }) => !path.startsWith("/"))).toBe(true);
    const last = JSON.parse(built.stderr.trim().split("\n").at(-1)!);
    expect(last).toMatchObject({ texts: manifest.counts.texts, facts: { all: manifest.counts.facts }, repairs: manifest.counts.repairs });
  });

  test("is built to the same bytes again, from another folder too", () => {
    const copy = join(dir, "copy");
    cpSync(join(ROOT, "sources", "2013"), copy, { recursive: true });
    expect(nianjian(["build", "2013", "--sources", copy, "--out", join(dir, "again")]).status).toBe(0);
    expect(readFileSync(join(dir, "again", "2013", "manifest.json"), "utf8")).toBe(readFileSync(join(out, "2013", "manifest.json"), "utf8"));
  });

  test("is verified; a byte that changes is noticed", () => {
    expect(nianjian(["verify", join(out, "2013")])).toMatchObject({ status: 0, stdout: "" });
    const path = join(dir, "again", "2013", "data", "observations.csv");
    writeFileSync(path, Buffer.concat([readFileSync(path).subarray(1), Buffer.from(" ")]));
    writeFileSync(join(dir, "again", "2013", "stray.txt"), "");
    const { status, stdout } = nianjian(["verify", join(dir, "again", "2013")]);
    expect(status).toBe(1);
    expect(stdout).toContain("observations.csv: its SHA-256 is not the manifest's");
    expect(stdout).toContain("stray.txt: the manifest does not name this file");
  });

  test("is checked: findings, a line each", () => {
    const { status, stdout } = nianjian(["check", "2013"]);
    expect(status).toBe(0);
    for (const line of stdout.trim().split("\n")) Finding.parse(JSON.parse(line));
  });

  test("is corrected, and becomes r2: r1 is kept, the two are compared, and a third build changes nothing", () => {
    const copy = join(dir, "corrected");
    cpSync(join(ROOT, "sources", "2013"), copy, { recursive: true });
    const first = readFileSync(join(out, "2013", "manifest.json"), "utf8");
    const fact = Fact.parse(JSON.parse(readFileSync(join(out, "2013", "data", "facts.jsonl"), "utf8").split("\n").find((line) => line.includes('"observation"'))!));
    writeFileSync(join(copy, "corrections.yaml"), JSON.stringify({ corrections: [{ action: "set", fact: fact.id, set: { value: 12345 }, who: "甲", when: "2014-06-01", why: "试" }] }));
    expect(nianjian(["build", "2013", "--sources", copy, "--out", out]).status).toBe(0);
    const second = readFileSync(join(out, "2013", "manifest.json"), "utf8");
    expect(JSON.parse(second)).toMatchObject({ revision: "r2", draft: false, history: [{ revision: "r1", digest: JSON.parse(first).digest }] });

    const { status, stdout } = nianjian(["diff", "2013", "r1", "r2", "--out", out]);
    expect(status).toBe(0);
    expect(stdout).toContain("revision: r1 → r2\n");
    expect(stdout).toMatch(new RegExp(`^~ ${fact.id}  value: .* → 12345$`, "mu"));
    expect(nianjian(["diff", "2013", "r1", "r1", "--out", out])).toMatchObject({ status: 0, stdout: "" });
    expect(nianjian(["diff", "2013", "r1", "r9", "--out", out])).toMatchObject({ status: 66, stderr: expect.stringContaining("there is no such edition") });

    const again = nianjian(["build", "2013", "--sources", copy, "--out", out]);
    expect(JSON.parse(again.stderr.trim().split("\n").at(-1)!)).toMatchObject({ revision: "r2", fresh: false });
    expect(readFileSync(join(out, "2013", "manifest.json"), "utf8")).toBe(second);
    expect(readdirSync(join(out, ".editions")).filter((name) => !name.endsWith(".lock"))).toHaveLength(2);
  });

  test("with an error is not published: its draft is shown, the errors are printed with their place", () => {
    const other = mkdtempSync(join(tmpdir(), "nianjian-"));
    const put = (words: string) => writeFileSync(join(other, "01-热线.txt"), words);
    writeFileSync(join(other, "edition.yaml"), readFileSync(join(ROOT, "sources", "2013", "edition.yaml"), "utf8").replace(/^severities:.*$/mu, "severities: { claimed-count: error }"));
    const build = () => nianjian(["build", "2013", "--sources", other, "--out", join(other, "out")]);
    put("2013年底.省级热线接通率达到92.5.\n北京.上海.山东.浙江.福建5个地区已合并为统一号码.");
    expect(build().status).toBe(0);
    const published = readFileSync(join(other, "out", "2013", "manifest.json"), "utf8");

    put("2013年底.省级热线接通率达到92.5.\n北京.上海.山东.浙江.福建6个地区已合并为统一号码.");
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toContain(`${join(other, "01-热线.txt")}:2:1: claimed-count differs (error): 列出5个；所称6个`);
    expect(stderr).toContain("“北京.上海.山东.浙江.福建6个地区已合并为统一号码”");
    expect(JSON.parse(readFileSync(join(other, "out", "2013-draft", "manifest.json"), "utf8"))).toMatchObject({ draft: true, revision: "r2" });
    expect(readFileSync(join(other, "out", "2013", "manifest.json"), "utf8")).toBe(published);
    expect(nianjian(["check", "2013", "--sources", other]).status).toBe(1);

    put("2013年底.省级热线接通率达到92.6.\n北京.上海.山东.浙江.福建5个地区已合并为统一号码.");
    expect(build().status).toBe(0);
    expect(JSON.parse(readFileSync(join(other, "out", "2013", "manifest.json"), "utf8"))).toMatchObject({ draft: false, revision: "r2" });
    expect(existsSync(join(other, "out", "2013-draft"))).toBe(false);
  });

  test("is built from other texts with this edition.yaml, without its corrections", () => {
    const other = mkdtempSync(join(tmpdir(), "nianjian-"));
    writeFileSync(join(other, "甲.txt"), "2013年底.省级热线接通率达到92.5.");
    const { status } = nianjian(["build", "2013", "--sources", other, "--out", join(other, "out")]);
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(join(other, "out", "2013", "manifest.json"), "utf8"))).toMatchObject({ title: "中国电子政务年鉴", counts: { texts: 1, corrections: 0 } });
  });

  test("that cannot be written leaves status 73", () => expect(nianjian(["build", "2013", "--out", join(dir, "bad.txt")])).toMatchObject({ status: 73, stderr: expect.stringContaining("a part of this path is a file") }));
});

test("the installation is well", () => {
  const { status, stdout } = nianjian(["doctor"]);
  expect(stdout).not.toMatch(/^fail/mu);
  expect(status).toBe(0);
});
