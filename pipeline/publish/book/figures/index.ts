/** Figures → blocks of vectors: number and title above in both languages, what tells series and hedged values apart, the drawing, note and source below.
 *  The words of the figure are its alternative text. Lengths are points. Not here: each kind's drawing, choosing what is drawn (the edition says so), computing. */
import type { Figure, SeriesFigure, Table } from "../../../../schemas/table.ts";
import { type Desk, drawLine, label, look, smallText } from "../blocks.ts";
import { type Draw, moved, type Tag, tag } from "../draw.ts";
import type { Block } from "../pages.ts";
import { setParagraph } from "../paragraph/index.ts";
import { INK, LEADING } from "../style.ts";
import { bars } from "./bars.ts";
import { columns } from "./columns.ts";
import { dots } from "./dots.ts";
import type { Drawing } from "./drawing.ts";
import { hedgeKey, seriesKey } from "./key.ts";
import { small, SMALL, width } from "./labels.ts";
import { lines } from "./lines.ts";
import { plotOf } from "./plot.ts";
import { tiles } from "./tiles.ts";
import { timeline } from "./timeline.ts";

/** A figure whole, and its note; nothing when its table has nothing to draw. `anchor` is the name that links ask for. */
export function figureBlocks(desk: Desk, figure: Figure, table: Table, anchor: string | null): Block[] {
  const caption = tag("Caption");
  const owner = tag("Figure", [caption], { alt: figure.alt });
  const body = drawingOf(desk, figure, table, owner);
  if (body === null) return [];
  const head = captionDraws(desk, figure, caption);
  const key = keyDraws(desk, figure, table, owner);
  const draws = [...head.draws];
  let y = head.height;
  draws.push(...key.draws.map((draw) => moved(draw, 0, y)));
  y += key.height;
  draws.push(...body.draws.map((draw) => moved(draw, 0, y)));
  y += body.height;
  const signs = hedgeKey(desk, body.signs, owner);
  draws.push(...signs.draws.map((draw) => moved(draw, 0, y)));
  y += signs.height;
  const cut = body.leftOut > 0 ? [`后${body.leftOut}项未绘，见表${table.number}。`] : [];
  const source = look("sans", SMALL, INK.grey);
  const note = smallText(desk, [source([...body.notes, ...cut].join("")), source(`资料来源：${table.source === "" ? "" : `${table.source}；`}数据见`), source(`表${table.number}`, { link: `table-${table.id}` }), source("。")].filter(({ text }) => text !== ""), { align: "left", type: "Note" });
  const slice = { height: y + 2, draws, before: LEADING, snap: true, keep: true, floats: true, anchors: anchor === null ? [] : [anchor] };
  return [{ tag: owner, slices: [slice] }, { ...note, slices: note.slices.map((line, n) => ({ ...line, floats: true, keep: n < note.slices.length - 1 })) }];
}

/** The drawing of a figure; null where its table has nothing to draw. */
function drawingOf(desk: Desk, figure: Figure, table: Table, owner: Tag): Drawing | null {
  if (figure.kind === "tiles") return table.rows.length === 0 ? null : tiles(desk, figure, table, owner);
  if (figure.kind === "timeline") {
    const dated = table.rows.some(({ cells }) => /^\d{4}/u.test(String(cells[table.columns.findIndex(({ key }) => key === figure.dates)])));
    return dated ? timeline(desk, figure, table, owner) : null;
  }
  const plot = plotOf(figure, table);
  return plot.names.length === 0 ? null : seriesDrawing(desk, figure, plot, owner);
}

function seriesDrawing(desk: Desk, figure: SeriesFigure, plot: ReturnType<typeof plotOf>, owner: Tag): Drawing {
  switch (figure.kind) {
    case "bar": return bars(desk, plot, owner);
    case "column": return columns(desk, plot, owner);
    case "dot": return dots(desk, plot, owner);
    case "line": return lines(desk, plot, figure.unit === "位", owner);
  }
}

/** Number and title in Chinese over those in English, centred. */
function captionDraws(desk: Desk, figure: Figure, caption: Tag): { draws: Draw[]; height: number } {
  const english = tag("Span", [], { lang: "en" });
  caption.children.push(english);
  const { measure } = desk.page;
  const draws: Draw[] = [];
  let y = 4;
  const spans = [[look("sansBold", 10.5, INK.text)(`图${figure.number}　${figure.title}`), caption, 15], [small(`Figure ${figure.number}  ${figure.titleEn}`), english, 11.5]] as const;
  for (const [span, owner, row] of spans) {
    for (const line of setParagraph([span], { measure: measure - 40, align: "center" }, desk.faces)) {
      y += row;
      draws.push(...drawLine(line, 20, y, owner));
    }
  }
  return { draws, height: y + 8 };
}

/** The unit at the right, the series at the left where their drawing does not name them. */
function keyDraws(desk: Desk, figure: Figure, table: Table, owner: Tag): { draws: Draw[]; height: number } {
  if (figure.kind === "tiles" || figure.kind === "timeline") return { draws: [], height: 4 };
  const unit = figure.unit === null || figure.unit === "" ? null : small(`单位：${figure.unit}`);
  const draws = unit === null ? [] : label(desk, [unit], desk.page.measure, SMALL, "right", owner);
  const room = desk.page.measure - (unit === null ? 0 : width(desk, unit) + 16);
  const plot = plotOf(figure, table);
  const key = figure.kind === "line" || plot.series.length < 2 ? { draws: [], height: 0 } : seriesKey(desk, plot, figure.kind, room, owner);
  return { draws: [...draws, ...key.draws], height: Math.max(unit === null ? 0 : 12, key.height) + 6 };
}
