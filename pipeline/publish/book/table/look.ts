/** The sizes of a table's parts, in points. Not here: the inks (style). */

/** What a table is set with. All of it shrinks together where a table would else not fit. */
export interface TableLook {
  /** numbers and words of the cells */
  size: number;
  /** the height of a line in the cells */
  row: number;
  /** heads: a line in Chinese, the size and the line of the English below */
  headRow: number;
  en: number;
  enRow: number;
  /** left and right of a cell */
  pad: number;
  /** above and below a row: with a line of 12.5 pt a row takes one of the page (LEADING) */
  air: number;
}

/** scale: 1 is 8.5 pt, between 小五 (9 pt) and 六号 (7.875 pt), the sizes that yearbooks set their tables in. */
export const tableLook = (scale: number): TableLook => ({ size: 8.5 * scale, row: 12.5 * scale, headRow: 11.5 * scale, en: 7 * scale, enRow: 9.5 * scale, pad: 4 * scale, air: 2.5 * scale });

/** Top and bottom rule heavy, the one under the heads fine (CY/T 170—2019, the three rules 顶线, 横表头线, 底线). */
export const HEAVY = 1.1;
export const FINE = 0.45;
