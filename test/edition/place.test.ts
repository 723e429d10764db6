import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, readdirSync, statSync, writeFileSync } from "node:fs";
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
/** An edition to be placed, of a few words; a revision of its own unless it is said to be the one shown `again`, or a `draft`. */
const made = (words: string, { draft = false, again = false } = {}) => () => Promise.resolve({ files: files(words), draft, again });
const shown = () => readFileSync(join(out, "2013", "book.pdf"), "utf8");
const editions = () => readdirSync(join(out, ".editions")).filter((name) => !name.endsWith(".lock"));

test("an edition stands under its year, all files of it", async () => {
  expect(await place(2013, made("one"), out, machine)).toMatchObject({ path: join(out, "2013"), fresh: true });
  expect(shown()).toBe("one");
  expect(readFileSync(join(out, "2013", "data", "facts.jsonl"), "utf8")).toBe("one facts");
});

test("all published editions are kept", async () => {
  for (const words of ["one", "two", "three"]) await place(2013, made(words), out, machine);
  expect(shown()).toBe("three");
  expect(editions().map((name) => readFileSync(join(out, ".editions", name, "book.pdf"), "utf8")).sort()).toEqual(["one", "three", "two"]);
});

test("the same edition again changes nothing", async () => {
  for (const words of ["one", "two"]) await place(2013, made(words), out, machine);
  const before = [readlinkSync(join(out, "2013")), statSync(join(out, "2013", "book.pdf")).mtimeMs];
  expect(await place(2013, made("two", { again: true }), out, machine)).toMatchObject({ fresh: false });
  expect([readlinkSync(join(out, "2013")), statSync(join(out, "2013", "book.pdf")).mtimeMs]).toEqual(before);
  expect(editions()).toHaveLength(2);
});

test("an edition that was tampered with is written anew, in its own place", async () => {
  for (const words of ["one", "two"]) await place(2013, made(words), out, machine);
  const before = readlinkSync(join(out, "2013"));
  writeFileSync(join(out, "2013", "book.pdf"), "else");
  for (let n = 0; n < 2; n++) await place(2013, made("two", { again: true }), out, machine);
  expect(shown()).toBe("two");
  expect(readlinkSync(join(out, "2013"))).not.toBe(before);
  expect(editions()).toHaveLength(2);
});

describe("a draft", () => {
  const draft = () => readFileSync(join(out, "2013-draft", "book.pdf"), "utf8");

  test("stands beside the published edition, which stays as it was", async () => {
    await place(2013, made("one"), out, machine);
    expect(await place(2013, made("in work", { draft: true }), out, machine)).toMatchObject({ path: join(out, "2013-draft") });
    expect([shown(), draft()]).toEqual(["one", "in work"]);
  });

  test("takes the place of the draft before", async () => {
    for (const words of ["one", "two"]) await place(2013, made(words, { draft: true }), out, machine);
    expect(draft()).toBe("two");
    expect(editions()).toHaveLength(1);
    expect(existsSync(join(out, "2013"))).toBe(false);
  });

  test("goes when the edition is published", async () => {
    await place(2013, made("in work", { draft: true }), out, machine);
    await place(2013, made("one"), out, machine);
    expect(readdirSync(out).sort()).toEqual([".editions", "2013"]);
    expect(editions()).toHaveLength(1);
  });
});

test("nothing is made while another run holds the year", async () => {
  const lock = await machine.lock(join(out, ".editions", "2013.lock"));
  let asked = false;
  const make = () => {
    asked = true;
    return made("one")();
  };
  await expect(place(2013, make, out, machine)).rejects.toThrow();
  expect(asked).toBe(false);
  await lock!.release();
});

test("years do not touch each other", async () => {
  await place(2012, made("old"), out, machine);
  for (const words of ["one", "two", "three"]) await place(2013, made(words), out, machine);
  expect(readFileSync(join(out, "2012", "book.pdf"), "utf8")).toBe("old");
});

describe("whatever fails, the former edition is shown as it was", () => {
  const operations = ["write", "settle", "rename", "link"] as const;
  test.each(operations)("%s fails", async (operation) => {
    await place(2013, made("one"), out, machine);
    const failing: Disk = { ...machine, [operation]: () => Promise.reject(new Error("no space")) };
    await expect(place(2013, made("two"), out, failing)).rejects.toThrow("no space");
    expect(shown()).toBe("one");
    await place(2013, made("two"), out, machine); // what the failure left behind does not stand in the way
    expect(shown()).toBe("two");
    expect(editions().filter((name) => name.includes("building"))).toEqual([]);
  });
});

test("a folder that stands in the link's place is not touched", async () => {
  mkdirSync(join(out, "2013"));
  await expect(place(2013, made("one"), out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 73, message: expect.stringContaining("not a link to an edition") }));
  expect(existsSync(join(out, "2013", "book.pdf"))).toBe(false);
});

test("two runs do not write one edition at a time", async () => {
  const lock = await machine.lock(join(out, ".editions", "2013.lock"));
  await expect(place(2013, made("one"), out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 75 }));
  await lock!.release();
  await place(2013, made("one"), out, machine);
  expect(shown()).toBe("one");
});

test("a folder that cannot be made is an error, not a wait without end", async () => {
  await expect(machine.makeFolder("/proc/nianjian/outputs")).rejects.toThrow(/ENOENT/u);
});
