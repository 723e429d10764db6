/** Figures of the book: what is drawn of hedged values, and on random tables that no word leaves the measure or lies over another. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../pipeline/publish/book/blocks.ts";
import type { Draw } from "../../../pipeline/publish/book/draw.ts";
import { FACE_NAMES, type FontFiles, fontPaths, openFaces } from "../../../pipeline/publish/book/face.ts";
import { figureBlocks } from "../../../pipeline/publish/book/figures/index.ts";
import { apart } from "../../../pipeline/publish/book/figures/labels.ts";
import { TILES } from "../../../pipeline/publish/book/figures/tile-grid.ts";
import { wordsOf } from "../../../pipeline/publish/book/paragraph/glyphs.ts";
import type { Run } from "../../../pipeline/publish/book/paragraph/index.ts";
import { refsOver } from "../../../pipeline/publish/book/refs.ts";
import { geometryOf } from "../../../pipeline/publish/book/style.ts";
import type { Figure, Hedge, SeriesFigure, Table } from "../../../schemas/table.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const edition = sampleEdition();
const paths = fontPaths();
const desk: Desk = { edition, faces: openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles), page: geometryOf("210x285"), refs: refsOver([]) };

type Cell = string | number | null;
const column = (key: string, type: "text" | "number" | "period", title = key) => ({ key, title, titleEn: key, type, unit: null, decimals: null, width: 5, description: key });
const tableOf = (columns: Table["columns"], cells: Cell[][]): Table => ({ id: "t", number: "1", title: "热线", titleEn: "Lines", unit: "%", notes: [], source: "01-热线", columns, rows: cells.map((row) => ({ cells: row, facts: [], status: "stated" as const })) });
const head = { id: "fig-t", number: "1", title: "各级热线接通率", titleEn: "Answer rates", table: "t", category: "name", unit: "%", alt: "图", glance: false };

const blocks = (figure: Figure, table: Table) => figureBlocks(desk, figure, table, "figure-t");
const draws = (figure: Figure, table: Table): Draw[] => blocks(figure, table)[0]!.slices.flatMap((slice) => slice.draws);
const texts = (all: readonly Draw[]) => all.flatMap((draw) => (draw.kind === "text" ? draw.runs.map((run) => ({ draw, run, words: wordsOf(run) })) : []));
const words = (all: readonly Draw[]) => texts(all).map((one) => one.words);

/** Where a run's ink begins: an opening mark at the line's edge has given up its blank half. */
const inkFrom = (run: Run): number => (run.glyphs.xs[run.from] ?? 0) + (/^[（《“]/u.test(wordsOf(run)) ? run.size / 2 : 0);

/** The box of a run: from its first glyph to its last, 0.88 em above the baseline and 0.12 below. */
const boxes = (all: readonly Draw[]) => texts(all).map(({ draw, run, words: said }) => ({ said, left: draw.x + inkFrom(run), right: draw.x + run.end, top: draw.y - run.rise - 0.88 * run.size, bottom: draw.y - run.rise + 0.12 * run.size }));

/** From where to where a drawing reaches. */
function reach(draw: Draw): { left: number; right: number; top: number; bottom: number } {
  switch (draw.kind) {
    case "text": return { left: Math.min(...draw.runs.map((run) => draw.x + inkFrom(run))), right: Math.max(...draw.runs.map((run) => draw.x + run.end)), top: draw.y - 11, bottom: draw.y + 3 };
    case "line": return { left: Math.min(draw.x, draw.x2), right: Math.max(draw.x, draw.x2), top: Math.min(draw.y, draw.y2), bottom: Math.max(draw.y, draw.y2) };
    case "area":
    case "link": return { left: draw.x, right: draw.x + draw.width, top: draw.y, bottom: draw.y + draw.height };
    case "disc": return { left: draw.x - draw.radius, right: draw.x + draw.radius, top: draw.y - draw.radius, bottom: draw.y + draw.radius };
    case "shape": return { left: draw.x + Math.min(...draw.points.map(([x]) => x)), right: draw.x + Math.max(...draw.points.map(([x]) => x)), top: draw.y + Math.min(...draw.points.map(([, y]) => y)), bottom: draw.y + Math.max(...draw.points.map(([, y]) => y)) };
  }
}

const SLACK = 0.65; // a rule's own weight

/** All within the figure, which is within a page; no word over another. */
function holds(figure: Figure, table: Table): void {
  const [block] = blocks(figure, table);
  if (block === undefined) return;
  const slice = block.slices[0]!;
  expect(slice.height).toBeLessThanOrEqual(desk.page.rows * 17.5);
  const outside = slice.draws.map((draw) => ({ kind: draw.kind, ...reach(draw) })).filter(({ left, right, top, bottom }) => [left, desk.page.measure - right, top, slice.height - bottom].some((room) => room < -SLACK));
  expect(outside).toEqual([]);
  const all = boxes(slice.draws);
  const overlapping = all.flatMap((one, n) => all.slice(n + 1).filter((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.1).map((other) => [one, other]));
  expect(overlapping).toEqual([]);
}

const name = fc.oneof(
  fc.stringMatching(/^[省市县区政务热线接通率覆盖部门]{1,30}$/u),
  fc.stringMatching(/^[a-z]{1,40}$/u),
  fc.constantFrom("全市", "公安、税务等重点领域的热线", "E-Government Development Index", "（2013年12月31日）以后新设的热线"),
);
const value = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }).map((n) => Number(n.toFixed(1))),
  fc.integer({ min: 0, max: 2_000_000_000 }),
  fc.double({ min: -500, max: 500, noNaN: true }).map((n) => Number(n.toFixed(2))),
  fc.constant(null),
);
const qualifier = fc.constantFrom("about", "nearly", "over", "atLeast", "under", "atMost", "range") as fc.Arbitrary<Hedge["qualifier"]>;

/** A table of numbers with some of its values hedged. */
const numbers = (names: fc.Arbitrary<string[]>) =>
  fc.record({ names, count: fc.integer({ min: 1, max: 6 }), seriesNames: fc.array(name, { minLength: 6, maxLength: 6 }) }).chain(({ names: rows, count, seriesNames }) =>
    fc.record({
      cells: fc.array(fc.array(value, { minLength: count, maxLength: count }), { minLength: rows.length, maxLength: rows.length }),
      hedged: fc.array(fc.tuple(fc.nat(rows.length - 1), fc.nat(count - 1), qualifier), { maxLength: 5 }),
    }).map(({ cells, hedged }) => {
      const table = tableOf([column("name", "text"), ...seriesNames.slice(0, count).map((title, n) => column(`v${n}`, "number", title))], rows.map((row, n) => [row, ...cells[n]!]));
      const hedges = hedged.map(([row, at, how]): Hedge => ({ value: `v${at}`, at: rows[row]!, qualifier: how, high: how === "range" ? Math.round(Math.abs(cells[row]![at] ?? 0) * 1.4) : null }));
      return { table, values: seriesNames.slice(0, count).map((_, n) => `v${n}`), hedges };
    }),
  );

describe("on random tables all is within the measure and no word lies over another", { timeout: 60_000 }, () => {
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 40 });
  const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }).map(String), { minLength: 1, maxLength: 20 }).map((all) => all.sort());
  test.each(["bar", "column", "dot"] as const)("%s", (kind) => {
    fc.assert(fc.property(numbers(names), fc.constantFrom("%", "位", ""), ({ table, values, hedges }, unit) => holds({ ...head, kind, values, hedges, unit }, table)), { numRuns: 60 });
  });
  test("line", () => {
    fc.assert(fc.property(numbers(fc.oneof(years, names)), fc.constantFrom("%", "位"), ({ table, values, hedges }, unit) => holds({ ...head, kind: "line", values, hedges, unit, breaks: [{ value: values[0]!, at: String(table.rows.at(-1)!.cells[0]) }] }, table)), { numRuns: 60 });
  });
  test("tiles", () => {
    const group = fc.record({ name, areas: fc.uniqueArray(fc.constantFrom(...TILES.map(({ area }) => area)), { minLength: 1, maxLength: 34 }), number: fc.integer({ min: 0, max: 3_000_000 }) });
    const groups = fc.uniqueArray(group, { minLength: 1, maxLength: 6, selector: (one) => one.name });
    fc.assert(fc.property(groups, fc.constantFrom("groups" as const, "values" as const), (all, shade) => {
      const table = tableOf([column("name", "text"), column("value", "number")], all.map((one) => [one.name, one.number]));
      holds({ ...head, kind: "tiles", shade, value: "value", areas: all.flatMap((one) => one.areas.map((area) => ({ at: one.name, area }))), open: all.slice(0, 1).map((one) => one.name) }, table);
    }), { numRuns: 60 });
  });
  test("timeline", () => {
    const two = (n: number): string => String(n).padStart(2, "0");
    const date = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 28 })).map(([y, m, d]) => `${y}${m === 0 ? "" : `-${two(m)}${d === 0 ? "" : `-${two(d)}`}`}`);
    fc.assert(fc.property(fc.array(fc.tuple(fc.oneof(date, fc.constantFrom("--05-29", null)), name), { minLength: 1, maxLength: 70 }), (all) => {
      holds({ ...head, kind: "timeline", dates: "date" }, tableOf([column("date", "period"), column("name", "text")], all));
    }), { numRuns: 60 });
  });
});

describe("a hedged value", () => {
  const table = tableOf([column("name", "text"), column("value", "number")], [["甲级", 80], ["乙级", 90], ["丙级", 50], ["丁级", 30]]);
  const hedges = [{ at: "乙级", qualifier: "nearly" as const }, { at: "丙级", qualifier: "over" as const }, { at: "丁级", qualifier: "under" as const }].map((one): Hedge => ({ ...one, value: "value", high: null }));
  const figure: SeriesFigure = { ...head, kind: "bar", values: ["value"], hedges };
  const full = (all: readonly Draw[]) => all.flatMap((draw) => (draw.kind === "area" && draw.height > 5 && draw.ink !== "ffffff" ? [draw.width] : []));

  test("fills a bar only as far as it is sure", () => {
    const [eighty, ninety, fifty, ...rest] = full(draws(figure, table));
    expect(ninety! / eighty!).toBeCloseTo(81 / 80, 5); // 近90 is 81 to 90
    expect(fifty! / eighty!).toBeCloseTo(50 / 80, 5); // 超过50: full to 50, open beyond
    expect(rest).toEqual([]); // 不足30: nothing is sure
  });

  test.each([
    ["bar", ["斜线：实际数值在此段内（“近”“约”按一成计）", "双角：实际数值在其外，原文未言多少"]],
    ["dot", ["空心：原文有限定的数值", "斜线：实际数值在此段内（“近”“约”按一成计）", "双角：实际数值在其外，原文未言多少"]],
  ] as const)("is explained below a %s, by the signs used and no other", (kind, key) => {
    expect(words(draws({ ...figure, kind }, table)).filter((said) => /^(?:斜线|双角|空心)/u.test(said))).toEqual(key);
    expect(words(draws({ ...figure, kind, hedges: [] }, table)).filter((said) => /^(?:斜线|双角|空心)/u.test(said))).toEqual([]);
  });

  test("is printed as the text hedges it", () => expect(words(draws(figure, table))).toEqual(expect.arrayContaining(["80", "近90", "超过50", "不足30"])));

  test("is hollow on an axis", () => {
    const discs = draws({ ...figure, kind: "dot" }, table).filter((draw) => draw.kind === "disc");
    expect(discs.filter(({ radius }) => radius < 2)).toHaveLength(4); // three values and the key's sample
  });
});

test("a figure says where its numbers are from, and links to its table", () => {
  const note = blocks({ ...head, kind: "bar", values: ["value"] }, tableOf([column("name", "text"), column("value", "number")], [["甲级", 80]]))[1]!;
  const all = note.slices.flatMap((slice) => slice.draws);
  expect(words(all).join("")).toBe("资料来源：01-热线；数据见表1。");
  expect(all.some((draw) => draw.kind === "link" && draw.to === "table-t")).toBe(true);
});

test("34 tiles stand on 34 places", () => {
  expect(TILES).toHaveLength(34);
  expect(new Set(TILES.map(({ column: x, row }) => `${x} ${row}`)).size).toBe(34);
  expect(new Set(TILES.map(({ area }) => area)).size).toBe(34);
});

test("columns that would crowd lie down as bars", () => {
  const many = tableOf([column("name", "text"), column("value", "number")], Array.from({ length: 30 }, (_, n) => [`甲乙丙丁第${n}项热线`, n + 1]));
  const upright = draws({ ...head, kind: "column", values: ["value"] }, tableOf(many.columns, many.rows.slice(0, 3).map(({ cells }) => cells)));
  const bars = (all: readonly Draw[]) => all.filter((draw) => draw.kind === "area");
  expect(new Set(bars(upright).map(({ width }) => width)).size).toBe(1);
  expect(new Set(bars(draws({ ...head, kind: "column", values: ["value"] }, many)).map(({ height }) => height.toFixed(3))).size).toBe(1);
});

test("what a page has no room for is left to the table, and the note says so", () => {
  const many = tableOf([column("name", "text"), column("value", "number")], Array.from({ length: 60 }, (_, n) => [`第${n}项`, n + 1]));
  const [, note] = blocks({ ...head, kind: "bar", values: ["value"] }, many);
  expect(words(note!.slices.flatMap((slice) => slice.draws)).join("")).toMatch(/后\d+项未绘，见表1。/u);
});

test.each([
  // wanted, sizes, from, to → places
  [[5, 50], [10, 10], 0, 60, [5, 50]],
  [[20, 20], [10, 10], 0, 60, [15, 25]],
  [[0, 0], [10, 10], 0, 60, [5, 15]],
  [[10, 10], [10, 10], 0, 10, [2.5, 7.5]], // too little room: sizes give way
])("labels that want %j with sizes %j within %d–%d stand at %j", (wanted, sizes, from, to, places) => {
  apart(wanted as number[], sizes as number[], from as number, to as number).forEach((place, n) => expect(place).toBeCloseTo((places as number[])[n]!, 6));
});
