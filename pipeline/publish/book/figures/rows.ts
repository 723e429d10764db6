/** Rows of names with something beside each: what bars and points on an axis share. Lengths are points. Not here: what stands beside. */
import type { Desk } from "../blocks.ts";
import type { Line } from "../paragraph/index.ts";
import { nameLook, ROW, width, wrapped } from "./labels.ts";
import { firstRows, type Plot } from "./plot.ts";

/** A row: its name's lines, where it begins and how high it is. */
export interface Row {
  lines: Line[];
  top: number;
  height: number;
}

export interface Rows {
  plot: Plot;
  rows: Row[];
  /** room for names at the left, with the gap behind them */
  gutter: number;
  height: number;
}

/** The height that a page leaves for the body of a figure: all rows but title, key and note. */
export const roomOf = (desk: Pick<Desk, "page">): number => (desk.page.rows - 10) * 17.5;

/** Names in two lines at most, rows as high as their lanes or names ask, as many as the page has room for. */
export function rowsOf(desk: Desk, plot: Plot, lane: number): Rows {
  const { measure } = desk.page;
  const widest = Math.max(...plot.names.map((name) => width(desk, nameLook(name))));
  const names = Math.ceil(Math.min(measure * 0.36, Math.max(36, widest + 0.5)));
  const rows: Row[] = [];
  let top = 0;
  for (const name of plot.names) {
    const lines = wrapped(desk, nameLook(name), names, 2, "right");
    const lanes = plot.series.length * lane + (plot.series.length === 1 ? 5 : 7);
    const height = Math.max(lanes, lines.length * ROW + 4);
    if (rows.length > 0 && top + height > roomOf(desk)) break;
    rows.push({ lines, top, height });
    top += height;
  }
  return { plot: firstRows(plot, rows.length), rows, gutter: names + 8, height: top };
}
