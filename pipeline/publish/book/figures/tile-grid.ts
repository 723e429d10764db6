/** Where the tile of each province stands, so that neighbours are neighbours as far as squares allow: a convention, no map, and it shows no border. Columns from the west, rows from the north.
 *  Short names as on number plates (GB/T 2260 codes, first two digits). Not here: shades. */

export interface Tile {
  area: string;
  short: string;
  column: number;
  row: number;
}

const ROWS: readonly string[] = [
  "　　　　　　黑",
  "　　　　　蒙吉",
  "新甘宁晋冀京辽",
  "　青陕豫鲁津　",
  "藏川渝鄂皖苏沪",
  "　滇黔湘赣浙　",
  "　　桂粤闽　台",
  "　　琼澳港　　",
];

const AREAS: Readonly<Record<string, string>> = {
  京: "11", 津: "12", 冀: "13", 晋: "14", 蒙: "15", 辽: "21", 吉: "22", 黑: "23", 沪: "31", 苏: "32", 浙: "33", 皖: "34", 闽: "35", 赣: "36", 鲁: "37", 豫: "41", 鄂: "42",
  湘: "43", 粤: "44", 桂: "45", 琼: "46", 渝: "50", 川: "51", 黔: "52", 滇: "53", 藏: "54", 陕: "61", 甘: "62", 青: "63", 宁: "64", 新: "65", 台: "71", 港: "81", 澳: "82",
};

/** All 34. */
export const TILES: readonly Tile[] = ROWS.flatMap((line, row) => [...line].flatMap((short, column) => (AREAS[short] === undefined ? [] : [{ area: AREAS[short], short, column, row }])));

export const GRID = { columns: Math.max(...ROWS.map((line) => line.length)), rows: ROWS.length } as const;

/** Hong Kong, Macao, Taiwan: the registers' counts of provinces leave them out. */
export const isApart = (area: string): boolean => /^(?:71|81|82)$/u.test(area);
