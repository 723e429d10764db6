import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../pipeline/engine/store.ts";

const ROOMY = { most: 1e9, spare: 0 };
const keyOf = (n: number) => n.toString(16).padStart(2, "0").padEnd(64, "0");
const pathOf = (n: number) => join(dir, keyOf(n).slice(0, 2), keyOf(n).slice(2));
const bytes = (n: number) => Buffer.alloc(n, "x");
const daysAgo = (path: string, days: number) => utimesSync(path, new Date(), new Date(Date.now() - days * 86_400_000));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-store-"));
});

test("what was written is read, and nothing else lies there", () => {
  const store = openStore(dir, ROOMY);
  expect(store.read(keyOf(1))).toBeNull();
  store.write(keyOf(1), bytes(10));
  store.write(keyOf(1), bytes(20));
  expect(openStore(dir, ROOMY).read(keyOf(1))).toEqual(bytes(20));
  expect(readdirSync(dir, { recursive: true })).toEqual([keyOf(1).slice(0, 2), join(keyOf(1).slice(0, 2), keyOf(1).slice(2))]);
  expect(store.warning()).toBeNull();
});

describe("a folder that cannot be written is a warning, once, and no error", () => {
  test.each<[string, () => string]>([
    ["a file stands in its place", () => {
      writeFileSync(join(dir, "file"), "");
      return join(dir, "file");
    }],
    ["a file stands above it", () => {
      writeFileSync(join(dir, "file"), "");
      return join(dir, "file", "cache");
    }],
    ["the file system has no such folders", () => "/proc/nianjian/cache"],
  ])("%s", (_, place) => {
    const store = openStore(place(), ROOMY);
    for (const n of [1, 2]) store.write(keyOf(n), bytes(10));
    expect(store.warning()).toMatch(/: the cache cannot be written \(E[A-Z]+\), so texts will be processed again next time\. .*--cache\.$/u);
    expect(store.read(keyOf(1))).toBeNull();
    expect(() => store.tidy()).not.toThrow();
  });

  test("the disk is nearly full: what lies there still serves", () => {
    openStore(dir, ROOMY).write(keyOf(1), bytes(10));
    const store = openStore(dir, { most: 1e9, spare: 1e18 });
    store.write(keyOf(2), bytes(10));
    expect(store.warning()).toMatch(/: the cache is not written, as its disk has \d+ MB free/u);
    expect([store.read(keyOf(1)), store.read(keyOf(2))]).toEqual([bytes(10), null]);
  });
});

describe("beyond the bound", () => {
  test("the entries go that were used longest ago, none that this run has used", () => {
    const before = openStore(dir, ROOMY);
    for (const n of [1, 2, 3, 4]) {
      before.write(keyOf(n), bytes(100));
      daysAgo(pathOf(n), 10 - n);
    }
    const store = openStore(dir, { most: 350, spare: 0 });
    store.read(keyOf(1));
    store.write(keyOf(5), bytes(100));
    store.tidy();
    expect([1, 2, 3, 4, 5].filter((n) => existsSync(pathOf(n)))).toEqual([1, 4, 5]);
  });

  test("nothing goes where nothing was written", () => {
    openStore(dir, ROOMY).write(keyOf(1), bytes(100));
    const store = openStore(dir, { most: 0, spare: 0 });
    store.tidy();
    expect(store.read(keyOf(1))).toEqual(bytes(100));
  });

  test("only entries go, and what a run that was killed left unfinished", () => {
    const store = openStore(dir, { most: 0, spare: 0 });
    store.write(keyOf(1), bytes(1));
    const others = [join(dir, "README"), join(dir, "ab"), join(dir, keyOf(1).slice(0, 2), "notes.txt")];
    for (const path of others) if (path.endsWith("ab")) mkdirSync(path); else writeFileSync(path, "");
    const [left, writing] = [`${pathOf(1)}.77-1`, `${pathOf(1)}.78-1`];
    for (const path of [left, writing]) writeFileSync(path, "");
    for (const path of [left, ...others]) daysAgo(path, 400);
    store.tidy();
    expect(others.filter((path) => !existsSync(path))).toEqual([]);
    expect([existsSync(left), existsSync(writing)]).toEqual([false, true]);
  });
});

test("an entry that is used is as new again", () => {
  openStore(dir, ROOMY).write(keyOf(1), bytes(1));
  daysAgo(pathOf(1), 300);
  const { mtimeMs } = statSync(pathOf(1));
  openStore(dir, ROOMY).read(keyOf(1));
  expect(statSync(pathOf(1)).mtimeMs).toBeGreaterThan(mtimeMs + 86_400_000);
});
