/** The index (索引) in columns: letters as heads, terms by pinyin with pages, tables and references, each a link. Not here: which terms. */
import { type Desk, look, opening, paragraph } from "../blocks.ts";
import { type Block, fill, type Frame, framesTaken, type Slice } from "../pages.ts";
import type { Span } from "../paragraph/index.ts";
import { compareReadings, readerOver } from "../index-of-terms/pinyin.ts";
import { pageAnchor } from "../refs.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { nothing } from "../table/index.ts";
import { type IndexTerm, termsOf } from "../index-of-terms/terms.ts";
import type { Part } from "./part.ts";

const GAP = 2 * BODY;
const COLUMNS = 2;
const HANG = BODY;

export const register: Part = {
  id: "index", title: "索引", titleEn: "Index", matter: "body", listed: true,
  lay(desk) {
    const terms = termsOf(desk);
    const open = opening(desk, "index", "索引", "Index", "按汉语拼音排列，数字为页码，表号为所载之表");
    const width = (desk.page.measure - GAP * (COLUMNS - 1)) / COLUMNS;
    const blocks = terms.length === 0 ? [nothing(desk, "本年没有可编入索引的词。")] : letterBlocks(desk, terms, width);
    const slices = blocks.flatMap((block) => block.slices);
    const head = open.slices[0]!;
    const pages = fill(slices, balanced(desk, slices, head.height));
    const first = pages[0];
    first?.draws.unshift(...fill([head], () => ({ x: 0, top: desk.page.top, height: head.height, fresh: true }))[0]!.draws);
    first?.anchors.unshift({ name: "part-index", y: desk.page.top });
    return { tags: [open.tag, ...blocks.map((block) => block.tag)], pages };
  },
};

/** Frames in columns; the last page's columns are as short as still hold what is left. */
function balanced(desk: Desk, slices: readonly Slice[], head: number): (n: number) => Frame {
  const full = desk.page.rows * LEADING;
  const width = (desk.page.measure - GAP * (COLUMNS - 1)) / COLUMNS;
  const top = (n: number): number => (n < COLUMNS ? head : 0);
  const frames = (last: number, height: number) => (n: number): Frame => ({
    x: (n % COLUMNS) * (width + GAP), top: desk.page.top + top(n), fresh: n % COLUMNS === 0,
    height: Math.floor(n / COLUMNS) === last ? Math.min(height, full - top(n)) : full - top(n),
  });
  const count = framesTaken(slices, frames(-1, 0));
  for (let height = LEADING * 4; height < full; height += LEADING) {
    if (framesTaken(slices, frames(count - 1, height)) === count) return frames(count - 1, height);
  }
  return frames(-1, 0);
}

function letterBlocks(desk: Desk, terms: readonly IndexTerm[], measure: number): Block[] {
  const reader = readerOver(desk.edition.pinyin);
  const sorted = terms.map((term) => ({ ...term, reading: reader(term.word) })).sort(compareReadings);
  const places = new Map(sorted.map(({ word }, n) => [word, `term-${String(n).padStart(5, "0")}`]));
  const blocks: Block[] = [];
  let letter = "";
  for (const term of sorted) {
    if (term.reading.letter !== letter) {
      letter = term.reading.letter;
      blocks.push(paragraph(desk, [look("sansBold", 12, INK.accent)(letter)], { type: "H2", align: "left", measure, before: LEADING, keep: true }));
    }
    blocks.push(entry(desk, term, places, measure));
  }
  return blocks;
}

/** A term, its pages and tables, or the name it is listed under; what runs over hangs two characters in. */
function entry(desk: Desk, term: IndexTerm, places: ReadonlyMap<string, string>, measure: number): Block {
  const number = look("sans", 8.5, INK.accent);
  const plain = look("sans", 8.5, INK.grey);
  const term9 = look("serif", 9.5, INK.text);
  const parts: Span[] = term.see === null
    ? [...term.pages.map(({ label }) => number(label, { link: pageAnchor(label) })), ...term.tables.map(({ number: table, id }) => number(`表${table}`, { link: `table-${id}` }))]
    : [term9(term.see, { link: places.get(term.see)! })];
  const spans = [term9(`${term.word}　`), ...(term.see === null ? [] : [plain("见 ")]), ...parts.flatMap((part, n) => (n === 0 ? [part] : [plain(", "), part]))];
  return paragraph(desk, spans, { x: HANG, indent: -HANG, measure: measure - HANG, align: "left", row: LEADING, snap: true, anchors: [places.get(term.word)!] });
}
