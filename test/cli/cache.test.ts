/** Whole editions by the command, each in a process of its own: without a cache, two at once that share an empty one, then from it. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "nianjian-cached-"));

/** A build of 2013, with the texts of 2012 before it → its files' digests, and what the log's last line says. */
async function build(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ status: number | null; files: Record<string, string>; cache: unknown; warnings: string[] }> {
  const out = join(dir, name);
  const child = spawn(process.execPath, ["--import", "tsx", "pipeline/cli.ts", "build", "2013", "--out", out, ...args], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (words: Buffer) => { log += words.toString("utf8"); });
  const status = await new Promise<number | null>((closed) => { child.on("close", closed); });
  const edition = join(out, "2013");
  const files = readdirSync(edition, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).sort();
  return { status, files: Object.fromEntries(files.map((path) => [path.slice(edition.length), createHash("sha256").update(readFileSync(path)).digest("hex")])), cache: (JSON.parse(log.trimEnd().split("\n").at(-1)!) as { cache?: unknown }).cache, warnings: (JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as { years: { warnings: string[] }[] }).years[0]!.warnings };
}

test("an edition has the same bytes without a cache, with one that two runs fill at once, with a full one, and with one that cannot be written", async () => {
  const cache = join(dir, "cache");
  const none = await build("none", ["--no-cache"], { NIANJIAN_CACHE: cache });
  expect(none).toMatchObject({ status: 0, cache: undefined });
  expect(Object.keys(none.files).length).toBeGreaterThan(20);
  const both = await Promise.all(["one", "two"].map((name) => build(name, ["--cache", cache])));
  const full = await build("full", [], { NIANJIAN_CACHE: cache, TZ: "America/New_York" });
  writeFileSync(join(dir, "file"), "");
  const unwritable = await build("unwritable", ["--cache", join(dir, "file")]);
  for (const { status, files } of [...both, full, unwritable]) expect({ status, files }).toEqual({ status: 0, files: none.files });
  expect(full).toMatchObject({ cache: { found: 14, made: 0 }, warnings: [] });
  expect(unwritable).toMatchObject({ cache: { found: 0, made: 14 }, warnings: [expect.stringContaining("the cache cannot be written")] });
}, 600_000);

test("check says where it cannot keep what it found, and finds the same", () => {
  const sources = join(dir, "2013"), file = join(dir, "no-folder");
  mkdirSync(sources);
  writeFileSync(join(sources, "01-热线.txt"), "截至2013年底.热线12条.其中省级5条.市级8条.\n");
  writeFileSync(file, "");
  const [without, unwritable] = [["--no-cache"], ["--cache", file]].map((args) => spawnSync(process.execPath, ["--import", "tsx", "pipeline/cli.ts", "check", "2013", "--sources", sources, ...args], { cwd: ROOT, encoding: "utf8" }));
  expect(without).toMatchObject({ stderr: "" });
  expect(unwritable).toMatchObject({ stdout: without!.stdout, status: without!.status });
  expect(unwritable!.stderr).toMatch(/^\S+no-folder: the cache cannot be written \(ENOTDIR\), .+\n$/u);
});
