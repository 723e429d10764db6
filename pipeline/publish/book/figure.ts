/** Figures → blocks of vectors: bars, columns, lines over time. Every value is printed, so no gridlines are needed; the words of the figure are its
 *  alternative text. Lengths are points. Not here: choosing what is drawn (the edition says so), computing. */
import { max, min } from "d3-array";
import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import type { Figure, Table } from "../../../schemas/table.ts";
import { type Desk, drawLine, label, look, smallText } from "./blocks.ts";
import { type Draw, type Tag, tag } from "./draw.ts";
import type { Block } from "./pages.ts";
import { setParagraph, widthOf } from "./paragraph.ts";
import { INK, LEADING } from "./style.ts";
import { printed } from "./table.ts";

const SERIES = [INK.accent, INK.light, INK.mid, INK.grey] as const;
const DASH = [3, 2] as const; // lines beyond the inks: the same inks again, broken
const SMALL = 8;
const MOST = 36; // rows that one page can show legibly

interface Plot {
  names: string[];
  series: { name: string; values: (number | null)[]; decimals: number | null }[];
  unit: string;
  /** Rows whose line from the row before is cut, a set a series. */
  cuts: ReadonlySet<number>[];
  /** How the text hedges the first series: 超过, 近 before a value, 以上, 以下 after it; "" where it is exact or the table does not say. */
  hedges: string[];
}

/** A figure with its title, legend and source; nothing when its table has no numbers to draw. */
export function figureBlocks(desk: Desk, figure: Figure, table: Table, anchor: string | null): Block[] {
  const plot = plotOf(figure, table);
  if (plot.names.length === 0) return [];
  const caption = tag("Caption");
  const owner = tag("Figure", [caption], { alt: figure.alt });
  const draws: Draw[] = [];
  const { measure } = desk.page;
  let y = 6;
  for (const span of [look("sansBold", 10.5, INK.text)(`图${figure.number}　${figure.title}`), look("sans", SMALL, INK.grey)(`Figure ${figure.number}  ${figure.titleEn}`)]) {
    for (const line of setParagraph([span], { measure: measure - 40, align: "center" }, desk.faces)) {
      y += span.size === SMALL ? 11.5 : 15;
      draws.push(...drawLine(line, 20, y, caption));
    }
  }
  y += 10;
  y = legend(desk, plot, owner, draws, y);
  const body = figure.kind === "bar" ? bars(desk, plot, owner) : figure.kind === "column" ? columns(desk, plot, owner) : overTime(desk, plot, isRanks(figure), owner);
  draws.push(...body.draws.map((draw) => shifted(draw, y)));
  const height = Math.ceil((y + body.height + 2) / LEADING) * LEADING;
  const words = [`数据见表${table.number}。`, table.rows.length > MOST ? `只绘前${MOST}行，全部见表${table.number}。` : "", isRanks(figure) ? "位次越小，位置越高。" : "", figure.kind === "line" && (figure.breaks ?? []).length > 0 ? "竖虚线处前后不可比，连线断开。" : ""];
  const note = smallText(desk, [look("sans", SMALL, INK.grey)(words.join(""), { link: `table-${table.id}` })], { align: "left", type: "Note" });
  return [{ tag: owner, slices: [{ height, draws, before: LEADING, snap: true, keep: true, anchors: anchor === null ? [] : [anchor] }] }, note];
}

const shifted = (draw: Draw, by: number): Draw => (draw.kind === "line" ? { ...draw, y: draw.y + by, y2: draw.y2 + by } : { ...draw, y: draw.y + by });

const number = (cell: string | number | null | undefined): number | null => (typeof cell === "number" ? cell : null);

function plotOf(figure: Figure, table: Table): Plot {
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const category = at(figure.category);
  const rows = table.rows.filter((row) => figure.values.some((key) => number(row.cells[at(key)]) !== null)).slice(0, MOST);
  return {
    names: rows.map((row) => String(row.cells[category] ?? "…")),
    series: figure.values.map((key) => ({ name: table.columns[at(key)]?.title ?? key, values: rows.map((row) => number(row.cells[at(key)])), decimals: table.columns[at(key)]?.decimals ?? null })),
    unit: figure.unit ?? "",
    cuts: figure.values.map((key) => new Set((figure.breaks ?? []).filter(({ value }) => value === key).map((one) => rows.findIndex((row) => String(row.cells[category]) === one.at)))),
    hedges: rows.map((row) => String(row.cells[at("qualifier")] ?? "")),
  };
}

/** Ranks over time are drawn with the first place on top. */
const isRanks = (figure: Figure): boolean => figure.kind === "line" && figure.unit === "位";

/** Names of the series with their colours, in as many lines as they need, and the unit at the right. */
function legend(desk: Desk, plot: Plot, owner: Tag, draws: Draw[], y: number): number {
  const small = look("sans", SMALL, INK.grey);
  if (plot.unit !== "") draws.push(...label(desk, [small(`单位：${plot.unit}`)], desk.page.measure, y + 6, "right", owner));
  if (plot.series.length > 1) {
    const room = desk.page.measure - (plot.unit === "" ? 0 : widthOf([small(`单位：${plot.unit}`)], desk.faces) + 16);
    let x = 0;
    plot.series.forEach((one, n) => {
      if (x > 0 && x + 12 + widthOf([small(one.name)], desk.faces) > room) [x, y] = [0, y + 12];
      const ink = SERIES[n % SERIES.length]!;
      draws.push(n < SERIES.length ? { kind: "area", x, y: y - 1, width: 8, height: 8, ink, tag: null } : { kind: "line", x, y: y + 3, x2: x + 9, y2: y + 3, ink, weight: 1.4, dash: DASH, tag: null });
      draws.push(...label(desk, [small(one.name)], x + 12, y + 6, "left", owner));
      x += 12 + widthOf([small(one.name)], desk.faces) + 16;
    });
  }
  return y + (plot.unit !== "" || plot.series.length > 1 ? 16 : 4);
}

/** The scale's domain holds zero: a bar is read by its length. A per cent scale ends at 100 when it comes near. */
function scaleOf(plot: Plot, length: number): (value: number) => number {
  const all = plot.series.flatMap((one) => one.values.flatMap((value) => value ?? []));
  const high = max(all) ?? 1;
  const top = plot.unit === "%" && high > 60 && high <= 100 ? 100 : high;
  return scaleLinear().domain([Math.min(0, min(all) ?? 0), top === 0 ? 1 : top]).range([0, length]);
}

/** Ranks have no zero: their scale runs from the best to the worst drawn. */
function rankScale(plot: Plot, length: number): (value: number) => number {
  const all = plot.series.flatMap((one) => one.values.flatMap((value) => value ?? []));
  const [best, worst] = [min(all) ?? 1, max(all) ?? 1];
  return best === worst ? () => length / 2 : scaleLinear().domain([best, worst]).range([0, length]);
}

/** The value at a bar's end, hedged as the text has it: a bar of 超过50 must not read as 50. */
function valueLabel(plot: Plot, series: number, row: number): string {
  const { values, decimals } = plot.series[series]!;
  const figure = printed(values[row] ?? null, decimals);
  const hedge = series === 0 ? plot.hedges[row] ?? "" : "";
  return /^(?:以上|以下|左右)$/u.test(hedge) ? figure + hedge : hedge + figure;
}

/** Horizontal bars, one a row and series; names at the left, values at the ends. */
function bars(desk: Desk, plot: Plot, owner: Tag): { draws: Draw[]; height: number } {
  const { measure, rows } = desk.page;
  const name = look("serif", 9, INK.text);
  const value = look("sans", SMALL, INK.text);
  const gutter = Math.min(measure * 0.36, Math.max(48, ...plot.names.map((one) => widthOf([name(one)], desk.faces)))) + 8;
  const k = plot.series.length;
  const wanted = k === 1 ? 19 : k * 11 + 9;
  const step = Math.max(11, Math.min(wanted, ((rows - 8) * LEADING) / plot.names.length));
  const thick = k === 1 ? Math.min(10, step * 0.56) : Math.min(9.5, (step * 0.78) / k);
  const scale = scaleOf(plot, measure - gutter - 46);
  const zero = scale(0);
  const draws: Draw[] = [];
  plot.names.forEach((one, row) => {
    const middle = row * step + step / 2;
    const lines = setParagraph([name(one)], { measure: gutter - 8, align: "right" }, desk.faces).slice(0, 2);
    const first = middle + 3.2 - (lines.length - 1) * 5;
    lines.forEach((line, n) => draws.push(...drawLine(line, 0, first + n * 10, owner)));
    plot.series.forEach((series, n) => {
      const y = middle - (k * thick) / 2 + n * thick;
      const amount = series.values[row] ?? null;
      const end = gutter + (amount === null ? zero : scale(amount));
      if (amount !== null) draws.push({ kind: "area", x: Math.min(end, gutter + zero), y: y + 0.4, width: Math.abs(end - gutter - zero), height: thick - 0.8, ink: SERIES[n % SERIES.length]!, tag: owner });
      draws.push(...label(desk, [value(valueLabel(plot, n, row))], end + 4, y + thick / 2 + 2.9, "left", owner));
    });
  });
  const height = plot.names.length * step;
  draws.push({ kind: "line", x: gutter + zero, y: 0, x2: gutter + zero, y2: height, ink: INK.rule, weight: 0.6, tag: owner });
  return { draws, height: height + 4 };
}

/** Upright columns over a base line, values above, names below in two lines at most. */
function columns(desk: Desk, plot: Plot, owner: Tag): { draws: Draw[]; height: number } {
  const { measure } = desk.page;
  const tall = 8 * LEADING;
  const band = scaleBand<number>().domain(plot.names.map((_, i) => i)).range([0, measure]).paddingInner(0.3).paddingOuter(0.25);
  const scale = scaleOf(plot, tall - 14);
  const k = plot.series.length;
  const thick = Math.min(26, band.bandwidth() / k);
  const value = look("sans", SMALL, INK.text);
  const draws: Draw[] = [];
  let foot = 0;
  plot.names.forEach((name, i) => {
    const centre = (band(i) ?? 0) + band.bandwidth() / 2;
    plot.series.forEach((series, n) => {
      const amount = series.values[i] ?? null;
      const x = centre - (k * thick) / 2 + n * thick;
      const up = amount === null ? 0 : scale(amount) - scale(0);
      if (amount !== null) draws.push({ kind: "area", x: x + 1, y: tall - Math.max(0, up), width: thick - 2, height: Math.abs(up), ink: SERIES[n % SERIES.length]!, tag: owner });
      draws.push(...label(desk, [value(valueLabel(plot, n, i))], x + thick / 2, tall - Math.max(0, up) - 3.5, "center", owner));
    });
    const wide = Math.max(30, measure / plot.names.length - 8);
    const lines = setParagraph([look("serif", SMALL + 0.5, INK.text)(name)], { measure: wide, align: "center" }, desk.faces).slice(0, 3);
    lines.forEach((line, n) => draws.push(...drawLine(line, centre - wide / 2, tall + 12 + n * 11, owner)));
    foot = Math.max(foot, lines.length);
  });
  draws.push({ kind: "line", x: 0, y: tall, x2: measure, y2: tall, ink: INK.rule, weight: 0.6, tag: owner });
  return { draws, height: tall + 6 + foot * 11 + 4 };
}

/** Lines over time, their points marked and their values beside them. A gap in the values is a gap in the line; so is a break, with a dashed upright
 *  in its middle. Years stand as far apart as they are. */
function overTime(desk: Desk, plot: Plot, ranks: boolean, owner: Tag): { draws: Draw[]; height: number } {
  const { measure } = desk.page;
  const tall = (plot.names.length > 2 || plot.series.length > 1 ? 8 : 6) * LEADING;
  const margin = plot.series.length > 1 ? 64 : 24;
  const at = placesOf(plot.names, margin, measure - margin);
  const scale = ranks ? rankScale(plot, tall - 36) : scaleOf(plot, tall - 26);
  const up = (amount: number): number => (ranks ? 18 + scale(amount) : tall - scale(amount) - 6);
  const draws: Draw[] = [{ kind: "line", x: 0, y: tall, x2: measure, y2: tall, ink: INK.rule, weight: 0.6, tag: owner }];
  const heights = plot.series.map(({ values }) => values.map((amount) => (amount === null ? null : up(amount))));
  plot.series.forEach((_, n) => {
    const ink = SERIES[n % SERIES.length]!;
    heights[n]!.forEach((y, i) => {
      const x = at(i), before = heights[n]![i - 1] ?? null;
      if (y === null) return;
      if (plot.cuts[n]!.has(i)) draws.push(upright((at(Math.max(0, i - 1)) + x) / 2, Math.min(y, before ?? y) - 9, Math.max(y, before ?? y) + 9, ink, owner));
      else if (before !== null) draws.push({ kind: "line", x: at(i - 1), y: before, x2: x, y2: y, ink, weight: 1.4, ...(n < SERIES.length ? {} : { dash: DASH }), tag: owner });
      draws.push({ kind: "disc", x, y, radius: 2.4, fill: ink, tag: owner });
    });
  });
  plot.names.forEach((name, i) => {
    draws.push(...valuesAt(desk, plot, heights, i, at(i), owner));
    draws.push(...label(desk, [look("serif", SMALL + 0.5, INK.text)(name)], at(i), tall + 13, "center", owner));
  });
  return { draws, height: tall + 20 };
}

const APART = 9.5; // baselines of two values, one above the other
const BELOW = 11.5; // a point and the baseline of its value, where another stands above it

/** The values of one row: above the points of a single line; of several, beside the first and last points and above the others, none over another. */
function valuesAt(desk: Desk, plot: Plot, heights: readonly (readonly (number | null)[])[], row: number, x: number, owner: Tag): Draw[] {
  const several = plot.series.length > 1;
  const side = several && row === 0 ? "right" : several && row === plot.names.length - 1 ? "left" : "center";
  const placed = heights
    .flatMap((line, n) => {
      const y = line[row] ?? null;
      return y === null ? [] : [{ n, point: y, y: y + (side !== "center" ? 2.9 : isValley(line, row) ? BELOW : -6) }];
    })
    .sort((a, b) => a.y - b.y);
  placed.forEach((one, i) => {
    const above = placed[i - 1];
    if (above === undefined || one.y >= above.y + APART) return;
    one.y = Math.max(side === "center" ? one.point + BELOW : one.y, above.y + APART);
  });
  const shift = side === "right" ? -6 : side === "left" ? 6 : 0;
  return placed.flatMap(({ n, y }) => label(desk, [look("sans", SMALL, INK.text)(printed(plot.series[n]!.values[row] ?? null, plot.series[n]!.decimals))], x + shift, y, side, owner));
}

/** A point below both its neighbours: its line runs above it. */
const isValley = (line: readonly (number | null)[], row: number): boolean => [line[row - 1], line[row + 1]].every((y) => y != null && y < line[row]! - 4);

/** Where the rows stand between two places: years by their distance, other names evenly. */
function placesOf(names: readonly string[], from: number, to: number): (row: number) => number {
  const years = names.map(Number);
  const timed = names.length > 1 && names.every((name) => /^\d{4}$/u.test(name));
  const even = scalePoint<number>().domain(names.map((_, i) => i)).range([from, to]).padding(names.length === 1 ? 0.5 : 0);
  const byYear = scaleLinear().domain([min(years) ?? 0, max(years) ?? 1]).range([from, to]);
  return (row) => (timed ? byYear(years[row]!) : (even(row) ?? from));
}

const upright = (x: number, from: number, to: number, ink: string, owner: Tag): Draw => ({ kind: "line", x, y: from, x2: x, y2: to, ink, weight: 0.8, dash: [2, 2], tag: owner });
