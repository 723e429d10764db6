/** Where a line may end, and at what price. CLREQ "Prohibition Rules for Line Start and Line End", "Unbreakable Marks". Not here: choosing. */
import type { Setting, Span } from "./types.ts";
import { bindings, classOf, DIGIT, KIND, kindIn, NOT_FIRST, NOT_LAST } from "./marks.ts";
import type { Units } from "./units.ts";

const AFTER_SIGN = 30; // within a long identifier, after one of - _ . : –
const EMERGENCY = 500; // within a word that no line can hold
const WITHIN_DATE = 4; // 2013年|9月

const SIGNS_WITHIN = new Set(Array.from("-_.:–", (char) => char.codePointAt(0)!));
const YEAR = 0x5e74;
const MONTH = 0x6708;
const DASH = 0x2014;

export function permitBreaks(units: Units, spans: readonly Span[], setting: Setting): void {
  const { count, cls, codePoint, raised, penalty, offset } = units;
  const [only] = spans;
  const bound = bindings(spans.length === 1 ? only!.text : spans.map((span) => span.text).join(""));
  for (let i = 0; i + 1 < count; i++) {
    const own = cls[i]!, next = cls[i + 1]!;
    const kind = kindIn(own), follows = kindIn(next);
    if (kind === KIND.space) penalty[i] = follows === KIND.space ? Infinity : 0;
    else if (follows === KIND.space) penalty[i] = Infinity;
    else if (raised[i + 1] === 1 || (next & NOT_FIRST) !== 0 || (own & NOT_LAST) !== 0 || bound[offset[i + 1]!] === 1) penalty[i] = dashMayEnd(units, i) ? 0 : Infinity;
    else if (kind === KIND.latin && follows === KIND.latin) penalty[i] = SIGNS_WITHIN.has(codePoint[i]!) && (next & DIGIT) === 0 ? AFTER_SIGN : Infinity;
    else if ((codePoint[i] === YEAR || codePoint[i] === MONTH) && (next & DIGIT) !== 0) penalty[i] = WITHIN_DATE;
    else penalty[i] = 0;
  }
  relieve(units, setting.measure - (setting.indent ?? 0));
}

/** —— may not begin a line and may not be split, but a line may end in it. */
function dashMayEnd({ codePoint, count }: Units, i: number): boolean {
  return i + 1 < count && codePoint[i] === DASH && i > 0 && codePoint[i - 1] === DASH && codePoint[i + 1] !== DASH && (classOf(codePoint[i + 1]!) & NOT_FIRST) === 0;
}

/** A piece that is wider than the measure (a digest in a narrow cell) may part anywhere the prohibitions allow, at a high price. */
function relieve(units: Units, room: number): void {
  const { count, cls, width, gap, penalty, raised } = units;
  let start = 0;
  let wide = 0;
  for (let i = 0; i < count; i++) {
    wide += width[i]! + gap[i]!;
    if (penalty[i] === Infinity && i < count - 1) continue;
    if (wide > room) {
      for (let k = start; k < i; k++) {
        const kind = kindIn(cls[k]!), follows = kindIn(cls[k + 1]!);
        const mark = follows === KIND.close || kind === KIND.open || kind === KIND.rule || follows === KIND.rule || raised[k + 1] === 1 || follows === KIND.space;
        if (!mark && (kind !== KIND.latin || (cls[k + 1]! & NOT_FIRST) === 0)) penalty[k] = EMERGENCY;
      }
    }
    start = i + 1;
    wide = 0;
  }
}
