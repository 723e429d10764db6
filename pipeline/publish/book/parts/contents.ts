/** Contents (目录): parts with their English, texts, entries, tables and figures, leaders and page numbers, all of them links. */
import { drawLine, look, opening } from "../blocks.ts";
import type { Desk } from "../blocks.ts";
import { type Draw, tag, type Tag } from "../draw.ts";
import type { Entry } from "../entries.ts";
import type { Block } from "../pages.ts";
import { setParagraph, type Span, widthOf } from "../paragraph/index.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { flow, type Part } from "./part.ts";

const NUMBER = 34; // room for the page number
const HANG = 3.6 * BODY; // room for 表14
const ENGLISH = 11; // row of the English title

export function contents(entries: readonly Entry[]): Part {
  return {
    id: "contents", title: "目录", titleEn: "Contents", matter: "front", listed: true,
    lay: (desk) => flow(desk, [opening(desk, "contents", "目录", "Contents", ""), toc(desk, entries)]),
  };
}

function toc(desk: Desk, entries: readonly Entry[]): Block {
  const owner = tag("TOC");
  const open = [owner]; // a contents of its own for each level (PDF 1.7, 14.8.4.2)
  const slices = entries.flatMap((entry, n) => {
    const item = tag("Reference");
    open.length = Math.min(open.length, entry.level);
    while (open.length < entry.level) {
      const below = tag("TOC");
      open.at(-1)!.children.push(below);
      open.push(below);
    }
    open.at(-1)!.children.push(tag("TOCI", [item]));
    const lines = oneLink(item, lineOf(desk, entry, item));
    return lines.map(({ draws, height }, i) => ({
      height, draws, before: entry.level === 1 && i === 0 ? LEADING * 0.6 : 0,
      keep: i < lines.length - 1 || entries[n + 1] !== undefined && entries[n + 1]!.level > entry.level,
    }));
  });
  return { tag: owner, slices };
}

/** Title and number lead to the same page: to a screen reader they are one link, with several places to click. */
function oneLink<L extends { draws: Draw[] }>(item: Tag, lines: L[]): L[] {
  const link = item.children.find(({ type }) => type === "Link");
  if (link === undefined) return lines;
  item.children = [link];
  return lines.map((line) => ({ ...line, draws: line.draws.map((draw): Draw => (draw.tag?.type === "Link" ? { ...draw, tag: link } : draw)) }));
}

/** An entry: title, English beside it where it fits and below it where not, leader, number. */
function lineOf(desk: Desk, entry: Entry, item: ReturnType<typeof tag>): { draws: Draw[]; height: number }[] {
  const { measure } = desk.page;
  const x = (entry.level - 1) * 2 * BODY;
  const title: Span = entry.level === 1 ? look("sansBold", 11, INK.accent)(entry.title) : look("serif", entry.level === 2 ? BODY : 9.5, entry.level === 2 ? INK.text : INK.grey)(entry.title);
  const english = entry.titleEn === "" ? [] : [look("sans", 8, INK.grey)(entry.titleEn)];
  const beside = english.length > 0 && x + widthOf([title], desk.faces) + 12 + widthOf(english, desk.faces) < measure - NUMBER - 20;
  // what runs over hangs behind the number
  const numbered = /^(?<name>[表图]\S+)　(?<rest>.+)$/u.exec(entry.title)?.groups;
  const hang = numbered === undefined ? 0 : HANG;
  const lead = numbered === undefined ? [] : setParagraph([{ ...title, text: numbered["name"]!, link: entry.anchor }], { measure: HANG, align: "left" }, desk.faces).slice(0, 1);
  const lines = setParagraph([{ ...title, text: numbered?.["rest"] ?? entry.title, link: entry.anchor }], { measure: measure - NUMBER - 14 - x - hang, align: "left" }, desk.faces);
  const set = lines.map((line, n) => [...(n === 0 ? lead.flatMap((one) => drawLine(one, x, 12.5, item)) : []), ...drawLine(line, x + hang, 12.5, item)]);
  let end = x + hang + (lines.at(-1)?.right ?? 0);
  const last = set.at(-1) ?? [];
  if (beside) {
    const [line] = setParagraph(english, { measure, align: "left" }, desk.faces);
    last.push(...drawLine(line!, end + 10, 12.5, item));
    end += 10 + (line?.right ?? 0);
  }
  const number = setParagraph([{ ...look("sans", 9, entry.level === 1 ? INK.accent : INK.text)(desk.refs.page(entry.anchor)), link: entry.anchor }], { measure: NUMBER, align: "right" }, desk.faces)[0]!;
  const from = Math.ceil((end + 6) / 4) * 4;
  const to = measure - NUMBER + number.left - 5;
  if (to - from > 8) last.push({ kind: "line", x: from, y: 10.5, x2: to, y2: 10.5, ink: INK.rule, weight: 0.7, dash: [0.7, 3.3], tag: null });
  last.push(...drawLine(number, measure - NUMBER, 12.5, item));
  const below = english.length > 0 && !beside ? setParagraph(english, { measure: measure - NUMBER - 14 - x - hang, align: "left" }, desk.faces).map((line) => drawLine(line, x + hang, 9, item)) : [];
  const row = entry.level === 3 ? 15.5 : LEADING;
  return [...set.map((draws) => ({ draws, height: row })), ...below.map((draws, n) => ({ draws, height: n === below.length - 1 ? ENGLISH + 4 : ENGLISH }))];
}
