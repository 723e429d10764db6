/** A tile a province, shaded by the group that a text lists it in or by the class of its value; the key with counts stands beside. Not here: where tiles stand. */
import { scaleQuantize } from "d3-scale";
import type { Table, TilesFigure } from "../../../../schemas/table.ts";
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import { printed } from "../table/index.ts";
import { type Drawing, NO_SIGNS } from "./drawing.ts";
import { CLASS_INKS, GROUP_INKS, onInk, seriesLook } from "./inks.ts";
import { drawLines, nameLook, ROW, small, SMALL, valueLook, width, wrapped } from "./labels.ts";
import { mark } from "./signs.ts";
import { GRID, isApart, type Tile, TILES } from "./tile-grid.ts";

const PITCH = 25;
const SIDE = 23;
const KEY = GRID.columns * PITCH + 22; // where the key begins

/** What a tile shows: its ink, the groups whose mark it bears, and its value. */
interface Shade {
  ink: string;
  groups: number[];
  value: string | null;
}

interface KeyLine {
  ink: string;
  /** the group's mark */
  group: number | null;
  isDashed: boolean;
  words: string;
}

export function tiles(desk: Desk, figure: TilesFigure, table: Table, owner: Tag): Drawing {
  const { shadeOf, key } = figure.shade === "groups" ? byGroup(figure, table) : byValue(figure, table);
  const draws = TILES.flatMap((tile) => tileDraws(desk, tile, shadeOf(tile.area), owner));
  const rest = TILES.filter(({ area }) => !isApart(area) && shadeOf(area) === null).length;
  const lines: KeyLine[] = [
    ...key,
    ...(rest > 0 ? [{ ink: INK.white, group: null, isDashed: false, words: figure.shade === "groups" ? `原文未列入以上各类（${rest}个）` : `原文未载（${rest}个）` }] : []),
    ...(TILES.some(({ area }) => isApart(area) && shadeOf(area) === null) ? [{ ink: INK.white, group: null, isDashed: true, words: "香港、澳门、台湾：无资料" }] : []),
  ];
  const side = keyDraws(desk, lines, owner);
  draws.push(...side.draws);
  return { draws, height: Math.max(GRID.rows * PITCH, side.height) + 4, leftOut: 0, signs: NO_SIGNS, notes: ["每格为一个省级地区，依大致方位排列，不表示疆界。"] };
}

interface Shading {
  shadeOf: (area: string) => Shade | null;
  key: KeyLine[];
}

function byGroup(figure: TilesFigure, table: Table): Shading {
  const names = [...new Set(figure.areas.map(({ at }) => at))].slice(0, GROUP_INKS.length); // further groups stand in the table
  const groupsOf = (area: string): number[] => names.flatMap((name, n) => (figure.areas.some((one) => one.at === name && one.area === area) ? [n] : []));
  const count = (name: string): string => {
    const row = table.rows.find(({ cells }) => cells[columnOf(table, figure.category)] === name);
    return `${printed(row?.cells[columnOf(table, figure.value)] ?? null, 0)}个${figure.open.includes(name) ? "，原文未尽列" : ""}`;
  };
  return {
    shadeOf: (area) => {
      const groups = groupsOf(area);
      return groups.length === 0 ? null : { ink: GROUP_INKS[groups[0]!]!, groups, value: null };
    },
    key: names.map((name, n) => ({ ink: GROUP_INKS[n]!, group: n, isDashed: false, words: `${name}（${count(name)}）` })),
  };
}

/** Up to four classes of equal breadth with round limits. */
function byValue(figure: TilesFigure, table: Table): Shading {
  const values = new Map(figure.areas.flatMap(({ at, area }) => {
    const row = table.rows.find(({ cells }) => cells[columnOf(table, figure.category)] === at);
    const value = row?.cells[columnOf(table, figure.value)];
    return typeof value === "number" ? [[area, value] as const] : [];
  }));
  const all = [...values.values()];
  const scale = scaleQuantize<string>().domain([Math.min(...all), Math.max(...all)]).range(CLASS_INKS).nice();
  const decimals = table.columns[columnOf(table, figure.value)]?.decimals ?? null;
  const unit = figure.unit ?? "";
  const used = CLASS_INKS.filter((ink) => all.some((value) => scale(value) === ink));
  return {
    shadeOf: (area) => (values.has(area) ? { ink: scale(values.get(area)!), groups: [], value: printed(values.get(area)!, decimals) } : null),
    key: used.map((ink) => {
      const [from, to] = scale.invertExtent(ink).map((end) => printed(Number(end.toPrecision(6)), null));
      const count = all.filter((value) => scale(value) === ink).length;
      return { ink, group: null, isDashed: false, words: `${from}至${to}${unit}（${count}个）` };
    }),
  };
}

const columnOf = (table: Table, key: string): number => table.columns.findIndex((column) => column.key === key);

function tileDraws(desk: Desk, { area, short, column, row }: Tile, shade: Shade | null, owner: Tag): Draw[] {
  const x = column * PITCH, y = row * PITCH;
  const ink = shade?.ink ?? INK.white;
  const words = shade === null && isApart(area) ? INK.grey : onInk(ink);
  const value = shade?.value == null ? null : { ...valueLook(shade.value), size: 6, ink: words };
  const hasValue = value !== null && width(desk, value) <= SIDE - 1;
  return [
    ...square(x, y, SIDE, ink, isApart(area) && shade === null, owner),
    ...label(desk, [{ ...nameLook(short), size: 10.5, ink: words }], x + SIDE / 2, y + (hasValue ? 11.5 : 15.4), "center", owner),
    ...(hasValue ? label(desk, [value], x + SIDE / 2, y + 20, "center", owner) : []),
    ...(shade?.groups ?? []).flatMap((group, n) => mark(seriesLook(group).symbol, x + SIDE - 4.2 - n * 5.4, y + 4.2, 1.7, words, false, owner).slice(1)),
  ];
}

function square(x: number, y: number, side: number, ink: string, isDashed: boolean, owner: Tag): Draw[] {
  const corners = [[x, y], [x + side, y], [x + side, y + side], [x, y + side]] as const;
  const edge = ink === INK.white || ink === INK.pale ? INK.rule : ink;
  return [
    { kind: "area", x, y, width: side, height: side, ink, tag: owner },
    ...corners.map(([x1, y1], n): Draw => ({ kind: "line", x: x1, y: y1, x2: corners[(n + 1) % 4]![0], y2: corners[(n + 1) % 4]![1], ink: edge, weight: 0.5, ...(isDashed ? { dash: [1.5, 1.5] as const } : {}), tag: owner })),
  ];
}

function keyDraws(desk: Desk, lines: readonly KeyLine[], owner: Tag): { draws: Draw[]; height: number } {
  const room = desk.page.measure - KEY - 20;
  let y = 4;
  const draws = lines.flatMap((one) => {
    const set = wrapped(desk, { ...small(one.words), ink: INK.text }, room, 4);
    const top = y;
    y += Math.max(14, set.length * (ROW + 1)) + 6;
    return [
      ...square(KEY, top, 11, one.ink, one.isDashed, owner),
      ...(one.group === null ? [] : mark(seriesLook(one.group).symbol, KEY + 7.6, top + 3.4, 1.5, onInk(one.ink), false, owner).slice(1)),
      ...drawLines(set, KEY + 18, top + SMALL + 0.8, owner, ROW + 1),
    ];
  });
  return { draws, height: y };
}
