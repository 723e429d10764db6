/** Whole editions by the command, each in a process of its own: without a cache, two at once that share an empty one, then from it. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
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
