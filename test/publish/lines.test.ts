/** Lines over time: in the book as drawings, in the workbook as a native chart. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "../../pipeline/publish/book/blocks.ts";
import type { Draw } from "../../pipeline/publish/book/draw.ts";
import { wordsOf } from "../../pipeline/publish/book/paragraph/glyphs.ts";
import { FACE_NAMES, type FontFiles, fontPaths, openFaces } from "../../pipeline/publish/book/face.ts";
import { figureBlocks } from "../../pipeline/publish/book/figures/index.ts";
import { refsOver } from "../../pipeline/publish/book/refs.ts";
import { geometryOf, INK } from "../../pipeline/publish/book/style.ts";
import { chartXml } from "../../pipeline/publish/workbook/chart.ts";
import type { Grid, Sheet, SheetChart } from "../../pipeline/publish/workbook/sheet.ts";
import { tableSheets } from "../../pipeline/publish/workbook/tables.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const column = (key: string, title: string, type: "period" | "number") => ({ key, title, titleEn: title, type, unit: null, decimals: null, width: 5, description: key });
const table: Table = {
  id: "calls", number: "1", title: "历年来电", titleEn: "Calls", unit: "件", notes: [], source: "01",
  columns: [column("year", "年份", "period"), column("series1", "来电", "number"), column("series2", "投诉", "number")],
  rows: [["2010", 40, 10], ["2012", 50, 12], ["2013", 60, null], ["2014", 90, 15]].map((cells) => ({ cells, facts: [], status: "stated" as const })),
};
const figure: Figure = { id: "fig-calls", number: "1", title: "历年来电", titleEn: "Calls", kind: "line", table: "calls", category: "year", values: ["series1", "series2"], unit: "件", breaks: [{ value: "series1", at: "2014" }], alt: "折线图：来电（件）2010年40。", glance: false };

let desk: Desk;
beforeAll(() => {
  const paths = fontPaths();
  const edition = sampleEdition();
  desk = { edition, faces: openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles), page: geometryOf(edition.spec.trim), refs: refsOver([]) };
});

const draws = (one: Figure, of = table): Draw[] => figureBlocks(desk, one, of, null)[0]!.slices.flatMap((slice) => slice.draws);
const kind = <K extends Draw["kind"]>(all: readonly Draw[], wanted: K) => all.filter((draw): draw is Extract<Draw, { kind: K }> => draw.kind === wanted);
/** Marks of points, in the series' order: discs and squares in the inks of series, without the white round them. */
const marks = (all: readonly Draw[]) => all.filter((draw) => (draw.kind === "disc" || draw.kind === "shape") && draw.fill !== INK.white);
const words = (all: readonly Draw[]) => kind(all, "text").map(({ runs }) => runs.map(wordsOf).join(""));

describe("lines in the book", () => {
  test("mark every value, and join those that follow each other", () => {
    const all = draws({ ...figure, breaks: undefined });
    expect(marks(all)).toHaveLength(9); // seven values, and one before each name that stands apart from its line
    expect(kind(all, "line").filter(({ weight }) => weight === 1.4)).toHaveLength(4); // three of the first, one of the second: its 2013 is missing
    expect(words(all)).toEqual(expect.arrayContaining(["40", "90 来电", "10", "15 投诉", "2010", "2014"]));
  });

  test("are cut at a break, where a dashed upright stands", () => {
    const lines = kind(draws(figure), "line");
    expect(lines.filter(({ weight }) => weight === 1.4)).toHaveLength(3);
    expect(lines.filter(({ dash, x, x2 }) => dash !== undefined && x === x2)).toHaveLength(1);
  });

  test("set years as far apart as they are", () => {
    const [first, second, third] = marks(draws(figure)).map(({ x }) => x);
    expect(second! - first!).toBeCloseTo(2 * (third! - second!), 5);
  });

  test("of ranks have the first place on top", () => {
    const ranks = { ...figure, values: ["series1"], unit: "位", breaks: undefined };
    const [first, , , last] = marks(draws(ranks)).map(({ y }) => y);
    expect(last).toBeGreaterThan(first!); // 90th is lower than 40th
  });

  test("never print one value over another", () => {
    const close = { ...table, rows: [["2013", 50, 50.2], ["2014", 50.1, 50]].map((cells) => ({ cells, facts: [], status: "stated" as const })) };
    const values = kind(draws({ ...figure, breaks: undefined }, close), "text").filter((draw) => words([draw])[0]!.startsWith("50"));
    for (const one of values) for (const other of values) if (one !== other && Math.abs(one.x - other.x) < 20) expect(Math.abs(one.y - other.y)).toBeGreaterThan(9);
    expect(values).toHaveLength(4);
  });
});

describe("lines in the workbook", () => {
  const sheet = (one: Figure): [Sheet, Grid, SheetChart] => {
    const made = tableSheets({ ...sampleEdition(), tables: [table], figures: [one] }).at(-1)!;
    return [made, made.grid!, made.charts[0]!];
  };

  test("end at a break and go on after it as another series, and the sheet says so", () => {
    const made = sheet(figure);
    const xml = chartXml(...made);
    const [first, second, rest] = xml.match(/<c:ser>.*?<\/c:ser>/gu)!.map((one) => one.match(/<c:numCache>.*<\/c:numCache>/u)![0].match(/<c:v>[\d.]+/gu)!.map((value) => Number(value.slice(5))));
    expect([first, second, rest]).toEqual([[40, 50, 60], [10, 12, 15], [90]]);
    expect(made[1].rows.map((row) => row.at(-1))).toEqual([null, null, null, 90]);
    expect(xml).toContain('<c:legendEntry><c:idx val="2"/><c:delete val="1"/></c:legendEntry>');
    expect(made[0].lines.map(({ text }) => text)).toContainEqual(expect.stringContaining("图1在表下。连线断开处，前后不可比"));
  });

  test("have the numbers in their alt text", () => expect(sheet(figure)[2].alt).toBe("折线图：来电（件）2010年40。"));

  test("of ranks run downwards, the years below them", () => {
    const xml = chartXml(...sheet({ ...figure, values: ["series1"], unit: "位", breaks: undefined }));
    expect(xml).toContain('<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="maxMin"/></c:scaling>');
    expect(xml).toMatch(/<c:catAx>.*<c:crosses val="max"\/>.*<\/c:catAx>/u);
  });
});
