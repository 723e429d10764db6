/** Tables as they are set: figures on one point, widths, pages that follow, turned pages, structure, links. */
import { group } from "d3-array";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../pipeline/publish/book/blocks.ts";
import { printed, tableBlocks } from "../../../pipeline/publish/book/table/index.ts";
import { aboutPoint } from "../../../pipeline/publish/book/table/points.ts";
import { tableWidth } from "../../../pipeline/publish/book/table/widths.ts";
import { factsByName } from "../../../schemas/edition-texts.ts";
import { Table, type TableColumn, type TableRow } from "../../../schemas/table.ts";
import { deskOf, pagesOf, pictureOf, reachOf, tagsUnder, textsOn, wordsOf, wordsOn } from "./galley.ts";

const desk = deskOf();
const { measure } = desk.page;
const height = desk.page.rows * 17.5;
const NAME = { zh: "表", en: "Table" };

const column = (title: string, type: TableColumn["type"], more: Partial<TableColumn> = {}): TableColumn => ({ key: "a", title, titleEn: "", type, unit: null, decimals: null, width: 5, description: "a", ...more });
const row = (cells: TableRow["cells"], more: Partial<TableRow> = {}): TableRow => ({ cells, facts: [], status: "stated", ...more });
const table = (columns: TableColumn[], rows: TableRow[], more: Partial<Table> = {}): Table => Table.parse({ id: "t", number: "1", title: "热线", titleEn: "Hotlines", unit: null, notes: [], source: "", columns, rows, ...more });
const set = (one: Table, on: Desk = desk) => tableBlocks(on, one, NAME, new Map(), null);
const pagesFor = (one: Table) => pagesOf(desk, set(one));

describe("a figure in print", () => {
  test.each([
    // value      decimals  printed
    [12.5,        null,     "12.5"],
    [7,           1,        "7.0"],
    [-3.25,       null,     "−3.25"],
    [-0.04,       1,        "0.0"], // no minus before nothing
    [1844,        null,     "1,844"],
    [1600000000,  0,        "1,600,000,000"],
    [1234.5678,   null,     "1,234.5678"], // decimals are not parted
    [null,        null,     "…"],
    ["约90",      null,     "约90"],
  ])("%s with %s decimals is %s", (value, decimals, words) => expect(printed(value, decimals)).toBe(words));

  test.each([
    ["12.5",   "12",    ".5"],
    ["−3.25",  "−3",    ".25"],
    ["1,844",  "1,844", ""],
    ["…",      "…",     ""],
    ["约90",   "约90",  ""],
    ["75以上", "75",    "以上"],
    ["75–80",  "75",    "–80"],
    ["3,",     "3",     ","],
  ])("%s stands %s|%s about its point", (text, before, after) => expect(aboutPoint(text)).toEqual([before, after]));
});

describe("a table", () => {
  const mixed = table(
    [column("名称", "text"), column("接通率", "number", { unit: "%" }), column("座席", "number", { unit: "个" })],
    [row(["省级热线", 92.5, 12600], { status: "restored" }), row(["地市级热线", 7, null]), row(["#县级热线", -3.25, 410], { status: "inferred" }), row(["其他", "约90", 1844])],
    { notes: ["座席为年底数", "缺报的不列。"], source: "01-建设与运行" },
  );

  test("has its figures on one point, its heads centred, names at the left, parts set in", () => {
    expect(pictureOf(pagesFor(mixed)[0]!)).toMatchInlineSnapshot(`
      "                                           表1　热线
                                                Table 1  Hotlines
                         ═════════════════════════════════════════════════════════════
                             名称                  接通率（%）          座席（个）
                         ─────────────────────────────────────────────────────────────
                          省级热线                     92.5*             12,600
                          地市级热线                    7                     …
                            #县级热线                  −3.25†               410
                          其他                       约90                  1,844
                         ═════════════════════════════════════════════════════════════
                           注：1.座席为年底数。
                              2. 缺报的不列。
                              3. * 所依的原文经修复；† 由编者据上下文推定。
                           资料来源：01-建设与运行。"
    `);
  });

  test("has the point of all figures of a column at one place, whatever their signs and marks", () => {
    const ends = textsOn(pagesFor(mixed)[0]!).filter((draw) => /^(?:92\.5|7|−3\.25|约90)/u.test(wordsOf(draw))).map((draw) => {
      const run = draw.runs[0]!;
      const at = wordsOf(draw).indexOf(".");
      return draw.x + (at < 0 ? Math.max(...draw.runs.filter(({ rise }) => rise === 0).map(({ end }) => end)) : run.glyphs.xs[run.from + at]!);
    });
    expect(ends).toHaveLength(4);
    for (const end of ends) expect(end).toBeCloseTo(ends[0]!, 4);
  });

  test("says what its marks mean, and numbers its notes", () => {
    const words = wordsOn(pagesFor(mixed).at(-1)!);
    expect(words).toContain("注： 1. 座席为年底数。 2. 缺报的不列。 3. * 所依的原文经修复；† 由编者据上下文推定。");
    expect(words).toContain("资料来源： 01-建设与运行。");
  });

  test("without rows still has heads and three rules", () => {
    const [page] = pagesFor(table([column("名称", "text"), column("数值", "number")], []));
    expect(page!.draws.filter(({ kind }) => kind === "line")).toHaveLength(3);
    expect(wordsOn(page!)).toContain("名称 数值");
  });

  test("tells what is a head of what, the title first", () => {
    const [block] = set(mixed);
    expect(block!.tag.children.map(({ type, children }) => [type, children.map((one) => one.type).join(" ")])).toEqual([["Caption", "Span"], ["THead", "TR"], ["TBody", "TR TR TR TR"]]);
    const [, heads, body] = block!.tag.children;
    expect(heads!.children[0]!.children.map(({ type, scope }) => [type, scope])).toEqual([["TH", "Column"], ["TH", "Column"], ["TH", "Column"]]);
    for (const one of body!.children) expect(one.children.map(({ type, scope }) => [type, scope])).toEqual([["TH", "Row"], ["TD", undefined], ["TD", undefined]]);
  });
});

describe("widths", () => {
  test.each([
    // natural, title, of 420: a narrow table stands in the middle, a nearly full one takes all
    [100, 80, 260.4],
    [230, 80, 299],
    [230, 330, 330],
    [300, 80, 420],
    [420, 80, 420],
  ])("of columns that need %s under a title of %s: %s", (natural, title, width) => expect(tableWidth(natural, 420, title)).toBeCloseTo(width, 6));

  test("leave names whole where the long words beside them can give way", () => {
    const long = "由单一的电话接听向电话、网站与移动终端多渠道受理转变，常见的问题在受理时当场答复，疑难的问题转有关部门限时办理";
    const words = textsOn(pagesFor(table([column("指标", "text"), column("内容", "text")], [row(["热线座席年均受理来电数", long]), row(["夜间值守", long])]))[0]!).map(wordsOf);
    expect(words).toContain("热线座席年均受理来电数");
  });

  test("break a head before its unit", () => {
    const heads = ["占登记总数比重", "占全部来电比重", "占全部座席比重", "占全部地区比重", "占全部投诉比重", "占全部咨询比重"].map((title) => column(title, "number", { unit: "%" }));
    const words = textsOn(pagesFor(table([column("名称", "text"), ...heads], [row(["甲", 1, 2, 3, 4, 5, 6])]))[0]!).map(wordsOf);
    expect(words.filter((one) => one === "（%）")).toHaveLength(6);
  });
});

describe("a table over pages", () => {
  const many = table([column("地区", "text"), column("来电", "number", { decimals: 1 })], Array.from({ length: 90 }, (_, n) => row([`地区${n + 1}号`, n * 1.5])), { unit: "万件", notes: ["第一。", "第二。"], source: "01-建设与运行" });
  const pages = pagesFor(many);

  test("has 续表, its unit and its heads on each next page, and its notes under the last only", () => {
    expect(pages.length).toBe(3);
    pages.forEach((page, n) => {
      const words = wordsOn(page);
      expect(words).toContain("地区 来电");
      expect(words).toContain("单位：万件");
      expect(words.includes("续表1")).toBe(n > 0);
      expect(words.includes("资料来源：")).toBe(n === pages.length - 1);
    });
  });

  test("opens its next page so", () => {
    expect(pictureOf(pages[2]!)).toMatchInlineSnapshot(`
      "                                              续表1                    单位：万件
                         ═════════════════════════════════════════════════════════════
                            地区                                      来电
                         ─────────────────────────────────────────────────────────────
                          地区69号                                   102.0
                          地区70号                                   103.5
                          地区71号                                   105.0
                          地区72号                                   106.5
                          地区73号                                   108.0
                          地区74号                                   109.5
                          地区75号                                   111.0
                          地区76号                                   112.5
                          地区77号                                   114.0
                          地区78号                                   115.5
                          地区79号                                   117.0
                          地区80号                                   118.5
                          地区81号                                   120.0
                          地区82号                                   121.5
                          地区83号                                   123.0
                          地区84号                                   124.5
                          地区85号                                   126.0
                          地区86号                                   127.5
                          地区87号                                   129.0
                          地区88号                                   130.5
                          地区89号                                   132.0
                          地区90号                                   133.5
                         ═════════════════════════════════════════════════════════════
                           注：1.第一。
                              2. 第二。
                           资料来源：01-建设与运行。"
    `);
  });

  test("keeps its heads with two rows and its last two rows together", () => {
    for (let before = 0; before < 37; before++) {
      const lead = { height: before * 17.5, draws: [], keep: false };
      const placed = pagesOf(desk, [{ tag: set(many)[0]!.tag, slices: [lead] }, ...set(many)]);
      const rowsOf = placed.map((page) => textsOn(page).map(wordsOf).filter((words) => /^地区\d+号$/u.test(words)));
      for (const rows of rowsOf) if (rows.length > 0) expect(rows.length).toBeGreaterThanOrEqual(2);
      placed.forEach((page, n) => expect(wordsOn(page).includes("地区 来电")).toBe(rowsOf[n]!.length > 0));
    }
  });

  test("cuts a row that no page holds, and sets all of it", () => {
    const words = "接听转办回访".repeat(400);
    const long = pagesFor(table([column("名称", "text"), column("内容", "text")], [row(["甲", words]), row(["乙", "短"])]));
    expect(long.length).toBeGreaterThan(1);
    expect(long.flatMap((page) => textsOn(page).filter(({ tag }) => tag?.type === "TD").map(wordsOf)).join("")).toBe(`${words}短`);
    for (const page of long) for (const draw of page.draws) expect(reachOf(draw).bottom).toBeLessThanOrEqual(height + 1);
  });
});

describe("a table too wide for the page", () => {
  const years = Array.from({ length: 16 }, (_, n) => column(String(1998 + n), "number", { decimals: 1 }));
  const wide = table([column("指标", "text"), ...years], [row(["热线座席年均受理来电数", ...years.map((_, n) => 1000.5 * n)])]);

  test("is turned, its top at the left and its foot at the right", () => {
    const [page] = pagesFor(wide);
    const texts = textsOn(page!);
    expect(texts.every(({ upward }) => upward === true)).toBe(true);
    const at = (words: string) => texts.find((draw) => wordsOf(draw).startsWith(words))!;
    expect(at("表1").x).toBeLessThan(at("1998").x);
    expect(at("1998").x).toBeLessThan(at("热线座席").x);
    expect(at("2013").y).toBeLessThan(at("1998").y); // read upwards
  });

  test("of different quantities is rather set with its figures ending together than turned", () => {
    const rows = [row(["国际带宽", ...[1, 2, 3, 4, 5, 6].map((n) => 3406824 + n)], { decimals: 0 }), row(["指数", ...[1, 2, 3, 4, 5, 6].map((n) => n / 10)], { decimals: 4 })];
    const [page] = pagesFor(table([column("指标", "text"), ...years.slice(0, 6).map((one) => ({ ...one, decimals: null }))], rows));
    const texts = textsOn(page!);
    expect(texts.some(({ upward }) => upward === true)).toBe(false);
    const ends = texts.filter((draw) => ["3,406,825", "0.1000"].includes(wordsOf(draw))).map((draw) => reachOf(draw).right);
    expect(ends[0]).toBeCloseTo(ends[1]!, 6);
  });
});

describe("a table's places", () => {
  test.each([
    ["upright", 2],
    ["turned", 16],
  ])("are its name and one a row, in a table that stands %s", (_, years) => {
    const columns = Array.from({ length: years }, (_unused, n) => column(String(1998 + n), "number", { decimals: 1 }));
    const one = table([column("指标", "text"), ...columns], [1, 2, 3].map((n) => row([`指标${n}`, ...columns.map(() => 1000.5 * n)])));
    const pages = pagesOf(desk, tableBlocks(desk, one, NAME, new Map(), "table-t"));
    expect(pages.flatMap(({ anchors }) => anchors.map(({ name }) => name))).toEqual(["table-t", "row-t-00000", "row-t-00001", "row-t-00002"]);
  });
});

describe("a table's sources", () => {
  const edition = desk.edition;
  const one = edition.tables.find(({ rows, columns }) => columns.length <= 6 && rows.some(({ facts }) => facts.length > 0))!;
  const asked = { ...desk, refs: { page: () => "1", passage: () => ({ label: "12", page: 29 }), missing: () => [] } };
  const lay = (of: Table) => pagesOf(asked, tableBlocks(asked, of, NAME, factsByName(edition), null));

  test("lead to the page that prints the sentence, which is named beside them", () => {
    const [page] = lay(one);
    const links = page!.draws.filter((draw) => draw.kind === "link");
    expect(links.length).toBeGreaterThanOrEqual(one.rows.length);
    expect(new Set(links.map(({ to }) => to))).toEqual(new Set(["#12"]));
    expect(textsOn(page!).filter((draw) => wordsOf(draw) === "12" && draw.tag?.type === "Link")).toHaveLength(one.rows.length);
  });

  test("of cells with facts of their own are led to by the figures", () => {
    const rows = one.rows.map((of) => ({ ...of, cellFacts: of.cells.map((cell) => (typeof cell === "number" ? of.facts : [])), cellStatus: of.cells.map(() => "stated" as const) }));
    const links = lay({ ...one, rows })[0]!.draws.filter((draw) => draw.kind === "link" && /^转到[\d,.−]+$/u.test(draw.words));
    expect(links.length).toBeGreaterThanOrEqual(one.rows.length);
  });
});

const han = fc.string({ unit: fc.constantFrom(..."热线接听回访座席市民来电，（）2013年"), minLength: 1, maxLength: 60 });
const cellOf = { text: fc.oneof(han, fc.constant(null), fc.constant("")), number: fc.oneof(fc.double({ min: -1e7, max: 1e9, noNaN: true }).map((n) => Math.round(n * 100) / 100), fc.integer({ min: 0, max: 999 }), fc.constant(null), fc.constant("约90")) };
const anyTable = fc.array(fc.constantFrom("text" as const, "number" as const), { minLength: 1, maxLength: 14 }).chain((types) =>
  fc.record({
    rows: fc.array(fc.record({ cells: fc.tuple(...types.map((type): fc.Arbitrary<string | number | null> => cellOf[type])), status: fc.constantFrom("stated" as const, "restored" as const, "inferred" as const) }), { maxLength: 60 }),
    titles: fc.tuple(...types.map(() => fc.string({ unit: fc.constantFrom(..."指标数值比重"), minLength: 1, maxLength: 9 }))),
    unit: fc.constantFrom(null, "%"),
  }).map(({ rows, titles, unit }) => table(types.map((type, n) => column(titles[n]!, type, { unit: type === "number" ? "万件" : null })), rows.map(({ cells, status }) => row(cells, { status })), { unit })),
);

describe("any table", () => {
  test("stays within the type area, no cell over another, every row once, heads on each page", () => {
    fc.assert(
      fc.property(anyTable, (one) => {
        const blocks = set(one);
        const pages = pagesOf(desk, blocks);
        for (const page of pages) {
          for (const draw of page.draws) {
            const { left, right, top, bottom } = reachOf(draw);
            expect(Math.min(left, top)).toBeGreaterThan(-1);
            expect(right).toBeLessThan(measure + 1);
            expect(bottom).toBeLessThan(height + 1);
          }
        }
        const texts = pages.flatMap(textsOn);
        const turned = texts.some(({ upward }) => upward);
        const rows = tagsUnder(blocks[0]!.tag).filter(({ type }) => type === "TR");
        expect(rows).toHaveLength(one.rows.length === 0 ? 2 : one.rows.length + 1);
        const byTag = group(texts, ({ tag }) => tag);
        rows.forEach((tr, n) => {
          let before = -Infinity;
          tr.children.forEach((cell, i) => {
            const draws = tagsUnder(cell).flatMap((tag) => byTag.get(tag) ?? []);
            if (n > 0 && one.rows.length > 0) {
              const said = draws.map(wordsOf).join("").replaceAll(/[\s*†]/gu, "");
              const given = one.rows[n - 1]!.cells[i]!;
              expect(said).toBe(printed(given, null).replaceAll(/\s/gu, ""));
            }
            const reach = draws.map(reachOf).map(({ left, right, top, bottom }) => (turned ? { from: -bottom, to: -top } : { from: left, to: right }));
            if (reach.length === 0) return;
            expect(Math.min(...reach.map(({ from }) => from))).toBeGreaterThan(before - 0.01);
            before = Math.max(...reach.map(({ to }) => to));
          });
        });
        for (const page of pages) {
          // on each page the first thing over its rows is a heavy rule
          const rowsAt = textsOn(page).filter(({ tag }) => tag?.type === "TD").map(reachOf).map(({ left, top }) => (turned ? left : top));
          const rulesAt = page.draws.filter((draw) => draw.kind === "line" && draw.weight > 1).map(reachOf).map(({ left, top }) => (turned ? left : top));
          if (rowsAt.length > 0) expect(Math.min(...rulesAt)).toBeLessThan(Math.min(...rowsAt));
        }
      }),
      { numRuns: 120, seed: 2013 },
    );
  });
});
