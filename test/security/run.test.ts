/** The bundle makes an edition while it is watched: no network, no code from strings, one other program, nothing read outside of the program and its sources, nothing written outside of the outputs.
 *  The bytes are those of the sources run by tsx. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOME } from "../../pipeline/home.ts";

const WATCH = fileURLToPath(new URL("watch.mjs", import.meta.url));
interface Seen { kind: "read" | "write" | "start" | "network"; path: string }

/** One folder below the program, where dist/ is. */
let bundle = "", temporary = "";
beforeAll(() => {
  temporary = realpathSync(mkdtempSync(join(tmpdir(), "watched-")));
  bundle = mkdtempSync(join(HOME, "dist-test-"));
  const { scripts } = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { scripts: { dist: string } };
  const flags = /esbuild (.*?) --outdir/u.exec(scripts.dist)![1]!.split(" ");
  const { status, stderr } = spawnSync(join(HOME, "node_modules/.bin/esbuild"), [...flags, `--outdir=${bundle}`], { cwd: HOME, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
  rmSync(temporary, { recursive: true, force: true });
});

/** Runs Node with what the schedules run it with, and the watch. */
function watched(args: readonly string[], cwd: string): { status: number | null; stderr: string; seen: Seen[] } {
  const log = join(temporary, "seen.jsonl");
  const { status, stderr } = spawnSync(process.execPath, ["--enable-source-maps", "--disallow-code-generation-from-strings", "--import", WATCH, ...args], { cwd, encoding: "utf8", env: { ...process.env, WATCH_LOG: log, NIANJIAN_CACHE: join(temporary, "cache") } });
  return { status, stderr, seen: readFileSync(log, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Seen) };
}

/** All files below a folder, by name, with their bytes. */
const contents = (dir: string) => new Map(readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [join(entry.parentPath, entry.name).slice(dir.length), readFileSync(join(entry.parentPath, entry.name)).toString("base64")]));

test("an edition", { timeout: 300_000 }, () => {
  const out = join(temporary, "out"), elsewhere = join(temporary, "elsewhere");
  mkdirSync(elsewhere);
  const { status, stderr, seen } = watched([join(bundle, "cli.js"), "build", "2013", "--out", out], elsewhere);
  expect(status, stderr).toBe(0);
  const paths = (kind: Seen["kind"]) => [...new Set(seen.filter((one) => one.kind === kind).map(({ path }) => path))];
  const within = (path: string, ...dirs: string[]) => dirs.some((dir) => path === dir || path.startsWith(`${dir.replace(/\/$/u, "")}/`));
  expect(paths("network")).toEqual([]);
  expect(paths("start").filter((command) => !command.startsWith("flock "))).toEqual([]);
  expect(paths("write")).toContainEqual(expect.stringMatching(/manifest\.json$/u));
  expect(paths("write").filter((path) => !within(path, out, join(temporary, "cache")))).toEqual([]);
  expect(paths("read")).toContainEqual(expect.stringMatching(/sources\/2013\/edition\.yaml$/u));
  expect(paths("read").filter((path) => !within(path, HOME, out, join(temporary, "cache")))).toEqual([]);
  expect(readdirSync(elsewhere)).toEqual([]);

  const other = join(temporary, "other");
  const { status: asSource } = spawnSync(process.execPath, ["--import", "tsx", "pipeline/cli.ts", "build", "2013", "--out", other], { cwd: HOME });
  expect(asSource).toBe(0);
  expect(contents(realpathSync(join(out, "2013")))).toEqual(contents(realpathSync(join(other, "2013"))));
});

describe("the watch", () => {
  const run = (text: string) => {
    const file = join(temporary, "tries.mjs");
    writeFileSync(file, text);
    return watched([file], temporary);
  };

  test.each([
    ["connect", 'import { connect } from "node:net"; connect(9, "127.0.0.1");'],
    ["listen", 'import { createServer } from "node:net"; createServer().listen(0, "127.0.0.1");'],
    ["connect", 'import { get } from "node:http"; get("http://127.0.0.1:9");'],
    ["fetch", 'await fetch("http://127.0.0.1:9");'],
    ["dns lookup", 'import { lookup } from "node:dns/promises"; await lookup("localhost");'],
    ["dgram send", 'import { createSocket } from "node:dgram"; createSocket("udp4").send("a", 9, "127.0.0.1");'],
  ])("refuses %s", (what, text) => {
    const { status, seen } = run(text);
    expect(status).not.toBe(0);
    expect(seen).toContainEqual({ kind: "network", path: what });
  });

  test("sees what is written, read and started", () => {
    const { seen } = run('import { writeFileSync } from "node:fs"; import { open, readFile } from "node:fs/promises"; import { spawnSync } from "node:child_process"; writeFileSync("a", ""); await (await open("b", "w")).close(); await readFile("a"); spawnSync("true", ["c"]);');
    const at = (name: string) => join(temporary, name);
    expect(seen).toEqual(expect.arrayContaining([{ kind: "write", path: at("a") }, { kind: "write", path: at("b") }, { kind: "read", path: at("a") }, { kind: "start", path: "true c" }]));
  });

  test("lets no code be made from strings", () => {
    expect(run('new Function("return 1")();').stderr).toContain("EvalError");
  });
});
