/** Facts from a seed, a row at a time: 12 columns of ids, words, offsets, sentences and numbers, and a link. The same rows as constant_memory.py makes. Not here: writing them. */
import { generator, oneOf } from "../../random.ts";
import words from "./words.json" with { type: "json" };

export interface FactRow {
  readonly texts: readonly [id: string, kind: string, document: string];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly certainty: string;
  readonly timePeriod: string;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
}

/** The last is the link, to the sheet of texts. */
export const HEADS = ["事实编号", "种类", "文本", "起", "止", "原文", "依据", "时期", "指标", "数值", "单位", "去处"] as const;
/** In Chinese characters. */
export const WIDTHS = [22, 6, 12, 6, 6, 30, 6, 8, 14, 10, 5, 12] as const;
export const TEXTS = "文本";

export function* factRows(count: number): Generator<FactRow> {
  const random = generator(8);
  let start = 0;
  for (let n = 1; n <= count; n++) {
    const document = `${String((n >> 7) + 1).padStart(4, "0")}-文本`;
    const [place, indicator, unit, clause, kind, certainty] = [oneOf(random, words.places), oneOf(random, words.indicators), oneOf(random, words.units), oneOf(random, words.clauses), oneOf(random, words.kinds), oneOf(random, words.certainties)];
    const value = Math.floor(random() * 100_000) / 10;
    const quote = `${place}的${indicator}达到${value}${unit}，${clause}。`;
    const end = start + quote.length;
    yield { texts: [`${document}:${start}-${end}:${n}`, kind, document], start, end, quote, certainty, timePeriod: String(2000 + (n % 14)), indicator, value, unit };
    start = n % 128 === 0 ? 0 : end;
  }
}

/** The link of a row as a formula, as Excel takes any number of them. */
export const linkOf = (document: string): string => `HYPERLINK("#'${TEXTS}'!A1","${document}")`;
