import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { machine, type Disk } from "../../pipeline/publish/disk.ts";
import { place } from "../../pipeline/publish/place.ts";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "nianjian-"));
});

const files = (words: string) => [{ name: "book.pdf", bytes: Buffer.from(words) }, { name: "data/facts.jsonl", bytes: Buffer.from(`${words} facts`) }];
const shown = () => readFileSync(join(out, "2013", "book.pdf"), "utf8");
const editions = () => readdirSync(join(out, ".editions")).filter((name) => !name.endsWith(".lock"));

test("an edition stands under its year, all files of it", async () => {
  expect(await place(2013, files("one"), out, machine)).toBe(join(out, "2013"));
  expect(shown()).toBe("one");
  expect(readFileSync(join(out, "2013", "data", "facts.jsonl"), "utf8")).toBe("one facts");
});

test("the one before is kept, the ones before that are not", async () => {
  for (const words of ["one", "two", "three"]) await place(2013, files(words), out, machine);
  expect(shown()).toBe("three");
  expect(editions()).toHaveLength(2);
  expect(editions().map((name) => readFileSync(join(out, ".editions", name, "book.pdf"), "utf8")).sort()).toEqual(["three", "two"]);
});

test("the same edition again changes nothing: the one before is still kept", async () => {
  for (const words of ["one", "two", "two"]) await place(2013, files(words), out, machine);
  expect(editions()).toHaveLength(2);
});

test("an edition that was tampered with is written anew", async () => {
  await place(2013, files("one"), out, machine);
  const before = readlinkSync(join(out, "2013"));
  writeFileSync(join(out, "2013", "book.pdf"), "else");
  await place(2013, files("one"), out, machine);
  expect(shown()).toBe("one");
  expect(readlinkSync(join(out, "2013"))).not.toBe(before);
});

test("years do not touch each other", async () => {
  await place(2012, files("old"), out, machine);
  for (const words of ["one", "two", "three"]) await place(2013, files(words), out, machine);
  expect(readFileSync(join(out, "2012", "book.pdf"), "utf8")).toBe("old");
});

describe("whatever fails, the former edition is shown as it was", () => {
  const operations = ["write", "settle", "rename", "link"] as const;
  test.each(operations)("%s fails", async (operation) => {
    await place(2013, files("one"), out, machine);
    const failing: Disk = { ...machine, [operation]: () => Promise.reject(new Error("no space")) };
    await expect(place(2013, files("two"), out, failing)).rejects.toThrow("no space");
    expect(shown()).toBe("one");
    await place(2013, files("two"), out, machine); // what the failure left behind does not stand in the way
    expect(shown()).toBe("two");
    expect(editions().filter((name) => name.includes("building"))).toEqual([]);
  });
});

test("a folder that stands in the link's place is not touched", async () => {
  mkdirSync(join(out, "2013"));
  await expect(place(2013, files("one"), out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 73, message: expect.stringContaining("not a link to an edition") }));
  expect(existsSync(join(out, "2013", "book.pdf"))).toBe(false);
});

test("two runs do not write one edition at a time", async () => {
  const lock = await machine.lock(join(out, ".editions", "2013.lock"));
  await expect(place(2013, files("one"), out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 75 }));
  await lock!.release();
  await place(2013, files("one"), out, machine);
  expect(shown()).toBe("one");
});

test("a folder that cannot be made is an error, not a wait without end", async () => {
  await expect(machine.makeFolder("/proc/nianjian/outputs")).rejects.toThrow(/ENOENT/u);
});
