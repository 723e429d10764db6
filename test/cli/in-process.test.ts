/** The commands run in this process, so that `make coverage` sees their lines; that they run as a program is for cli.test.ts. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Finding } from "../../schemas/finding.ts";

const EDITION = fileURLToPath(new URL("../../sources/2013/edition.yaml", import.meta.url));
const TEXT = "2013年底.省级热线接通率达到92.5.\n北京.上海.山东.浙江.福建5个地区已合并为统一号码.";

let dir: string;
let sources: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "in-process-"));
  sources = join(dir, "sources");
  cpSync(EDITION, join(sources, "edition.yaml"));
  writeFileSync(join(sources, "01-热线.txt"), TEXT);
});
afterAll(() => rmSync(dir, { recursive: true }));

/** As `nianjian ARGS` would: what it writes, and its status. */
async function nianjian(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) => vi.spyOn(process[stream], "write").mockImplementation((chunk) => {
    written[stream] += String(chunk);
    return true;
  }));
  const { argv, exitCode } = process;
  try {
    process.argv = [argv[0]!, "nianjian", ...args];
    vi.resetModules(); // cli.ts runs when it is imported
    await import("../../pipeline/cli.ts");
    return { status: Number(process.exitCode ?? 0), ...written };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
  }
}

test("restore and extract", async () => {
  const file = join(sources, "01-热线.txt");
  expect(await nianjian("restore", file)).toMatchObject({ status: 0, stdout: "2013年底，省级热线接通率达到92.5%。\n北京、上海、山东、浙江、福建5个地区已合并为统一号码。\n" });
  expect(JSON.parse((await nianjian("restore", "--json", file)).stdout)).toMatchObject({ document: "01-热线" });
  const { stdout } = await nianjian("extract", "--explain", file);
  expect(stdout.trim().split("\n").map((line) => JSON.parse(line) as object)).toContainEqual(expect.objectContaining({ kind: "observation", value: 92.5 }));
});

test("check", async () => {
  const { status, stdout } = await nianjian("check", "2013", "--sources", sources);
  expect(status).toBe(0);
  expect(stdout.trim().split("\n").map((line) => Finding.parse(JSON.parse(line)).check)).toContain("claimed-count");
});

test("build, build again, verify, diff", async () => {
  const out = join(dir, "out");
  expect(await nianjian("build", "2013", "--sources", sources, "--out", out)).toMatchObject({ status: 0 });
  expect(await nianjian("verify", join(out, "2013"))).toEqual({ status: 0, stdout: "", stderr: "" });
  writeFileSync(join(sources, "01-热线.txt"), TEXT.replace("92.5", "93.5"));
  expect(await nianjian("build", "2013", "--sources", sources, "--out", out)).toMatchObject({ status: 0 });
  expect(JSON.parse(readFileSync(join(out, "2013", "manifest.json"), "utf8"))).toMatchObject({ revision: "r2" });
  expect((await nianjian("diff", "2013", "r1", "r2", "--out", out)).stdout).toContain("revision: r1 → r2\n");

  writeFileSync(join(sources, "01-热线.txt"), TEXT.replace("5个地区", "6个地区"));
  writeFileSync(join(sources, "edition.yaml"), readFileSync(EDITION, "utf8").replace(/^severities:.*$/mu, "severities: { claimed-count: error }"));
  expect(await nianjian("build", "2013", "--sources", sources, "--out", out)).toMatchObject({ status: 1 });
  // the log is written past process.stderr; the run's account has the same line
  expect(JSON.parse(readFileSync(join(out, "run.json"), "utf8"))).toMatchObject({ outcome: "draft", error: expect.stringContaining("claimed-count differs (error)") });
  expect(existsSync(join(out, "2013-draft"))).toBe(true);
});

test("doctor", async () => expect(await nianjian("doctor")).toMatchObject({ status: 0, stdout: expect.not.stringMatching(/^fail/mu) }));

test("what is wrong is one line and a status", async () => {
  expect(await nianjian("build", "last")).toMatchObject({ status: 2 });
  expect(await nianjian("year", "2013")).toMatchObject({ status: 73, stderr: expect.stringMatching(/edition\.yaml: this file is there already\. .*\n$/u) });
  expect(await nianjian("extract", "/nowhere.txt")).toMatchObject({ status: 66, stdout: "" });
  expect(await nianjian("--debug", "extract", "/nowhere.txt")).toMatchObject({ status: 66 });
  expect(await nianjian("verify", "/nowhere")).toMatchObject({ status: 66 });
});
