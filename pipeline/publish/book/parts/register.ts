/** The index (索引): places, organisations, indicators, titles of documents and members of rosters, by pinyin, with the pages where the texts name them. */
import type { Fact } from "../../../../schemas/fact.ts";
import { type Desk, look, opening, paragraph } from "../blocks.ts";
import { type Block, fill, type Frame, type Slice } from "../pages.ts";
import type { Span } from "../paragraph.ts";
import { compareReadings, readingOf } from "../pinyin.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { nothing } from "../table/index.ts";
import { type Finder, finderOver } from "../where.ts";
import type { Part } from "./part.ts";

const GAP = 2 * BODY;
const COLUMNS = 2;
const LONGEST = 30; // a longer phrase is a sentence, not a term

export const register: Part = {
  id: "index", title: "索引", titleEn: "Index", matter: "body", listed: true,
  lay(desk) {
    const terms = termsOf(desk);
    const open = opening(desk, "index", "索引", "Index", "按汉语拼音排列，数字为页码");
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
  const count = fill(slices, frames(-1, 0)).length;
  for (let height = LEADING * 4; height < full; height += LEADING) {
    if (fill(slices, frames(count - 1, height)).length === count) return frames(count - 1, height);
  }
  return frames(-1, 0);
}

interface IndexTerm {
  word: string;
  pages: { label: string; page: number }[];
}

function termsOf(desk: Desk): IndexTerm[] {
  const finder = finderOver(desk.edition);
  const found = new Map<string, Map<number, string>>();
  for (const fact of desk.edition.facts) {
    for (const word of wordsOf(fact)) {
      const place = placeOf(desk, finder, fact, word);
      if (place === null || word.length > LONGEST || word.trim().length < 2) continue;
      const pages = found.get(word) ?? new Map<number, string>();
      pages.set(place.page, place.label);
      found.set(word, pages);
    }
  }
  return [...found].map(([word, pages]) => ({ word, pages: [...pages].map(([page, label]) => ({ page, label })).sort((a, b) => a.page - b.page) }));
}

const placeOf = (desk: Desk, finder: Finder, fact: Fact, word: string): { label: string; page: number } | null => {
  const offset = finder.offset(fact.document, fact.span, word.replace(/^《|》$/gu, ""));
  return offset === null ? null : desk.refs.passage(fact.document, offset);
};

/** What of a fact a reader may look for. */
function wordsOf(fact: Fact): string[] {
  switch (fact.kind) {
    case "observation": return [fact.indicator, ...fact.members, ...(fact.subject !== null && (fact.refArea !== null || fact.level === "central") ? [fact.subject] : [])];
    case "event": return [...fact.actors, ...fact.places];
    case "roster": return fact.members;
    case "document": return [...(fact.title === null ? [] : [`《${fact.title}》`]), ...(fact.issuer === null ? [] : [fact.issuer])];
    case "transition":
    case "assessment": return [];
  }
}

function letterBlocks(desk: Desk, terms: readonly IndexTerm[], measure: number): Block[] {
  const { pinyin } = desk.edition;
  const sorted = terms.map((term) => ({ ...term, reading: readingOf(term.word, pinyin) })).sort(compareReadings);
  const blocks: Block[] = [];
  let letter = "";
  for (const term of sorted) {
    if (term.reading.letter !== letter) {
      letter = term.reading.letter;
      blocks.push(paragraph(desk, [look("sansBold", 12, INK.accent)(letter)], { type: "H2", align: "left", measure, before: LEADING, keep: true }));
    }
    blocks.push(entry(desk, term, measure));
  }
  return blocks;
}

/** A term and its pages; what runs over hangs two characters in. */
function entry(desk: Desk, term: IndexTerm, measure: number): Block {
  const number = look("sans", 8.5, INK.accent);
  const comma = look("sans", 8.5, INK.grey);
  const spans: Span[] = [look("serif", 9.5, INK.text)(`${term.word}　`)];
  term.pages.forEach(({ label, page }, n) => spans.push(...(n === 0 ? [] : [comma(", ")]), number(label, { link: `#${page}` })));
  return paragraph(desk, spans, { x: 0, measure, align: "left", row: LEADING, snap: true });
}
