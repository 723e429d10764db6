/** A table's title, unit and heads, and the 续表 of its next pages. Lengths are points. Not here: rows. */
import type { Table } from "../../../../schemas/table.ts";
import { baseline, drawLine, label, look as inLook } from "../blocks.ts";
import { type Draw, moved, type Tag, tag } from "../draw.ts";
import type { Slice } from "../pages.ts";
import type { Line, Span } from "../paragraph/index.ts";
import { INK, LEADING } from "../style.ts";
import { type Column, englishSpan, headSpan, linesOf, partsOf } from "./columns.ts";
import { type Grid, type Name, ruled } from "./grid.ts";
import { FINE, HEAVY } from "./look.ts";

const TITLE = 10.5;
const small = inLook("sans", 8, INK.grey);

/** Title, English title, unit and heads in one slice, so that no page parts them. */
export function headSlice(grid: Grid, table: Table, name: Name, anchor: string | null): Slice {
  const caption = tag("Caption");
  const english = tag("Span", [], { lang: "en" });
  grid.tag.children.push(caption);
  const draws: Draw[] = [];
  let y = 0;
  for (const line of titleLines(grid, inLook("sansBold", TITLE, INK.text), `${name.zh}${table.number}　${table.title}`)) {
    draws.push(...drawLine(line, grid.left, y + baseline(TITLE, 16), caption));
    y += 16;
  }
  caption.children.push(english);
  for (const line of titleLines(grid, small, `${name.en} ${table.number}  ${table.titleEn}`)) {
    draws.push(...drawLine(line, grid.left, y + baseline(8, 12), english));
    y += 12;
  }
  if (table.unit !== null) {
    draws.push(...unitLine(grid, table.unit, y, caption));
    y += 12;
  }
  y += 4;
  const head = headRow(grid, grid.tag);
  return { height: y + head.height, draws: [...draws, ...head.draws.map((draw) => moved(draw, 0, y))], before: LEADING, snap: true, keep: true, anchors: anchor === null ? [] : [anchor] };
}

/** A title no wider than its table (CY/T 170—2019); one that does not fit breaks before its brackets first. */
function titleLines({ type, width }: Grid, look: (text: string) => Span, title: string): readonly Line[] {
  const whole = [look(title)];
  const parts = type.width(whole) <= width ? [whole] : partsOf(title).map((part) => [look(part)]);
  return parts.flatMap((spans) => type.lines(spans, { measure: width, align: "center" }));
}

/** The width a title takes on one line: its table is not narrower, where the page allows. */
export const titleWidth = ({ type }: Pick<Grid, "type">, table: Table, name: Name): number => type.width([inLook("sansBold", TITLE, INK.text)(`${name.zh}${table.number}　${table.title}`)]) + 1;

const unitLine = ({ desk, left, width }: Grid, unit: string, y: number, owner: Tag | null): Draw[] => label(desk, [small(`单位：${unit}`)], left + width, y + baseline(8, 12), "right", owner);

/** What opens each next page of the table: 续表, the unit and the heads again, for the eye only: a listener has heard them. */
export function continued(grid: Grid, table: Table, name: Name): Slice[] {
  const { desk, left, width } = grid;
  const words = label(desk, [inLook("sansBold", 9, INK.text)(`续${name.zh}${table.number}`)], left + width / 2, baseline(9, 14), "center");
  const unit = table.unit === null ? [] : unitLine(grid, table.unit, 1, null);
  const head = headRow(grid, null);
  return [{ height: 15, draws: [...words, ...unit] }, { height: head.height, draws: head.draws }];
}

/** Heads between the top rule and the fine one, centred over their columns' blocks; the Chinese stands on one foot, the English hangs below it. */
function headRow(grid: Grid, owner: Tag | null): { draws: Draw[]; height: number } {
  const { look, columns } = grid;
  const row = tag("TR");
  owner?.children.push(tag("THead", [row]));
  const set = columns.map((column) => headCell(grid, column));
  const above = Math.max(...set.map(({ zh }) => zh.length)) * look.headRow;
  const below = Math.max(...set.map(({ en }) => en.length)) * look.enRow;
  const top = look.air + 0.6;
  const draws = set.flatMap(({ zh, en }, i) => {
    const column = columns[i]!;
    const cell = owner === null ? null : tag("TH", [], { scope: "Column" });
    const english = cell === null ? null : tag("Span", [], { lang: "en" });
    if (cell !== null) row.children.push(cell);
    if (cell !== null && english !== null && en.length > 0) cell.children.push(english);
    return [
      ...zh.flatMap((line, n) => centred(grid, column, line, top + above - (zh.length - n) * look.headRow + baseline(look.size, look.headRow), cell)),
      ...en.flatMap((line, n) => centred(grid, column, line, top + above + n * look.enRow + baseline(look.en, look.enRow), english)),
    ];
  });
  const height = top + above + below + look.air + 0.4;
  return { height, draws: [ruled(grid, 0, HEAVY), ...draws, ruled(grid, height, FINE)] };
}

function headCell({ type, look }: Grid, { head, width }: Column): { zh: readonly Line[]; en: readonly Line[] } {
  const measure = width - 2 * look.pad;
  return {
    zh: linesOf(head, measure, look, type).flatMap((line) => type.lines([headSpan(line, look)], { measure, align: "center" })),
    en: head.titleEn === "" ? [] : type.lines([englishSpan(head.titleEn, look)], { measure, align: "center" }),
  };
}

/** A line of a head over the middle of its column's block, within the column. */
function centred({ left, look }: Grid, column: Column, line: Line, y: number, owner: Tag | null): Draw[] {
  const width = line.right - line.left;
  const x = Math.max(look.pad, Math.min(column.start + column.block / 2 - width / 2, column.width - look.pad - width));
  return drawLine(line, left + column.x + x - line.left, y, owner);
}
