/** An evaluation as lines for a terminal. Not here: any figure. */
import { FACT_KINDS } from "../../schemas/fact-kinds.ts";
import { together, type Evaluation, type FactFigures, type Form, type TextFigures } from "./evaluate.ts";
import { aligned } from "./columns.ts";
import type { Reliability } from "./reliability.ts";
import type { Stops, Tally } from "./tally.ts";

/** More texts than this are in the JSON only. */
const MANY = 20;

export function evaluationLines({ marks, facts }: Evaluation): string[] {
  const lines: string[] = [];
  if (marks) {
    const { all, texts, genres, splits, reliability } = marks;
    lines.push(...summary(all, texts), ...section("by mark", byMark(all)), ...section("confusion: a row what the text had, a column what was put", confusion(all)), "", ...stops(all.stops));
    if (Object.keys(genres).length > 1) lines.push(...section("by genre", byGroup("genre", genres, texts)));
    const sameGroups = texts.every(({ genre, split }) => genre === split);
    if (!sameGroups) lines.push(...section("by split", byGroup("split", splits, texts)));
    if (texts.length > 1 && texts.length <= MANY) lines.push(...section("by text", byText(texts)));
    lines.push(...section("confidence", reliabilityTable(reliability)), "", ...calibration(reliability));
  }
  if (Object.keys(facts).length > 0) lines.push(...section("facts: F1 of their core slots / of all slots, and how many are annotated", aligned(["texts", "form", ...FACT_KINDS], factRows(facts))));
  return lines;
}

/** A row for each split and form of the text, and one for all of a form where there are several splits. */
function factRows(facts: Evaluation["facts"]): string[][] {
  const splits = Object.entries(facts);
  const rowsOf = (name: string, of: Evaluation["facts"][string]) => FORMS.filter((form) => Object.keys(of[form]).length > 0).map((form) => [name, form, ...FACT_KINDS.map((kind) => factCell(of[form][kind]))]);
  return [...splits.flatMap(([split, of]) => rowsOf(split, of)), ...(splits.length > 1 ? rowsOf("all", together(splits.map(([, of]) => of))) : [])];
}

const FORMS: readonly Form[] = ["degraded", "clean"];
const factCell = (figures: FactFigures[keyof FactFigures]): string => (figures ? `${three(figures.coreF1)} / ${three(figures.fullF1)}  ${figures.gold}` : "");

const section = (title: string, lines: readonly string[]): string[] => ["", title, ...lines.map((line) => `  ${line}`)];
const three = (share: number): string => share.toFixed(3);
const whole = (count: number): string => count.toLocaleString("en-US");
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function summary(all: Tally, texts: readonly TextFigures[]): string[] {
  const broken = texts.filter(({ intact }) => !intact);
  return [
    `marks right  ${all.accuracy.toFixed(4)}  (${whole(all.right)} of ${whole(all.marks)} in ${whole(texts.length)} ${texts.length === 1 ? "text" : "texts"})`,
    `macro F1     ${all.macroF1.toFixed(4)}  (、 ， 。 %)`,
    broken.length === 0 ? "content      kept in every text" : `content      broken in ${broken.length}, which score nothing: ${broken.map(({ id }) => id).join(", ")}`,
  ];
}

function byMark({ byMark: marks }: Tally): string[] {
  const rows = Object.entries(marks).map(([mark, { gold, precision, recall, f1 }]) => [named(mark), whole(gold), three(precision), three(recall), three(f1)]);
  return aligned(["mark", "gold", "precision", "recall", "F1"], rows);
}

const ORDER = ["。", "，", "、", "；", "：", "！", "？", "%", "%。", "%，", "%、", "%；", ".", ""];
const inOrder = (a: string, b: string): number => (place(a) - place(b)) || (a < b ? -1 : 1);
const place = (answer: string): number => (ORDER.includes(answer) ? ORDER.indexOf(answer) : ORDER.length);

/** A row what the text had, a column what was put; 0 is left blank, so that the diagonal and the heaps stand out. */
function confusion({ confusion: counts }: Tally): string[] {
  const wanted = Object.keys(counts).toSorted(inOrder);
  const said = [...new Set(Object.values(counts).flatMap((row) => Object.keys(row)))].toSorted(inOrder);
  const rows = wanted.map((want) => [named(want), ...said.map((one) => { const n = counts[want]![one]; return n ? whole(n) : ""; })]);
  return aligned(["", ...said.map(named)], rows);
}

/** A decimal point and nothing at all are hard to see by themselves. */
function named(answer: string): string {
  return answer === "" ? "none" : answer === "." ? "point" : answer;
}

function stops({ stops: ends, stopsAsCommas, commas, commasAsStops, accuracy }: Stops): string[] {
  return [
    `。 against ，: of ${whole(ends)} 。 ${whole(stopsAsCommas)} became ， (${percent(stopsAsCommas / (ends || 1))}); of ${whole(commas)} ， ${whole(commasAsStops)} became 。 (${percent(commasAsStops / (commas || 1))}).`,
    `Where one of the two stood and one of the two was put, ${percent(accuracy)} are right.`,
  ];
}

function byGroup(name: "genre" | "split", groups: Readonly<Record<string, Tally>>, texts: readonly TextFigures[]): string[] {
  const rows = Object.entries(groups).map(([key, { marks, accuracy, macroF1, byMark: of }]) => {
    const inside = texts.filter((text) => text[name] === key);
    const f1s = ["、", "，", "。", "%"].map((mark) => (of[mark]?.gold ? three(of[mark].f1) : "–"));
    return [key === "" ? "(top)" : key, whole(inside.length), whole(marks), three(accuracy), three(macroF1), ...f1s, whole(inside.filter(({ intact }) => !intact).length)];
  });
  return aligned([name, "texts", "marks", "right", "macro F1", "、", "，", "。", "%", "broken"], rows);
}

function byText(texts: readonly TextFigures[]): string[] {
  return aligned(["text", "marks", "right"], texts.map(({ id, marks, accuracy }) => [id, whole(marks), three(accuracy)]));
}

function reliabilityTable({ bins }: Reliability): string[] {
  const rows = bins.map(({ from, to, count, said, right }) => [`${from} to ${to}`, whole(count), said === null ? "–" : three(said), right === null ? "–" : three(right)]);
  return aligned(["said", "decisions", "mean said", "right"], rows);
}

function calibration({ calibrationError, decisions, errors, errorsInDoubtfulTenth, doubtfulTenthBelow }: Reliability): string[] {
  return [
    `Expected calibration error ${three(calibrationError)} over ${whole(decisions)} decisions.`,
    `The doubtful tenth (least sure, up to ${three(doubtfulTenthBelow)}) holds ${percent(errorsInDoubtfulTenth)} of the ${whole(errors)} errors.`,
  ];
}
