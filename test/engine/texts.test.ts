import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { processDocument, type Processed } from "../../pipeline/document.ts";
import { openCache } from "../../pipeline/engine/cache.ts";
import { processTexts, type Means } from "../../pipeline/engine/texts.ts";
import { Correction } from "../../schemas/correction.ts";
import type { Document } from "../../schemas/source.ts";
import { model, raw } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";

const ROOMY = { most: 1e9, spare: 0 };
const sentences = (n: number) => `${n}号热线概况\n一.主要做法.2013年底.省级热线接通率达到${80 + n}.5.比上年提高2.1个百分点.其中.甲市、乙市等${n + 2}个市接入.在受理方面.由单一电话接听向多渠道受理转变.协调机制仍不健全.`;
const DOCUMENTS = Array.from({ length: 12 }, (_, n) => raw(sentences(n), `${String(n).padStart(2, "0")}-热线`));
const MEANS: Means = { model: { digest: "m", decoded: () => model }, registers, corrections: [] };
const signed = { who: "甲", when: "2014-01-01", why: "据原件" };
const placed = (line: number, one: object) => ({ correction: Correction.parse({ ...signed, ...one }), at: `corrections.yaml:${line}` });
const MARK = placed(2, { action: "set", repair: { text: "03-热线", around: "达到83［.］5" }, reads: "%，" });

interface Run { readonly documents: readonly Document[]; readonly means: Means; readonly code: string }
const USUAL: Run = { documents: DOCUMENTS, means: MEANS, code: "1" };

/** A run over the cache in a folder, with the ids of the texts that it processed. */
async function run(dir: string | null, { documents, means, code }: Run = USUAL): Promise<{ texts: Processed[]; made: string[]; counts: object | undefined }> {
  const made: string[] = [];
  const way: typeof processDocument = (document, ...rest) => {
    made.push(document.id);
    return processDocument(document, ...rest);
  };
  const cache = dir === null ? null : openCache(dir, code, ROOMY);
  const texts = await processTexts(documents, means, { cache, way });
  return { texts, made, counts: cache?.counts };
}
const folder = () => mkdtempSync(join(tmpdir(), "nianjian-texts-"));
const all = DOCUMENTS.map(({ id }) => id);

test("texts come out the same without a cache, with an empty one and with a full one", async () => {
  const dir = folder();
  const [none, cold, warm] = [await run(null), await run(dir), await run(dir)];
  expect([none.made, cold.made, warm.made]).toEqual([all, all, []]);
  expect([cold.counts, warm.counts]).toEqual([{ found: 0, made: 12 }, { found: 12, made: 0 }]);
  expect(none.texts.every(({ facts, restored }) => facts.length > 2 && restored.repairs.length > 2)).toBe(true);
  for (const { texts } of [cold, warm]) {
    expect(texts).toStrictEqual(none.texts);
    expect(JSON.stringify(texts.map(({ facts, unproven }) => ({ facts, unproven })))).toBe(JSON.stringify(none.texts.map(({ facts, unproven }) => ({ facts, unproven }))));
  }
});

test("where all texts are found, nobody asks for the weights", async () => {
  const dir = folder();
  await run(dir);
  const decoded = () => { throw new Error("asked for"); };
  expect((await run(dir, { ...USUAL, means: { ...MEANS, model: { digest: "m", decoded } } })).texts).toHaveLength(12);
});

const other = (n: number, change: Partial<Document>) => ({ documents: DOCUMENTS.map((document, i) => (i === n ? { ...document, ...change } : document)) });
const means = (change: Partial<Means>) => ({ means: { ...MEANS, ...change } });

describe("a change processes again what hangs on it, and nothing else", () => {
  test.each<[string, Partial<Run>, string[]]>([
    ["one text of many", other(5, { text: `${DOCUMENTS[5]!.text}又接通1家.` }), ["05-热线"]],
    ["a text's name", other(5, { id: "05-专线" }), ["05-专线"]],
    ["two texts that change places", { documents: [DOCUMENTS[1]!, DOCUMENTS[0]!, ...DOCUMENTS.slice(2)] }, []],
    ["a text that goes", { documents: DOCUMENTS.slice(1) }, []],
    ["a text saved in another encoding", other(5, { digest: "1".repeat(64), bytes: 7, encoding: "gb18030" }), []],
    ["the folder of a text", other(5, { path: "elsewhere/05-热线.txt" }), []],
    ["the code", { code: "2" }, all],
    ["the weights", means({ model: { digest: "n", decoded: () => model } }), all],
    ["an organisation", means({ registers: { ...registers, organisations: [...registers.organisations, { name: "热线管理处", short: [] }] } }), all],
    ["a unit", means({ registers: { ...registers, units: registers.units.slice(1) } }), all],
    ["a region", means({ registers: { ...registers, regions: registers.regions.slice(1) } }), all],
    ["words that only the edition reads", means({ registers: { ...registers, glossary: [], pinyin: {}, regionsDate: "2013-01" } as typeof registers }), []],
    ["a correction of a repair", means({ corrections: [MARK] }), ["03-热线"]],
    ["a correction of a fact", means({ corrections: [placed(2, { action: "drop", text: "03-热线", quote: "协调机制仍不健全" })] }), []],
  ])("%s", async (_, change, ids) => {
    const dir = folder();
    await run(dir);
    const changed = { ...USUAL, ...change };
    const again = await run(dir, changed);
    expect(again.made).toEqual(ids);
    expect(again.texts).toStrictEqual((await run(null, changed)).texts);
  });

  test.each<[string, typeof MARK, string[]]>([
    ["is the same on another line", { ...MARK, at: "corrections.yaml:31" }, []],
    ["reads otherwise", placed(2, { action: "set", repair: { text: "03-热线", around: "达到83［.］5" }, reads: "%。" }), ["03-热线"]],
    ["is signed by another", { ...MARK, correction: { ...MARK.correction, who: "乙" } }, ["03-热线"]],
  ])("a correction that %s", async (_, correction, ids) => {
    const dir = folder();
    await run(dir, { ...USUAL, ...means({ corrections: [MARK] }) });
    const changed = { ...USUAL, ...means({ corrections: [correction] }) };
    const again = await run(dir, changed);
    expect(again.made).toEqual(ids);
    expect(again.texts).toStrictEqual((await run(null, changed)).texts);
  });
});

test("a correction that finds nothing says so each time, with its line of the day", async () => {
  const dir = folder();
  for (const line of [2, 9]) {
    const wrong = placed(line, { action: "confirm", repair: { text: "03-热线", around: "没有［.］此处" } });
    await expect(run(dir, { ...USUAL, ...means({ corrections: [wrong] }) })).rejects.toThrow(`corrections.yaml:${line}: 03-热线 has nowhere`);
  }
});
