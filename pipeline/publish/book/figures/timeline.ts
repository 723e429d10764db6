/** Dated events down an axis of time, the earliest on top: Chinese labels are long and lie, so time stands. A day is a point, a month or a year the stretch that
 *  it is. Labels keep apart; a fine line leads from each to its date. Not here: what happened. */
import { cumsum } from "d3-array";
import { scaleLinear } from "d3-scale";
import { symbolCircle } from "d3-shape";
import type { Table, TimelineFigure } from "../../../../schemas/table.ts";
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import { dateInWords } from "../words.ts";
import { type Drawing, NO_SIGNS } from "./drawing.ts";
import { apart, drawLines, NAME, nameLook, ROW, small, SMALL, valueLook, width, wrapped } from "./labels.ts";
import { roomOf } from "./rows.ts";
import { mark } from "./signs.ts";

const STEP = 13.5; // a label of one line
const SLACK = 24; // so that labels can stand at their dates
const AXIS = 44; // the axis, right of the years
const DATES = AXIS + 34; // where labels begin

interface Happening {
  /** days since 1970, from the first to the one after the last */
  from: number;
  to: number;
  date: string;
  words: string;
}

export function timeline(desk: Desk, figure: TimelineFigure, table: Table, owner: Tag): Drawing {
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const all = table.rows.flatMap(({ cells }) => happening(cells[at(figure.dates)] ?? null, String(cells[at(figure.category)] ?? "…")) ?? []).sort((a, b) => middle(a) - middle(b));
  const widest = Math.max(0, ...all.map(({ date }) => width(desk, valueLook(date))));
  const from = DATES + widest + 10;
  const lines = all.map(({ words }) => wrapped(desk, nameLook(words), desk.page.measure - from, 2));
  const sizes = lines.map((one) => STEP + (one.length > 1 ? ROW + 3 : 0));
  const ends = cumsum(sizes);
  const shown = all.filter((_, n) => n === 0 || ends[n]! + SLACK <= roomOf(desk));
  const height = Math.max(3 * STEP, ends[shown.length - 1]!) + (shown.length < 8 ? SLACK : SLACK / 2);
  const years = { from: yearOf(Math.min(...shown.map(({ from }) => from))), to: yearOf(Math.max(...shown.map(({ to }) => to - 1))) + 1 };
  const scale = scaleLinear().domain([dayOf(years.from, 1, 1), dayOf(years.to, 1, 1)]).range([4, height - 4]);
  const draws = [...axis(desk, years, scale, owner)];
  const places = apart(shown.map((one) => scale(middle(one))), sizes.slice(0, shown.length), 0, height);
  shown.forEach((one, n) => {
    const place = scale(middle(one)), text = lines[n]!;
    const y = places[n]! - ((text.length - 1) * ROW) / 2; // the middle of the first line, on which the date stands
    draws.push(...when(one, scale, owner), { kind: "line", x: AXIS + 4, y: place, x2: DATES - 12, y2: y, ink: INK.rule, weight: 0.45, tag: null }, { kind: "line", x: DATES - 12, y, x2: DATES - 4, y2: y, ink: INK.rule, weight: 0.45, tag: null });
    draws.push(...label(desk, [{ ...valueLook(one.date), ink: INK.accent }], DATES, y + SMALL * 0.36, "left", owner), ...drawLines(text, from, y + NAME * 0.36, owner));
  });
  const stretches = shown.some(({ from, to }) => to - from > 1);
  return { draws, height: height + 3, leftOut: all.length - shown.length, signs: NO_SIGNS, notes: stretches ? ["原文只载年或月的，以竖条表示其起止。"] : [] };
}

const middle = ({ from, to }: Happening): number => (from + to) / 2;

/** Days since 1970 in the Gregorian calendar; no clock, no zone. */
const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;
const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

/** A row with its date; null where the text gives no year. */
function happening(date: string | number | null, words: string): Happening | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(String(date ?? "")) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const from = dayOf(y, m, d);
  const to = day !== undefined ? from + 1 : month !== undefined ? dayOf(y, m + 1, 1) : dayOf(y + 1, 1, 1);
  return { from, to, date: dateInWords(String(date)), words };
}

/** The axis with its years, and ticks of quarters where few years leave room for them. */
function axis(desk: Desk, { from, to }: { from: number; to: number }, scale: (day: number) => number, owner: Tag): Draw[] {
  const draws: Draw[] = [{ kind: "line", x: AXIS, y: scale(dayOf(from, 1, 1)), x2: AXIS, y2: scale(dayOf(to, 1, 1)), ink: INK.rule, weight: 1, tag: owner }];
  const every = Math.max(1, Math.ceil((to - from) / Math.max(1, Math.floor((scale(dayOf(to, 1, 1)) - scale(dayOf(from, 1, 1))) / 11))));
  for (let year = from; year < to; year++) {
    const [top, bottom] = [scale(dayOf(year, 1, 1)), scale(dayOf(year + 1, 1, 1))];
    if ((year - from) % every !== 0) continue;
    draws.push({ kind: "line", x: AXIS - 8, y: top, x2: AXIS, y2: top, ink: INK.rule, weight: 0.6, tag: null });
    const end = scale(dayOf(Math.min(to, year + every), 1, 1));
    if (end - top > SMALL + 1) draws.push(...label(desk, [{ ...small(String(year)), ink: INK.text }], AXIS - 12, (top + end) / 2 + SMALL * 0.36, "right", owner));
    if (bottom - top > 60) for (const month of [4, 7, 10]) draws.push({ kind: "line", x: AXIS - 4, y: scale(dayOf(year, month, 1)), x2: AXIS, y2: scale(dayOf(year, month, 1)), ink: INK.rule, weight: 0.4, tag: null });
  }
  draws.push({ kind: "line", x: AXIS - 8, y: scale(dayOf(to, 1, 1)), x2: AXIS, y2: scale(dayOf(to, 1, 1)), ink: INK.rule, weight: 0.6, tag: null });
  return draws;
}

/** A point for a day, a bar for what lasts or may have been any day of it. */
function when(one: Happening, scale: (day: number) => number, owner: Tag): Draw[] {
  if (one.to - one.from === 1) return mark(symbolCircle, AXIS, scale(middle(one)), 2.6, INK.accent, false, owner);
  const [top, bottom] = [scale(one.from), scale(one.to)];
  return [{ kind: "area", x: AXIS - 2, y: top, width: 4, height: bottom - top, ink: one.to - one.from > 31 ? INK.light : "4e778d", tag: owner }];
}
