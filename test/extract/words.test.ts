/** Lists of words: the files hold what their schemas want, and a mistake is told with its place. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COUNTING, MEASURING } from "../../pipeline/extract/units.ts";
import { checked, flat, SCHEMAS, words, type ListName } from "../../pipeline/extract/words/index.ts";
import { parseYaml } from "../../pipeline/read/yaml.ts";

const names = Object.keys(SCHEMAS) as ListName[];
const fileOf = (name: ListName) => new URL(`../../pipeline/extract/words/${name}.json`, import.meta.url).pathname;

// JSON is YAML: read so, a mistake in a file fails here with its line.
test.each(names)("%s.json is as its schema wants it", (name) => expect(parseYaml(fileOf(name), readFileSync(fileOf(name), "utf8"), SCHEMAS[name]).value).toEqual(words(name)));

test("a word measures or counts, never both, and stands once", () => {
  expect(MEASURING.filter((unit) => COUNTING.includes(unit))).toEqual([]);
  expect([new Set(MEASURING).size, new Set(COUNTING).size]).toEqual([MEASURING.length, COUNTING.length]);
});

test("groups are one list to the rules", () => expect(flat({ length: ["米"], area: ["亩", "公顷"] })).toEqual(["米", "亩", "公顷"]));

describe("a mistake is told with its file and its place", () => {
  const units = (measuring: unknown) => ({ about: "units", measuring, counting: { bodies: ["家"] } });
  test.each([
    ["a word that stands twice", units({ length: ["米"], area: ["亩", "米"] }), "pipeline/extract/words/units.json: measuring.area.1: 米 stands twice. Take one of them out."],
    ["a word with a space", units({ length: ["公 里"] }), "pipeline/extract/words/units.json: measuring.length.0: a word without spaces"],
    ["a kind that is missing", { about: "units", measuring: { length: ["米"] } }, "pipeline/extract/words/units.json: counting: "],
  ])("%s", (_, content, message) => expect(() => checked("units", content)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringContaining(message) })));
});
