/** The preface and the columns (栏目): texts as 分目, their level-1 headings as 条目, their sentences as paragraphs. */
import type { EditionText } from "../../../../schemas/edition.ts";
import { titleOf } from "../../../../schemas/edition-texts.ts";
import type { Sentence } from "../../../../schemas/outline.ts";
import { bodyText, type Desk, entryHead, heading, look, opening, paragraph } from "../blocks.ts";
import { sectionAnchor, textAnchor } from "../entries.ts";
import { type Margin, marginOver } from "../margin.ts";
import type { Block } from "../pages.ts";
import { BODY, INK } from "../style.ts";
import { nothing } from "../table/index.ts";
import { flow, type Part } from "./part.ts";

/** A part of texts; `first` is the number of its first text in printing order. */
export function textPart(part: { id: string; title: string; titleEn: string; over: string; matter: "front" | "body" }, texts: readonly EditionText[], first: number): Part {
  return {
    id: part.id, title: part.title, titleEn: part.titleEn, matter: part.matter, listed: true,
    lay: (desk) => flow(desk, partBlocks(desk, part, texts, first)),
  };
}

function* partBlocks(desk: Desk, part: { id: string; title: string; titleEn: string; over: string }, texts: readonly EditionText[], first: number): Iterable<Block> {
  const margin = marginOver(desk.edition);
  yield opening(desk, part.id, part.title, part.titleEn, part.over);
  for (const [i, text] of texts.entries()) yield* textBlocks(desk, text, first + i, texts.length === 1 && text.outline.title === part.title, margin);
  if (texts.length === 0) yield nothing(desk, "本年没有归入本栏目的文本。");
}

/** One text. Where the part has its very title, the title is not printed twice. */
function* textBlocks(desk: Desk, text: EditionText, n: number, titled: boolean, margin: Margin): Iterable<Block> {
  yield titled ? anchorOnly(textAnchor(n)) : heading(desk, 2, titleOf(text), textAnchor(n));
  let section = -1;
  for (const sentences of paragraphs(text.outline.sentences)) {
    const [opens] = sentences;
    if (opens === undefined) continue;
    for (; section < opens.section; section++) yield* headOf(desk, text, section + 1, n);
    yield passage(desk, text.id, sentences, margin);
  }
  for (; section < text.outline.sections.length - 1; section++) yield* headOf(desk, text, section + 1, n);
  yield paragraph(desk, [look("sans", 7.5, INK.grey)(`文本：${text.id}　原文${text.raw.length}字符，修复${text.repairs.length}处`)], { align: "right", type: "Note" });
}

const anchorOnly = (name: string): Block => ({ tag: { type: "Span", children: [] }, slices: [{ height: 0, draws: [], keep: true, anchors: [name] }] });

function headOf(desk: Desk, text: EditionText, index: number, n: number): Block[] {
  const section = text.outline.sections[index];
  if (section === undefined || section.level === 0 || section.heading === "") return [];
  if (section.level === 1) return [entryHead(desk, section.title === "" ? section.heading : section.title, sectionAnchor(n, index))];
  return [heading(desk, 4, section.heading, null, { x: 2 * BODY, measure: desk.page.measure - 2 * BODY })];
}

/** Sentences of one paragraph together, in order. */
function paragraphs(sentences: readonly Sentence[]): Sentence[][] {
  const groups: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && last.paragraph === sentence.paragraph && last.section === sentence.section) groups.at(-1)!.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/** A paragraph that knows where its characters stand in the restored text. */
function passage(desk: Desk, text: string, sentences: readonly Sentence[], margin: Margin): Block {
  const starts: { at: number; start: number }[] = [];
  let words = "";
  for (const sentence of sentences) {
    starts.push({ at: words.length, start: sentence.start });
    words += sentence.text;
  }
  const at = (offset: number): number => {
    const piece = starts.findLast((one) => one.at <= offset) ?? starts[0]!;
    return piece.start + offset - piece.at;
  };
  return bodyText(desk, words, { passage: { text, at }, margin: (from, to) => margin(text, from, to) });
}
