import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { locale, node } from "../../pipeline/commands/doctor/checks.ts";
import { packages } from "../../pipeline/commands/doctor/packages.ts";
import { versionOf } from "../../pipeline/commands/doctor/program.ts";
import { judged, roomIn } from "../../pipeline/commands/doctor/room.ts";
import { wordsIn } from "../../pipeline/commands/words/index.ts";
import { nianjian } from "../fixtures/nianjian.ts";

const { doctor: words } = wordsIn("en");

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-"));
});

function put(path: string, content: unknown): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), JSON.stringify(content));
}

test.each([["20.15.0", "ok"], ["20.14.9", "fail"], ["18.20.0", "fail"], ["22.1.0", "ok"]])("Node %s: %s", (version, state) => expect(node(words, version).state).toBe(state));

test.each([
  [{ LANG: "zh_CN.UTF-8" }, "ok"],
  [{ LANG: "en_GB.utf8" }, "ok"],
  [{ LC_ALL: "C", LANG: "zh_CN.UTF-8" }, "note"],
  [{ LC_ALL: "", LC_CTYPE: "C.UTF-8", LANG: "C" }, "ok"],
  [{}, "note"], // a service of systemd
])("locale %j: %s", (env, state) => expect(locale(words, env).state).toBe(state));

test.each([[100e9, "ok"], [2e9, "ok"], [1.9e9, "note"], [200e6, "note"], [199e6, "fail"], [0, "fail"]])("%d bytes free: %s", (free, state) => expect(judged("outputs", free, words).state).toBe(state));

describe("a folder", () => {
  test("that is not there yet is judged by the one above it, and left as it was", () => expect(roomIn(join(dir, "a", "b"), words).state).not.toBe("fail"));
  test("that cannot be one is a failure with what to do", () => {
    writeFileSync(join(dir, "file"), "");
    expect(roomIn(join(dir, "file"), words)).toMatchObject({ state: "fail", words: expect.stringMatching(/cannot be written \(ENOTDIR\)\. Give yourself write access/u) });
  });
});

describe("packages", () => {
  const lock = (more: object) => put("package-lock.json", { packages: { "": { version: "0.1.0" }, "node_modules/a": { version: "1.0.0" }, "node_modules/a/node_modules/@s/b": { version: "2.0.0" }, ...more } });
  const install = (path: string, version: string) => put(`node_modules/${path}/package.json`, { version });
  test.each<[string, () => void, object]>([
    ["as the lockfile has them", () => {}, { state: "ok", words: expect.stringContaining("2 packages") }],
    ["those for development alone, or for other machines, may be missing", () => lock({ "node_modules/c": { version: "1.0.0", dev: true }, "node_modules/d": { version: "1.0.0", optional: true } }), { state: "ok" }],
    ["one that is missing", () => lock({ "node_modules/c": { version: "1.0.0" } }), { state: "fail", words: expect.stringMatching(/c – \(1\.0\.0\).*npm ci/u) }],
    ["another version", () => install("a/node_modules/@s/b", "2.0.1"), { state: "fail", words: expect.stringContaining("@s/b 2.0.1 (2.0.0)") }],
    ["many are counted", () => lock(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`node_modules/m${n}`, { version: "1.0.0" }]))), { state: "fail", words: expect.stringMatching(/m5 .*… 7/u) }],
  ])("%s", (_, change, diagnosis) => {
    lock({});
    install("a", "1.0.0");
    install("a/node_modules/@s/b", "2.0.0");
    change();
    expect(packages(words, dir)).toMatchObject(diagnosis);
  });
  test("without a lockfile, as in a bundle, there is a note", () => expect(packages(words, dir).state).toBe("note"));
});

test("the first program that is there says its version", () => {
  expect(versionOf(["no-such-program", process.execPath])).toBe(process.version);
  expect(versionOf(["no-such-program"])).toBeNull();
});

test("--json is one object with every check, in the language that is asked for", () => {
  const { status, stdout } = nianjian(["doctor", "--json", "--lang", "zh", "--out", dir]);
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ ok: true, words: expect.stringContaining("本机可以编制年鉴") });
  expect(told.checks.at(-1)).toMatchObject({ check: "build", state: "ok", words: expect.stringMatching(/两句话的文本编成 \d+ 个文件/u) });
  for (const { state } of told.checks) expect(["ok", "note"]).toContain(state);
  expect(status).toBe(0);
});
