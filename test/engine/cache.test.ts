import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cached, openCache, seal, unseal, type Cache, type Keeping } from "../../pipeline/engine/cache.ts";

const ROOMY = { most: 1e9, spare: 0 };
const asItIs: Keeping<unknown, unknown> = { dependsOn: (input) => [input], pack: (output) => output, unpack: (kept) => kept };

/** A cache that lives in memory, its entries as they would lie on the disk. */
function inMemory(entries = new Map<string, Buffer>()): Cache {
  return {
    code: "1",
    find: (key) => (entries.has(key) ? unseal(key, entries.get(key)!) : undefined),
    keep: (key, json) => entries.set(key, seal(key, json)),
    tidy: () => {},
    counts: { found: 0, made: 0 },
    warning: () => null,
  };
}

describe("what comes from the cache is what the part gives", () => {
  test("whatever it gives", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true, stringUnit: "binary" });
    fc.assert(fc.property(anything, (output) => {
      const part = cached(() => output, asItIs, inMemory());
      const [first, second] = [part(0), part(0)];
      expect(first).toBe(output);
      expect(isDeepStrictEqual(second, output)).toBe(true);
    }));
  });

  test("and JSON comes from the cache, its fields in their order", () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }).filter((value) => isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)), (output) => {
      const cache = inMemory();
      const part = cached(() => output, asItIs, cache);
      part(0);
      expect(JSON.stringify(part(0))).toBe(JSON.stringify(output));
      expect(cache.counts).toEqual({ found: 1, made: 1 });
    }));
  });

  test.each<[string, unknown]>([
    ["undefined", undefined], ["a field that is undefined", { valueHigh: undefined }], ["minus nought", [-0]], ["no number", NaN], ["endless", Infinity], ["a Map", new Map([[1, 2]])], ["a Set", new Set([1])],
    ["a day", new Date(0)], ["bytes", Uint8Array.of(1)], ["a hole", [, 1]], ["a great whole number", 1n], ["a function", () => 1], // oxlint-disable-line no-sparse-arrays
  ])("%s is made anew each time", (_, output) => {
    const cache = inMemory();
    const part = cached(() => output, asItIs, cache);
    expect([part(0), part(0)]).toEqual([output, output]);
    expect(cache.counts).toEqual({ found: 0, made: 2 });
  });

  test("half a surrogate pair is a text of its own", () => {
    const part = cached((text) => `${text as string}!`, asItIs, inMemory());
    expect(["\uD800", "\uD801", "\uFFFD", "\uD800"].map(part)).toEqual(["\uD800!", "\uD801!", "\uFFFD!", "\uD800!"]);
  });
});

test("what a part throws is not kept", () => {
  const cache = inMemory();
  const part = cached(() => { throw new Error("no such place"); }, asItIs, cache);
  for (let i = 0; i < 2; i++) expect(() => part(0)).toThrow("no such place");
});

test("other code finds nothing, and neither do other inputs", () => {
  const entries = new Map<string, Buffer>();
  cached(() => 1, asItIs, inMemory(entries))(0);
  for (const [code, input] of [["2", 0], ["1", 1], ["1", "0"]] as const) expect(cached(() => 2, asItIs, { ...inMemory(entries), code })(input)).toBe(2);
});

describe("damage to an entry is a miss, and the entry is written again", () => {
  const KEYS = [0, 1];
  test.each<[string, (entry: string, other: string) => void]>([
    ["half of it is there", (entry) => truncateSync(entry, readFileSync(entry).length >> 1)],
    ["its digest alone is there", (entry) => truncateSync(entry, 32)],
    ["a part of its digest is there", (entry) => truncateSync(entry, 7)],
    ["it is empty", (entry) => truncateSync(entry, 0)],
    ["its first byte is another", (entry) => flip(entry, 0)],
    ["its last byte is another", (entry) => flip(entry, -1)],
    ["it has a byte too many", (entry) => writeFileSync(entry, Buffer.concat([readFileSync(entry), Buffer.of(0)]))],
    ["it is of another kind", (entry) => writeFileSync(entry, "{}")],
    ["it was made for another key", (entry, other) => writeFileSync(entry, readFileSync(other))],
    ["an empty folder stands in its place", (entry) => standIn(entry, () => mkdirSync(entry))],
    ["a folder with files stands in its place", (entry) => standIn(entry, () => {
      mkdirSync(join(entry, "sub"), { recursive: true });
      writeFileSync(join(entry, "sub", "file"), "");
    })],
    ["a link to another entry stands in its place", (entry, other) => standIn(entry, () => symlinkSync(other, entry))],
    ["a link to nothing stands in its place", (entry) => standIn(entry, () => symlinkSync("/nowhere", entry))],
    ["a pipe stands in its place", (entry) => standIn(entry, () => spawnSync("mkfifo", [entry]))],
  ])("%s", (_, damage) => {
    const dir = mkdtempSync(join(tmpdir(), "nianjian-cache-"));
    const run = () => {
      const cache = openCache(dir, "1", ROOMY);
      const outputs = KEYS.map(cached((input) => ({ twice: 2 * (input as number) }), asItIs, cache));
      return { outputs, ...cache.counts, warning: cache.warning() };
    };
    const outputs = [{ twice: 0 }, { twice: 2 }];
    expect(run()).toEqual({ outputs, found: 0, made: 2, warning: null });
    const [entry, other] = entriesIn(dir) as [string, string];
    damage(entry, other);
    expect(run()).toEqual({ outputs, found: 1, made: 1, warning: null });
    expect(run()).toEqual({ outputs, found: 2, made: 0, warning: null });
    rmSync(dir, { recursive: true });
  });

  test("wherever a byte has changed, or the entry ends", () => {
    const entry = seal("key", JSON.stringify({ text: "接通率达到92.5%" }));
    fc.assert(fc.property(fc.nat(entry.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(entry);
      changed[at]! ^= by;
      expect(unseal("key", changed)).toBeUndefined();
      expect(unseal("key", entry.subarray(0, at))).toBeUndefined();
    }));
    expect(unseal("key", entry)).toEqual({ text: "接通率达到92.5%" });
    expect(unseal("other", entry)).toBeUndefined();
  });
});

const entriesIn = (dir: string): string[] => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).sort();

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  writeFileSync(path, bytes);
}

function standIn(path: string, make: () => unknown): void {
  rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  make();
}
