import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctRepairs } from "../../pipeline/correct/index.ts";
import { outline } from "../../pipeline/outline/index.ts";
import { restore } from "../../pipeline/restore/index.ts";
import { Correction } from "../../schemas/correction.ts";
import { Restored } from "../../schemas/repair.ts";
import { model, raw } from "../fixtures/processed.ts";

const ID = "01-热线";
const MARKS = /《〔题名缺失〕》|[\s.,;:!?%'"()，、。；：！？％“”‘’（）《》]/gu;

const known = new Map<string, Restored>();
/** A text as restoration leaves it, made once. */
function before(text: string): Restored {
  if (!known.has(text)) known.set(text, restore(raw(text, ID), model));
  return known.get(text)!;
}

/** Corrections of one text; where each stands is given by the words around it, or by offsets. */
const placed = (wanted: readonly Wanted[]) => wanted.map(({ around, start, end, kind, ...rest }, i) => ({
  correction: Correction.parse({ action: "set", who: "编辑甲", when: "2014-05-20", why: "据原件", repair: { text: ID, ...(around === undefined ? { start, end } : { around }), kind }, ...rest }),
  at: `corrections.yaml:${i + 2}`,
}));
interface Wanted { action?: string; around?: string; start?: number; end?: number; kind?: string; reads?: string; heading?: number }

/** The laws hold after every correction: the map leads back, headings are lines, words and figures are those of the raw text. */
function correct(text: string, ...wanted: Wanted[]) {
  const after = correctRepairs(text, before(text), placed(wanted));
  const { restored } = after;
  Restored.parse(restored);
  expect(restored.text.replace(MARKS, "")).toBe(text.replace(MARKS, ""));
  expect(restored.from).toHaveLength(restored.text.length);
  expect(restored.to).toHaveLength(restored.text.length);
  const words = restored.text.replace(/《〔题名缺失〕》/gu, (title) => "，".repeat(title.length));
  const goesAstray = (i: number) => restored.from[i]! > restored.to[i]! || (i > 0 && restored.from[i]! < restored.from[i - 1]!)
    || (words[i]!.replace(MARKS, "") !== "" && !text.slice(restored.from[i], restored.to[i]).includes(words[i]!)); // a word stands for itself
  expect([...words.split("").keys()].filter(goesAstray)).toEqual([]);
  for (const { span, raw: stood } of restored.repairs) expect(text.slice(span.start, span.end)).toBe(stood);
  expect(restored.repairs.map(({ span }) => span.start)).toEqual(restored.repairs.map(({ span }) => span.start).toSorted((a, b) => a - b));
  for (const { start, end } of restored.headings) {
    expect(start === 0 || restored.text[start - 1] === "\n").toBe(true);
    expect(end === restored.text.length || restored.text[end] === "\n").toBe(true);
    expect(restored.text.slice(start, end)).not.toContain("\n");
  }
  for (const { start, end, text: sentence } of outline(restored).sentences) expect(restored.text.slice(start, end)).toBe(sentence);
  return after;
}
const textOf = (text: string, ...wanted: Wanted[]) => correct(text, ...wanted).restored.text;

const RATES = "省级热线接通率达到92.5.地市级热线接通率为81.县级热线为63.";
const PLACE = "为81［.］县级";

describe("what restoration made of it", () => {
  test("is the text that the examples below correct", () => expect(textOf(RATES)).toBe("省级热线接通率达到92.5%，地市级热线接通率为81%，县级热线为63%。"));
});

describe("a repair is set", () => {
  test.each([
    ["to another mark", PLACE, "%；", "为81%；县级"],
    ["to a mark alone", PLACE, "；", "为81；县级"],
    ["to a sign alone", PLACE, "%", "为81%县级"],
    ["to nothing", PLACE, "", "为81县级"],
    ["to what the raw text has", PLACE, ".", "为81.县级"],
    ["to a title that was lost", PLACE, "%，《〔题名缺失〕》", "为81%，《〔题名缺失〕》县级"],
    ["found by the words as they are printed", "为81［%，］县级热线", "%；", "为81%；县级"],
  ])("%s", (_, around, reads, words) => {
    const { restored, applied } = correct(RATES, { around, reads });
    expect(restored.text).toContain(words);
    const at = RATES.indexOf("81.") + 2;
    expect(restored.repairs.filter(({ span }) => span.start === at)).toEqual([expect.objectContaining({ span: { start: at, end: at + 1 }, raw: ".", restored: reads, reason: "编者订正", confidence: 1 })]);
    expect(applied).toMatchObject([{ target: "repair", id: `${ID}:repair:${at}-${at + 1}`, document: ID, quote: ".", changes: [{ field: "restored", before: "%，", after: reads }] }]);
  });

  test("by its offset", () => expect(textOf(RATES, { start: RATES.indexOf("81.") + 2, reads: "%；" })).toContain("为81%；县级"));
  test("and set again by the one after it", () => expect(textOf(RATES, { around: PLACE, reads: "%。" }, { around: "为81［%。］县级", reads: "%；" })).toContain("为81%；县级"));
  test.each([["%", "percent"], ["。", "mark"], [".", "point"], ["”，", "quotation"], ["）", "bracket"], ["《〔题名缺失〕》", "title"]])("%s makes it a repair of kind %s", (reads, kind) => {
    expect(correct(RATES, { around: PLACE, reads }).restored.repairs.find(({ reason }) => reason === "编者订正")).toMatchObject({ kind });
  });
  test("in a text of several lines, blanks and line ends aside", () => expect(textOf("热线开通.\n群众满意.效果\n很好.", { around: "热线开通.群众满意［.］效果很好", reads: "，" })).toContain("群众满意，效果"));
});

test("a repair that is dropped leaves the raw character, and is none", () => {
  const { restored, applied } = correct(RATES, { action: "drop", around: PLACE });
  expect(restored.text).toContain("为81.县级");
  expect(restored.repairs).toHaveLength(before(RATES).repairs.length - 1);
  expect(applied[0]!.changes).toEqual([{ field: "restored", before: "%，", after: "." }]);
});

test("what was put in before a character goes, when dropped", () => {
  const text = "一.主要做法一)设立窗口.各地都设了窗口.二)开展回访.各地都做了回访.";
  expect(textOf(text)).toContain("（一）设立窗口");
  expect(textOf(text, { action: "drop", around: "［（］一）设立窗口" })).toContain("\n一）设立窗口");
  expect(textOf(text, { action: "drop", around: "［（一］）设立窗口" })).toContain("\n一）设立窗口");
});

describe("a title that was put in at the text's end", () => {
  const ENDS = "一.根据以及";
  const title = { start: 5, end: 6, kind: "title" };
  test.each<[string, Wanted, string]>([
    ["goes, when dropped", { action: "drop", ...title }, "以及"],
    ["gives way to what it is set to", { action: "set", ...title, reads: "及《〔题名缺失〕》。" }, "以及《〔题名缺失〕》。"],
    ["stays, when confirmed", { action: "confirm", ...title }, "以及《〔题名缺失〕》"],
  ])("%s", (_, wanted, end) => expect(textOf(ENDS, wanted).replace(/^.*(?=以及)/su, "")).toBe(end));
});

describe("where a lost title was put in before a mark, each is corrected on its own", () => {
  const PAPERS = "学习了.和.等文件.";
  test.each<[string, Wanted[], string]>([
    ["as restored", [], "学习了、《〔题名缺失〕》和《〔题名缺失〕》、《〔题名缺失〕》等文件。"],
    ["the title dropped", [{ action: "drop", around: "和［.］等", kind: "title" }], "学习了、《〔题名缺失〕》和、《〔题名缺失〕》等文件。"],
    ["the mark set, named by how it is printed", [{ around: "和《〔题名缺失〕》［、］《〔题名缺失〕》等", reads: "，" }], "学习了、《〔题名缺失〕》和《〔题名缺失〕》，《〔题名缺失〕》等文件。"],
    ["both", [{ around: "和［.］等", kind: "title", reads: "（《〔题名缺失〕》." }, { around: "和［.］等", kind: "mark", reads: "，" }], "学习了、《〔题名缺失〕》和（《〔题名缺失〕》，《〔题名缺失〕》等文件。"],
  ])("%s", (_, wanted, words) => expect(textOf(PAPERS, ...wanted)).toBe(words));
  test("and must be told apart", () => expect(() => textOf(PAPERS, { action: "drop", around: "和［.］等" })).toThrow(/2 repairs were made at .* Say which by `kind`/u));
  test("and the one must not read the other's mark", () => expect(() => textOf(PAPERS, { around: "和［.］等", kind: "title", reads: "，" })).toThrow(/is another repair's \(mark, reads "、"\)/u));
});

test("a repair that is confirmed is beyond doubt and reads as it did", () => {
  const { restored, applied } = correct(RATES, { action: "confirm", around: PLACE });
  expect(restored.text).toBe(before(RATES).text);
  const at = RATES.indexOf("81.") + 2;
  const [was, is] = [before(RATES), restored].map(({ repairs }) => repairs.find(({ span }) => span.start === at)!);
  expect(is).toEqual({ ...was, confidence: 1, reason: `${was!.reason}；编者已核` });
  expect(applied[0]!.changes).toEqual([{ field: "confidence", before: was!.confidence, after: 1 }]);
});

describe("a repair is added", () => {
  const CALLS = "各地热线，受理来电咨询，群众满意。";
  test.each([
    ["in place of a mark", "来电咨询［，］群众", "；", "来电咨询；群众", "，"],
    ["between two characters", "来电［］咨询", "、", "来电、咨询", "咨"],
    ["around words", "受理［来电咨询］", "“来电咨询”", "受理“来电咨询”，", "来电咨询"],
    ["before the first character", "［］各地热线", "“", "“各地热线", "各"],
    ["after the last", "群众满意。［］", "”", "群众满意。”", "。"],
  ])("%s", (_, around, reads, words, stood) => {
    const { restored } = correct(CALLS, { action: "add", around, reads });
    expect(restored.text).toContain(words);
    expect(restored.repairs).toEqual([expect.objectContaining({ raw: stood, reason: "编者订正", confidence: 1 })]);
  });

  test("by its offsets", () => expect(textOf(CALLS, { action: "add", start: 8, end: 8, reads: "、" })).toBe("各地热线，受理来、电咨询，群众满意。"));
  test("a mark that ends stays on the line it ends", () => expect(textOf("热线概况\n各地开通热线。", { action: "add", around: "概况［］各地", reads: "。" })).toBe("热线概况。\n各地开通热线。"));
});

describe("a heading", () => {
  const RUN_ON = "一.热线建设全面推进各地热线都已开通.群众满意.二.存在问题座席不足.";
  test("is added on a line of its own, and taken out again", () => {
    const text = "热线建设情况各地热线都已开通，群众满意。";
    const { restored } = correct(text, { action: "add", around: "［热线建设情况］各地", heading: 1 });
    expect(restored.text).toBe("热线建设情况\n各地热线都已开通，群众满意。");
    expect(restored.headings).toEqual([{ start: 0, end: 6, level: 1 }]);
    expect(outline(restored).sections.map(({ heading }) => heading)).toContain("热线建设情况");
    const again = correct(text, { action: "add", around: "［热线建设情况］各地", heading: 1 }, { action: "drop", around: "［热线建设情况］各地" });
    expect(again.restored.text).toBe(text);
    expect(again.restored.headings).toEqual([]);
    expect(again.restored.repairs).toEqual([]);
  });

  test("that was cut in the wrong place is dropped and added where it should be", () => {
    const { restored } = correct(RUN_ON);
    const heading = restored.repairs.find(({ kind }) => kind === "heading")!;
    const moved = correct(RUN_ON, { action: "drop", start: heading.span.start, kind: "heading" }, { action: "add", around: "［一.热线建设］全面推进", heading: 1 });
    expect(moved.restored.text).toContain("一、热线建设\n全面推进各地热线");
    expect(moved.restored.repairs.filter(({ kind, reason }) => kind === "heading" && reason === "编者订正")).toMatchObject([{ raw: "一.热线建设", restored: "一、热线建设\n" }]);
  });

  test("that is dropped after its marks were set is told as it then read", () => {
    const { applied } = correct(RUN_ON, { around: "一［.］热线", reads: "，" }, { action: "drop", start: 0, kind: "heading" });
    expect(applied[1]!.changes).toEqual([{ field: "restored", before: expect.stringMatching(/^一，热线/u), after: expect.stringMatching(/^一\.热线/u) }]);
  });

  test("reads as its marks do when they are corrected", () => {
    const { restored } = correct(RUN_ON, { around: "一［.］热线", reads: "，" });
    expect(restored.repairs.find(({ kind }) => kind === "heading")!.restored).toMatch(/^一，热线/u);
  });
});

describe("a correction that cannot be applied stops the run", () => {
  test.each<[string, Wanted, RegExp]>([
    ["words that the text has nowhere: the nearest repair is named, as it can be copied", { around: "接通率为八一［.］县级", reads: "；" }, /^corrections\.yaml:2: 01-热线 has nowhere "接通率为八一［\.］县级"\. The nearest is "热线接通率为81［\.］县级热线为63\." reads "%，" \(percent, 01-热线, line 1, start: 25\).*point the correction there, or drop it\.$/u],
    ["words like no others", { action: "confirm", around: "风马［.］牛" }, /nowhere "风马［\.］牛"\. No repair was made near anything like it/u],
    ["words that stand more than once: the places are named", { around: "热线［］", reads: "，" }, /"热线［］" stands at 3 places in 01-热线: ".*" \(line 1, start: \d+\).*Take in more of the words around it/u],
    ["a place where no repair was made: the nearest is named", { action: "confirm", around: "县级［］热线" }, /no repair was made at "县级［］热线" \(01-热线, line 1, start: \d+\)\. The nearest is .*add\.$/u],
    ["an offset where none was made", { start: 3, reads: "，" }, /no repair was made at the offset 3 of 01-热线\. The nearest is/u],
    ["a kind that was not made there", { action: "confirm", around: PLACE, kind: "title" }, /no repair of kind title was made/u],
    ["a repair that is there already", { action: "add", around: PLACE, reads: "；" }, /a repair was made there already: .*reads "%，" \(start: 25\)\. Set that one/u],
    ["a reading that changes words", { around: PLACE, reads: "成，" }, /"成，" would change its words\. A repair changes marks only/u],
    ["a reading that takes a word out", { action: "add", around: "县级［热线］为", reads: "" }, /would change its words.*keep the characters "热线"/u],
    ["offsets past the text", { action: "add", start: 900, end: 901, reads: "，" }, /01-热线 has \d+ characters, and 900 to 901 is past them/u],
    ["a heading without words", { action: "add", around: "县级［］热线", heading: 1 }, /a heading holds words/u],
  ])("%s", (_, wanted, message) => expect(() => correct(RATES, wanted)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(message) })));

  test("a heading that is set to words of its own", () => expect(() => correct("一.热线建设\n各地热线都已开通.群众满意.", { action: "add", around: "［各地热线］都已", heading: 2 }, { around: "［各地热线］都已", reads: "各地热线。" })).toThrow(/corrections\.yaml:3: .* is a heading and reads as its text does\. Drop it/u));
  test("a place that runs over a line end", () => expect(() => correct("热线开通。\n群众满意。", { action: "add", around: "开通［。群众］满意", reads: "，群众" })).toThrow(/runs over a line end/u));
});

test("corrections of other texts are left to them", () => {
  const [other] = placed([{ around: PLACE, reads: "；" }]);
  const elsewhere = restore(raw(RATES, "02-别处"), model);
  expect(correctRepairs(RATES, elsewhere, [other!])).toEqual({ restored: elsewhere, applied: [] });
});

test("any marks at any places keep the laws", () => {
  const text = "一.热线建设全面推进.各地热线都已开通.接通率达到92.5.其中县级为63.4.一)设立窗口.二)开展回访.学习了.和.等文件.";
  const { repairs } = before(text);
  const marks = fc.constantFrom("", "，", "。", "%", "%，", "”。", "、《〔题名缺失〕》");
  const set = fc.record({ repair: fc.nat(repairs.length - 1), action: fc.constantFrom("set", "drop", "confirm"), marks });
  const add = fc.record({ start: fc.nat(text.length), marks: fc.constantFrom("，", "“", "（", "”") });
  fc.assert(fc.property(fc.uniqueArray(set, { maxLength: 6, selector: ({ repair }) => repairs[repair]!.span.start }), fc.array(add, { maxLength: 2 }), (changes, additions) => {
    const wanted = changes.flatMap(({ repair, action, marks: reads }): Wanted[] => {
      const { span, raw: stood, kind } = repairs[repair]!;
      const words = stood.replace(MARKS, "");
      if (kind === "heading" && action === "set") return [];
      if (kind === "title" && action === "set") return [{ action, start: span.start, end: span.end, kind, reads: reads + stood }];
      return [{ action, start: span.start, end: span.end, kind, ...(action === "set" ? { reads: words + reads } : {}) }];
    });
    const free = additions.filter(({ start }) => !repairs.some(({ span, kind }) => kind !== "heading" && span.start <= start && start < span.end)).slice(0, 1);
    correct(text, ...wanted, ...free.map(({ start, marks: reads }) => ({ action: "add", start, end: start, reads })));
  }), { numRuns: 150 });
}, 30_000);

describe("in the texts of the editions", () => {
  const SOURCES = new URL("../../sources/", import.meta.url).pathname;
  const texts = readdirSync(SOURCES).filter((year) => /^\d{4}$/u.test(year)).flatMap((year) =>
    readdirSync(join(SOURCES, year)).filter((file) => file.endsWith(".txt")).map((file) => ({ name: `${year}/${file}`, text: readFileSync(join(SOURCES, year, file), "utf8") })),
  );
  const flat = (text: string) => text.replace(/[\n\r]/gu, "");
  const each = (text: string, action: string) => before(text).repairs.flatMap(({ kind, span, restored }): Wanted[] => (kind === "heading" && action === "set" ? [] : [{ action, ...span, kind, ...(action === "set" ? { reads: restored } : {}) }]));

  test.each(texts)("dropping every repair of $name leaves the raw text, line ends aside", ({ text }) => {
    const { restored } = correct(text, ...each(text, "drop"));
    expect(flat(restored.text)).toBe(flat(text));
    expect(restored.repairs).toEqual([]);
  });

  test.each(texts)("setting every repair of $name to what it reads changes nothing but who says so", ({ text }) => {
    const { restored } = correct(text, ...each(text, "set").filter(({ start, kind }) => before(text).repairs.filter((one) => one.kind !== "heading" && one.span.start === start).length === 1 && kind !== "glyph"));
    expect(restored.text).toBe(before(text).text);
    expect(restored.headings).toEqual(before(text).headings);
  });
});
