/** Judged marks, added up: the share right, figures a mark, what was taken for what. Not here: judging, confidence, printing. */
import { group, mean, sum } from "d3-array";
import type { Answer } from "./marks.ts";

export interface MarkFigures {
  readonly gold: number;
  readonly said: number;
  readonly hit: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Tally {
  readonly marks: number;
  readonly right: number;
  readonly accuracy: number;
  /** Mean F1 of the four marks that carry the text, 、 ， 。 %, as far as they occur. */
  readonly macroF1: number;
  /** By single mark, the commonest first: %， counts for % and for ，. */
  readonly byMark: Readonly<Record<string, MarkFigures>>;
  /** wanted → said → how often, by whole answers: %， is neither % nor ，. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** 。 against ，, whether or not a % stands before it. */
  readonly stops: Stops;
}

/** Where a sentence ended, and where only a clause did. */
export interface Stops {
  readonly stops: number;
  readonly stopsAsCommas: number;
  readonly commas: number;
  readonly commasAsStops: number;
  /** Of the places where one of the two stood and one of the two was put, the share right. */
  readonly accuracy: number;
}

const CARRY = ["、", "，", "。", "%"];

export function tally(answers: readonly Answer[]): Tally {
  const byMark = figuresByMark(answers);
  const right = answers.filter((answer) => answer.right).length;
  return {
    marks: answers.length,
    right,
    accuracy: share(right, answers.length),
    macroF1: mean(CARRY.filter((mark) => byMark[mark]?.gold), (mark) => byMark[mark]!.f1) ?? 0,
    byMark,
    confusion: confusionOf(answers),
    stops: stopsOf(answers),
  };
}

/** An answer for each key of `keyOf`, in the order of the keys. */
export function tallyBy<T extends Answer>(answers: readonly T[], keyOf: (answer: T) => string): Record<string, Tally> {
  const groups = [...group(answers, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([key, some]) => [key, tally(some)]));
}

function figuresByMark(answers: readonly Answer[]): Record<string, MarkFigures> {
  const counts = new Map<string, { gold: number; said: number; hit: number }>();
  const row = (mark: string) => counts.get(mark) ?? counts.set(mark, { gold: 0, said: 0, hit: 0 }).get(mark)!;
  for (const { want, said } of answers) {
    const rest = [...said];
    for (const mark of rest) row(mark).said++;
    for (const mark of want) {
      row(mark).gold++;
      const at = rest.indexOf(mark);
      if (at < 0) continue;
      row(mark).hit++;
      rest.splice(at, 1);
    }
  }
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y.gold - x.gold || (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([mark, { gold, said, hit }]) => {
    const f1 = share(2 * hit, gold + said);
    return [mark, { gold, said, hit, precision: share(hit, said), recall: share(hit, gold), f1 }];
  }));
}

function confusionOf(answers: readonly Answer[]): Record<string, Record<string, number>> {
  const out: Record<string, Record<string, number>> = {};
  for (const { want, said } of answers) {
    const row = (out[want] ??= {});
    row[said] = (row[said] ?? 0) + 1;
  }
  return out;
}

function stopsOf(answers: readonly Answer[]): Stops {
  const ends = answers.map(({ want, said }) => want.slice(-1) + said.slice(-1));
  const count = (pair: string) => sum(ends, (end) => Number(end === pair));
  const wanted = (mark: string) => sum(answers, ({ want }) => Number(want.endsWith(mark)));
  const [stopsAsCommas, commasAsStops] = [count("。，"), count("，。")];
  const right = count("。。") + count("，，");
  return { stops: wanted("。"), stopsAsCommas, commas: wanted("，"), commasAsStops, accuracy: share(right, right + stopsAsCommas + commasAsStops) };
}

/** 0 of 0 is 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
