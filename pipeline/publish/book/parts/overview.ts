/** Data quality at a glance (资料质量一览): repairs, facts and checks in numbers on the first page of 资料质量, then what an editor should look at first. Not here: the numbers. */
import type { Table, TableColumn } from "../../../../schemas/table.ts";
import { wordFor } from "../../../../schemas/words.ts";
import { type Look, type QualityInNumbers, qualityOf, WHY, type Why } from "../../quality.ts";
import { bodyText, type Desk, heading } from "../blocks.ts";
import { type Draw, tag } from "../draw.ts";
import { type Block, fill } from "../pages.ts";
import { BODY, LEADING } from "../style.ts";
import { sourceOf } from "../table/index.ts";
import { pagesOver } from "../where.ts";
import { clipped } from "../words.ts";
import { appendixTable, column, head, row } from "./appendix.ts";

/** Rows that the part's opening takes of its first page. */
const OPENING = 7;
/** About half a page; the workbook has them all. */
const PRINTED = 24;

export function overviewBlocks(desk: Desk): Block[] {
  const quality = qualityOf(desk.edition);
  const words = bodyText(desk, inWords(quality));
  const above = OPENING + 1 + words.slices.length;
  return [head(desk, "资料质量一览"), words, ...tablesOf(desk, quality, (desk.page.rows - above) * LEADING), ...firstBlocks(desk, quality.first)];
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

function inWords({ texts, characters, repairs, facts, checks, corrections, doubtfulBelow }: QualityInNumbers): string {
  const doubtful = sum(repairs, ({ bands }) => bands.doubtful);
  const unproven = sum(facts, (one) => one.unproven);
  const idle = checks.filter(({ run }) => run === 0);
  return [
    `本版读入文本${texts}篇，原文${characters}字符。`,
    `修复${sum(repairs, ({ all }) => all)}处，把握低于${doubtfulBelow}的存疑${doubtful}处。`,
    `取得事实${sum(facts, ({ all }) => all)}项；另有${unproven}项未得原文印证，未予收录。`,
    `设核对${checks.length}种，比对${sum(checks, ({ run }) => run)}次，相符${sum(checks, (one) => one.agrees)}次，不符${sum(checks, (one) => one.differs)}次，无法判定${sum(checks, ({ open }) => open)}次；${idle.length}种未遇可比之数，表中不列。`,
    corrections.length === 0 ? "编者未作订正。" : `编者订正${sum(corrections, ({ count }) => count)}处：${corrections.map(({ action, count }) => `${wordFor(action)}${count}处`).join("，")}。`,
  ].join("");
}

const GAP = 14;
/** The left tables' share of the measure: they have more columns and shorter names. */
const LEFT = 0.47;

/** Repairs and facts at the left, checks at the right; one below the other where that is higher than the room that the first page has left, in points. */
function tablesOf(desk: Desk, quality: QualityInNumbers, room: number): Block[] {
  const width = Math.floor((desk.page.measure - GAP) * LEFT);
  const narrow = (measure: number): Desk => ({ ...desk, page: { ...desk.page, measure } });
  const set = (at: Desk, tables: readonly Table[]) => tables.flatMap((table) => appendixTable(at, table));
  const [left, right] = [[repairTable(quality), factTable(quality)], [checkTable(quality)]];
  const beside = sideBySide([{ blocks: set(narrow(width), left), x: 0 }, { blocks: set(narrow(desk.page.measure - GAP - width), right), x: width + GAP }]);
  const [piece] = beside.slices;
  return piece!.height + piece!.before! <= room ? [beside] : set(desk, [...left, ...right]);
}

/** Blocks in columns beside each other, as one piece that no page end cuts. */
function sideBySide(columns: readonly { blocks: readonly Block[]; x: number }[]): Block {
  const END = "end";
  const set = columns.map(({ blocks, x }): { draws: readonly Draw[]; height: number } => {
    const slices = [...blocks.flatMap((block) => block.slices), { height: 0, draws: [], anchors: [END] }];
    const [page] = fill(slices, () => ({ x, top: 0, height: Number.POSITIVE_INFINITY, fresh: true }));
    return { draws: page!.draws, height: page!.anchors.find(({ name }) => name === END)!.y };
  });
  return {
    tag: tag("Sect", columns.flatMap(({ blocks }) => blocks.map((block) => block.tag))),
    slices: [{ height: Math.max(...set.map(({ height }) => height)), draws: set.flatMap(({ draws }) => draws), before: LEADING / 2 }],
  };
}

const count = (key: string, title: string, titleEn: string): TableColumn => column(key, title, titleEn, "number", 4, 0);
const frame = { unit: null, source: "", notes: [] };

function repairTable({ repairs, sureFrom, doubtfulBelow }: QualityInNumbers): Table {
  const cells = (name: string, of: readonly QualityInNumbers["repairs"][number][]) => row([name, sum(of, ({ all }) => all), ...(["sure", "between", "doubtful"] as const).map((band) => sum(of, ({ bands }) => bands[band]))]);
  return {
    ...frame, id: "quality-repairs", number: "1", title: "修复的种类与把握", titleEn: "Repairs",
    notes: ["把握以1为无疑。"],
    columns: [column("kind", "种类", "Kind", "text", 5), count("all", "处数", "All"), count("sure", `≥${sureFrom}`, ""), count("between", `${doubtfulBelow}–${sureFrom}`, ""), count("doubtful", `<${doubtfulBelow}`, "")],
    rows: [...repairs.map((one) => cells(wordFor(one.kind), [one])), cells("合计", repairs)],
  };
}

function factTable({ facts }: QualityInNumbers): Table {
  const cells = (name: string, of: readonly QualityInNumbers["facts"][number][]) => row([name, ...(["all", "stated", "restored", "inferred", "unproven"] as const).map((key) => sum(of, (one) => one[key]))]);
  return {
    ...frame, id: "quality-facts", number: "2", title: "事实的种类与依据", titleEn: "Facts",
    notes: ["未收者未得印证，不计入项数。"],
    columns: [column("kind", "种类", "Kind", "text", 4), count("all", "项数", "All"), count("stated", "标明", "Stated"), count("restored", "复原", "Rest."), count("inferred", "推定", "Inf."), count("unproven", "未收", "Out")],
    rows: [...facts.map((one) => cells(wordFor(one.kind), [one])), cells("合计", facts)],
  };
}

function checkTable({ checks }: QualityInNumbers): Table {
  const cells = (name: string, of: readonly QualityInNumbers["checks"][number][]) => row([name, ...(["run", "agrees", "differs", "open"] as const).map((key) => sum(of, (one) => one[key]))]);
  return {
    ...frame, id: "quality-checks", number: "3", title: "核对的结果", titleEn: "Checks",
    columns: [column("check", "核对", "Check", "text", 9), count("run", "次数", "Run"), count("agrees", "相符", "Agree"), count("differs", "不符", "Differ"), count("open", "未决", "Open")],
    rows: [...checks.filter(({ run }) => run > 0).map((one) => cells(one.title, [one])), cells("合计", checks)],
  };
}

function firstBlocks(desk: Desk, first: readonly Look[]): Block[] {
  const title = heading(desk, 3, "宜先查看", null);
  if (first.length === 0) return [title, bodyText(desk, "没有不符的核对，没有系于存疑修复的数值，统计表中也没有推定的事实。")];
  const counts = (Object.keys(WHY) as Why[]).map((why) => ({ why, all: first.filter((one) => one.why === why).length })).filter(({ all }) => all > 0);
  const words = `依次为不符的核对、系于存疑修复的数值（自把握最低者起）、入统计表的推定事实，共${first.length}项：${counts.map(({ why, all }) => `${WHY[why]}${all}项`).join("，")}。编者已订正或确认者不列。${first.length > PRINTED ? `下表列前${PRINTED}项，全部见数据册“质量”页。` : ""}`;
  const pageOf = pagesOver(desk);
  const table: Table = {
    ...frame, id: "quality-first", number: "4", title: "宜先查看的各项", titleEn: "What an editor should look at first",
    notes: ["［］内为放回的符号。出处为文本及原文字符起止，页为本书页码。"],
    columns: [column("why", "缘由", "Why", "text", 6), column("words", "所涉", "What", "text", 24), column("source", "出处", "Source", "text", 12), column("page", "页", "Page", "text", 3)],
    rows: first.slice(0, PRINTED).map((one) => row([WHY[one.why], clipped(one.words, LONGEST), sourceOf(one), pageOf(one)?.label ?? ""])),
  };
  return [title, bodyText(desk, words, { indent: 2 * BODY }), ...appendixTable(desk, table)];
}

const LONGEST = 90;
