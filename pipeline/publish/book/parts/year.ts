/** The year at a glance (年度要览) and the chronicle (大事记). */
import type { Event, Fact, Observation } from "../../../../schemas/fact.ts";
import { type Desk, drawLine, label, look, opening, paragraph, serif, smallText } from "../blocks.ts";
import { type Draw, tag } from "../draw.ts";
import { figureBlocks } from "../figures/index.ts";
import type { Block } from "../pages.ts";
import { setParagraph, type Span } from "../paragraph/index.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { nothing, sourceOf } from "../table/index.ts";
import { signWords } from "../table/notes.ts";
import { pagesOver } from "../where.ts";
import { dateInWords, valueInWords } from "../words.ts";
import { flow, type Part } from "./part.ts";

export const glance: Part = {
  id: "glance", title: "年度要览", titleEn: "The Year at a Glance", matter: "body", listed: true,
  lay(desk) {
    const { edition } = desk;
    const numbers = keyFigures(edition.facts, edition.spec.year);
    const wanted = edition.figures.filter((figure) => figure.glance);
    const figures = (wanted.length >= 2 ? wanted : [...wanted, ...edition.figures.filter((figure) => !figure.glance)].slice(0, 2)).flatMap((figure) => {
      const table = edition.tables.find((one) => one.id === figure.table);
      return table === undefined ? [] : figureBlocks(desk, figure, table, null);
    });
    const signs = signWords((status) => numbers.some(({ certainty }) => certainty === status));
    return flow(desk, [
      opening(desk, "glance", "年度要览", "The Year at a Glance", `${edition.spec.year}`),
      ...(numbers.length === 0 && figures.length === 0 ? [nothing(desk, "本年文本未载可列的数字。")] : []),
      ...bigNumbers(desk, numbers),
      ...(signs.length > 0 ? [smallText(desk, [look("sans", 7.5, INK.grey)(`${signs.join("；")}。`)], { type: "Note", align: "left" })] : []),
      ...figures,
    ]);
  },
};

const MOST = 9;
const LARGE = 1e5;

/** The figures a reader asks for first, of the edition's year: levels and shares of named subjects, then what is large, each named thing once, in the texts' order. */
function keyFigures(facts: readonly Fact[], year: number): Observation[] {
  const seen = new Set<string>();
  const found: Observation[] = [];
  const named = facts.filter((fact): fact is Observation => fact.kind === "observation" && nameOf(fact).length <= 26);
  const all = named.filter(({ timePeriod }) => timePeriod?.startsWith(String(year)) === true);
  const isLevel = ({ measure, indicator }: Observation): boolean => measure === "level" && indicator.length > 2;
  for (const wanted of [
    (fact: Observation) => fact.unit === "%" && isLevel(fact) && fact.subject !== null,
    (fact: Observation) => isLevel(fact) && (fact.unit === "%" || Math.abs(fact.value) >= LARGE),
    isLevel,
    (fact: Observation) => fact.unit === "%",
  ]) {
    for (const fact of all) {
      if (found.length >= MOST || seen.has(nameOf(fact)) || !wanted(fact)) continue;
      seen.add(nameOf(fact));
      found.push(fact);
    }
  }
  const usable = found.length - (found.length % 3 === 1 && found.length > 3 ? 1 : 0);
  return found.slice(0, usable).sort((a, b) => facts.indexOf(a) - facts.indexOf(b));
}

const MEASURES: Readonly<Partial<Record<Observation["measure"], string>>> = { growth: "增长", change: "变动", share: "比重" };
function nameOf(fact: Observation): string {
  const name = fact.subject === null ? fact.indicator : joined(fact.subject, fact.indicator);
  const measure = MEASURES[fact.measure];
  return measure === undefined || name.includes(measure) ? name : `${name}（${measure}）`;
}

/** Subject and indicator as one name; what ends the one and begins the other is said once: 省级热线 + 热线接通率 → 省级热线接通率. */
function joined(subject: string, indicator: string): string {
  if (indicator.includes(subject)) return indicator;
  let shared = Math.min(subject.length, indicator.length);
  while (shared > 0 && !subject.endsWith(indicator.slice(0, shared))) shared--;
  return subject + indicator.slice(shared);
}

/** Three a row: the figure large, what it is below, where it stands. */
function bigNumbers(desk: Desk, facts: readonly Observation[]): Block[] {
  const pageOf = pagesOver(desk);
  const gap = 18;
  const width = (desk.page.measure - 2 * gap) / 3;
  const blocks: Block[] = [];
  for (let n = 0; n < facts.length; n += 3) {
    const list = tag("L");
    const draws: Draw[] = [];
    facts.slice(n, n + 3).forEach((fact, i) => {
      const item = tag("LBody");
      list.children.push(tag("LI", [item]));
      const x = i * (width + gap);
      const { before, figure, after } = valueInWords(fact);
      const small = look("sans", 10, INK.accent);
      const sign = fact.certainty === "stated" ? [] : [look("sans", 9, INK.mid)(fact.certainty === "restored" ? "*" : "†", { rise: 12 })];
      draws.push({ kind: "line", x, y: 2, x2: x + width, y2: 2, ink: INK.light, weight: 0.8, tag: null });
      const spans: Span[] = [...(before === "" ? [] : [small(`${before} `)]), look("sansBold", figure.length > 7 ? 20 : 27, INK.accent)(figure), small(` ${after}`), ...sign];
      draws.push(...label(desk, spans, x, 34, "left", item));
      const lines = setParagraph([look("sans", 9, INK.text)(nameOf(fact))], { measure: width, align: "left" }, desk.faces).slice(0, 2);
      lines.forEach((line, k) => draws.push(...drawLine(line, x, 50 + k * 12.5, item)));
      const where = pageOf(fact);
      if (where !== null) draws.push(...label(desk, [look("sans", 7.5, INK.grey)(`${fact.timePeriod === null ? "" : `${dateInWords(fact.timePeriod)}　`}见第${where.label}页`, { link: where.link })], x, 50 + lines.length * 12.5, "left", item));
    });
    blocks.push({ tag: list, slices: [{ height: 5 * LEADING, draws, snap: true, keep: false }] });
  }
  return blocks;
}

/** 大事记: what happened, by date; each with its source and the page where the text tells it. */
export const chronicle: Part = {
  id: "chronicle", title: "大事记", titleEn: "Chronicle", matter: "body", listed: true,
  lay(desk) {
    const events = desk.edition.facts.filter((fact): fact is Event => fact.kind === "event");
    // A day without a year is no day of the edition's year: it stands after the dated ones.
    const key = (fact: Event): string => (fact.timePeriod ?? "9999").replace(/^-/u, "9998");
    // a day sorts into its month: 2013-09 stands before 2013-09-12; equal dates keep the texts' order
    const sorted = events.map((fact, n) => ({ fact, n })).sort((a, b) => (key(a.fact) < key(b.fact) ? -1 : key(a.fact) > key(b.fact) ? 1 : a.n - b.n));
    const pageOf = pagesOver(desk);
    return flow(desk, [
      opening(desk, "chronicle", "大事记", "Chronicle", `${desk.edition.spec.year}`),
      ...(events.length === 0 ? [nothing(desk, "本年文本未载有日期的事件。")] : sorted.map(({ fact }) => eventBlock(desk, fact, pageOf))),
    ]);
  },
};

const DATE = 92;

/** The date as the chronicle prints it; a year that the text does not give is not filled in. */
function dateOf(timePeriod: string | null): string {
  if (timePeriod === null) return "日期未详";
  return timePeriod.startsWith("--") ? `${dateInWords(timePeriod)}（年份未载）` : dateInWords(timePeriod);
}

function eventBlock(desk: Desk, fact: Event, pageOf: ReturnType<typeof pagesOver>): Block {
  const where = pageOf(fact);
  const words = fact.text.replace(/[，、；,;]$/u, "");
  const source = look("sans", 7.5, INK.grey);
  const spans: Span[] = [serif(/[。！？][”』」]*$/u.test(words) ? words : `${words}。`), source(`　${sourceOf(fact)}`)];
  if (where !== null) spans.push(source(`　第${where.label}页`, { link: where.link }));
  const block = paragraph(desk, spans, { x: DATE, measure: desk.page.measure - DATE, before: LEADING / 2, align: "justify" });
  const date = tag("Span");
  block.tag.children.unshift(date);
  const first = block.slices[0]!;
  const lines = setParagraph([look("sansBold", 9, INK.accent)(dateOf(fact.timePeriod))], { measure: DATE - BODY, align: "left" }, desk.faces);
  const draws = lines.slice(0, 2).flatMap((line, n) => drawLine(line, 0, 12.3 + n * 11, date));
  return { tag: block.tag, slices: [{ ...first, draws: [...draws, ...first.draws] }, ...block.slices.slice(1)] };
}
