/** Errata and the editor's corrections (勘误与编者订正): what stood, what stands now, who signs for it and why. Not here: applying them. */
import type { AppliedCorrection } from "../../../../schemas/correction.ts";
import type { EditionText } from "../../../../schemas/edition.ts";
import { textsOf } from "../../../../schemas/edition-texts.ts";
import { fieldInWords, isCoded, valueInWords } from "../../fields.ts";
import { quoteOf } from "../../repairs.ts";
import { bodyText, type Desk, look, paragraph, serif, smallText } from "../blocks.ts";
import type { Block } from "../pages.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { sourceOf } from "../table/index.ts";
import { type PageOf, pagesOver } from "../where.ts";
import { clipped, dateInWords } from "../words.ts";

const TARGETS = [["repair", "文字复原的订正"], ["fact", "事实的订正"], ["finding", "核对结果的确认"]] as const;
const ACTIONS = { set: "改", drop: "删", add: "补", confirm: "核" } as const;

/** All corrections of the edition, those of the text first, then of facts, then of findings; each in the order of corrections.yaml. */
export function correctionBlocks(desk: Desk): Block[] {
  const { corrections } = desk.edition;
  if (corrections.length === 0) return [bodyText(desk, "本版没有订正。")];
  const people = new Set(corrections.map(({ correction }) => correction.who));
  const texts = new Map(textsOf(desk.edition).map((text) => [text.id, text]));
  const pageOf = pagesOver(desk);
  const intro = bodyText(desk, `本版订正${corrections.length}条，由${[...people].join("、")}签署。原文文件未作改动。〔改〕为更改，〔删〕为删去，〔补〕为增补，〔核〕为核过、照旧；每条之下为签署人、日期、出处（文本及原文字符起止）和本书页码。`);
  return [intro, ...TARGETS.flatMap(([target, title]) => {
    const all = corrections.filter((one) => one.target === target);
    if (all.length === 0) return [];
    return [paragraph(desk, [look("sansBold", BODY, INK.text)(`${title}（${all.length}条）`)], { type: "H3", align: "left", before: LEADING / 2, keep: true }), ...all.flatMap((one) => blocksOf(desk, one, texts.get(one.document), pageOf(one)))];
  })];
}

function blocksOf(desk: Desk, applied: AppliedCorrection, text: EditionText | undefined, page: PageOf | null): Block[] {
  const { correction } = applied;
  const x = 2 * BODY;
  const measure = desk.page.measure - x;
  const small = look("sans", 7.5, INK.grey);
  const words = `${subjectOf(desk, applied, text)}：${[changesInWords(applied), correction.why].filter((one) => one !== "").map((one) => one.replace(/。$/u, "")).join("。")}。`;
  return [
    paragraph(desk, [look("sansBold", BODY, INK.mid)(`〔${ACTIONS[correction.action]}〕`), serif(words)], { x, measure, keep: true }),
    smallText(desk, [small(`${correction.who}　${dateInWords(correction.when)}　${sourceOf(applied)}`), ...(page === null ? [] : [small("　"), small(`第${page.label}页`, { link: page.link })])], { x, measure, type: "Note", align: "left" }),
  ];
}

/** What was corrected: of a repair the words around as they are printed now, of a finding what was compared, else the raw words. */
function subjectOf(desk: Desk, applied: AppliedCorrection, text: EditionText | undefined): string {
  const finding = applied.target === "finding" ? desk.edition.findings.find(({ id }) => id === applied.id) : undefined;
  if (finding !== undefined) return `${finding.title}，“${clip(applied.quote)}”（${finding.arithmetic}）`;
  if (applied.target !== "repair" || text === undefined) return `“${clip(applied.quote)}”`;
  const standing = text.repairs.find(({ kind, span }) => (kind === "heading") === isHeading(applied) && span.start === applied.span.start && span.end === applied.span.end);
  const repair = standing ?? { kind: "mark", span: applied.span, raw: applied.quote, restored: applied.quote, reason: "", confidence: 1 };
  return `“${quoteOf({ text, repair, doubtful: false })}”`;
}

const isHeading = ({ correction, changes }: AppliedCorrection): boolean => correction.heading !== undefined || changes.some(({ before }) => typeof before === "string" && before.includes("\n"));

/** 原作“%，”，今作“%；” · 数值 63.4 → 63.5 · empty where nothing changed. */
function changesInWords(applied: AppliedCorrection): string {
  const { target, correction, changes } = applied;
  if (target === "finding") return changes.length === 0 ? "编者已核" : "编者已核，照原文刊出";
  return changes.map(({ field, before, after }) => {
    if (field === "confidence") return `编者已核（原把握${valueInWords(field, before)}）`;
    if (target === "repair" && isHeading(applied)) return correction.action === "add" ? `今作标题（第${correction.heading}级），单独成行` : "原作标题，今与下文连排";
    if (target === "repair") return `${correction.action === "add" ? "原样" : "原作"}${quoted(field, before)}，今作${quoted(field, after)}`;
    const name = fieldInWords(field);
    return correction.action === "add" ? `${name}${quoted(field, after)}` : `${name}${quoted(field, before)}，改为${quoted(field, after)}`;
  }).join("；");
}

/** A value as a reader takes it: text in “ ”, a line end as ／, nothing as （无）; a long one cut, which stands whole in the workbook. */
function quoted(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "（无）";
  return typeof value === "string" && !isCoded(field) ? `“${clip(value.trim().replaceAll("\n", "／"))}”` : valueInWords(field, value);
}

const LONGEST = 60;
const clip = (words: string): string => clipped(words, LONGEST);
