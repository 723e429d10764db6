/** Bad input from the outside: statuses, lines, no stack, and the way on with --keep-going. The cases themselves: test/read/bad-input.ts. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { Finding } from "../../schemas/finding.ts";
import { Manifest } from "../../schemas/manifest.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function nianjian(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["--import", "tsx", "pipeline/cli.ts", ...args], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
}

let dir: string, out: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-"));
  out = mkdtempSync(join(tmpdir(), "nianjian-"));
  put("edition.yaml", `title: 年鉴\ntitlePinyin: Nianjian\ntitleEn: Yearbook\nyear: 2013\ndate: "2014-06-30"\neditor: 编写组\neditorEn: Editors\ncolumns:\n  - { id: a, title: 甲, titleEn: A, texts: [01-热线, 02-空, 03-图] }\nrest: a\n`);
  put("01-热线.txt", "2013年底.北京.上海.山东.浙江.福建6个地区已合并为统一号码.");
  put("02-空.txt", "");
  put("03-图.txt", Buffer.from("89504e470d0a1a0a", "hex"));
  put("corrections.yaml", 'corrections:\n  - { action: drop, text: 02-空, quote: 九成, who: 甲, when: "2014-01-01", why: 试 }\n');
});

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(dir, name), content);
const lines = () => [`${join(dir, "02-空.txt")}: the text is empty. Fill it, or take the file out.`, `${join(dir, "03-图.txt")}: this is a picture (PNG), not a text. Take it out of the folder, or type its text.`];

describe("build", () => {
  test("ends with a line a text and 65, and writes nothing", () => {
    const { status, stderr } = nianjian("build", "2013", "--sources", dir, "--out", out);
    expect(status).toBe(65);
    for (const line of lines()) expect(stderr.split("\n")).toContain(line);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(existsSync(join(out, "2013"))).toBe(false);
  });

  test("goes on with --keep-going: the edition of the other texts says what it lacks, and the status is 65", () => {
    const { status, stderr } = nianjian("build", "2013", "--sources", dir, "--out", out, "--keep-going");
    expect(status).toBe(65);
    expect(stderr).toContain("02-空.txt: the text is empty.");
    expect(stderr).not.toMatch(/^\s+at /mu);
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(out, "2013", "manifest.json"), "utf8")));
    expect(manifest).toMatchObject({ revision: "r1", draft: false, counts: { texts: 1 } });
    expect(manifest.leftOut).toEqual(lines().map((line) => line.slice(dir.length + 1)).map((message) => ({ path: message.split(":")[0], message })));
    expect(manifest.inputs.map(({ path }) => path)).toEqual(expect.arrayContaining(["02-空.txt", "03-图.txt"])); // another picture makes another edition
    expect(nianjian("verify", join(out, "2013"))).toMatchObject({ status: 0, stdout: "" });

    put("02-空.txt", "2013年底.省级热线接通率达到九成."); // mended, with its correction: the next revision lacks one text
    expect(nianjian("build", "2013", "--sources", dir, "--out", out, "--keep-going").status).toBe(65);
    expect(JSON.parse(readFileSync(join(out, "2013", "manifest.json"), "utf8"))).toMatchObject({ revision: "r2", leftOut: [{ path: "03-图.txt" }], counts: { texts: 2, corrections: 1 } });
  }, 300_000); // three processes

  test("does not go on without edition.yaml", () => {
    put("edition.yaml", "year: [2013]\n");
    expect(nianjian("build", "2013", "--sources", dir, "--out", out, "--keep-going")).toMatchObject({ status: 65, stderr: expect.stringContaining("edition.yaml:1:7: year: ") });
  });
});

test("check goes on with --keep-going: findings of the other texts, then the lines and 65", () => {
  expect(nianjian("check", "2013", "--sources", dir)).toMatchObject({ status: 65, stdout: "" });
  const { status, stdout, stderr } = nianjian("check", "2013", "--sources", dir, "--keep-going");
  expect(status).toBe(65);
  expect(stdout.trim().split("\n").map((line) => Finding.parse(JSON.parse(line)).check)).toContain("claimed-count");
  expect(stderr).toContain("2 texts were left out");
});

test.each(["restore", "extract"])("%s goes on with the next file, and its status is that of the first refused", (command) => {
  const files = ["03-图.txt", "gone.txt", "01-热线.txt"].map((name) => join(dir, name));
  expect(nianjian(command, ...files)).toMatchObject({ status: 65, stdout: "" });
  const { status, stdout, stderr } = nianjian(command, ...files, "--keep-going");
  expect(status).toBe(65);
  expect(stdout).toContain("北京");
  expect(stderr.trim().split("\n")).toEqual([lines()[1], `${files[1]}: there is no such file. Check the name.`]);
});

test("a link out of the sources is not followed", () => {
  symlinkSync(join(ROOT, "package.json"), join(dir, "04-外.txt"));
  const { status, stderr } = nianjian("build", "2013", "--sources", dir, "--out", out);
  expect(status).toBe(65);
  expect(stderr).toContain(`${join(dir, "04-外.txt")}: this leads out of its folder, to ${join(ROOT, "package.json")}. Put the file itself here.`);
});
