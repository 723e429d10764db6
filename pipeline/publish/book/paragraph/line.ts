/** One line: its blanks reduced or its gaps expanded until it meets the measure, its glyphs placed. Not here: where it ends (breaks). */
import { reserve } from "./glyphs.ts";
import type { Line, Run, Setting, Span } from "./types.ts";
import { KIND, kindIn, reductionLevel } from "./marks.ts";
import type { Units } from "./units.ts";

/** What the line changes of its units: copies, as a paragraph's units are also weighed for other lines. */
let width = new Float64Array(256);
let shift = new Float64Array(256);
let lead = new Float64Array(256);
let trail = new Float64Array(256);
let gap = new Float64Array(256);

function take(units: Units, start: number, stop: number): void {
  const n = stop - start;
  if (width.length < n) [width, shift, lead, trail, gap] = Array.from({ length: 5 }, () => new Float64Array(2 * n)) as [Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>];
  for (let i = 0; i < n; i++) {
    width[i] = units.width[start + i]!;
    shift[i] = units.shift[start + i]!;
    lead[i] = units.lead[start + i]!;
    trail[i] = units.trail[start + i]!;
    gap[i] = units.gap[start + i]!;
  }
}

/** Sets the units from `start` to `end`; `final` is a paragraph's last line, which is not expanded. */
export function setLine(units: Units, spans: readonly Span[], start: number, end: number, indent: number, final: boolean, setting: Setting): Line {
  let stop = end;
  while (stop > start && kindIn(units.cls[stop - 1]!) === KIND.space) stop--;
  const n = stop - start;
  const from = units.offset[start]!;
  const past = end - 1;
  const to = end < units.count ? units.offset[end]! : units.offset[past]! + (units.codePoint[past]! > 0xffff ? 2 : 1);
  if (n === 0) return { from, to, left: indent, right: indent, runs: [] };
  take(units, start, stop);
  // a mark at a line's edge is half a square (GB 5.1.10; CLREQ "Punctuation Width Adjustment"), also after the indent; no space at an edge ("Mixed Text")
  if (n > 1) reduceLead(0, lead[0]!);
  width[n - 1] = width[n - 1]! - trail[n - 1]!;
  trail[n - 1] = 0;
  gap[n - 1] = 0;

  const room = setting.measure - indent;
  const spare = room - sum(n);
  if (spare < 0) reduce(units, start, n, -spare);
  else if (setting.align === "justify" && !final) expand(units, start, n, spare);

  const wide = sum(n);
  const free = Math.max(0, room - wide);
  const left = indent + (setting.align === "center" ? free / 2 : setting.align === "right" ? free : 0);
  return { from, to, left, right: left + wide, runs: runsOf(units, spans, start, n, left) };
}

function sum(n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += width[i]! + gap[i]!;
  return total;
}

function reduceLead(i: number, by: number): void {
  width[i] = width[i]! - by;
  shift[i] = shift[i]! - by;
  lead[i] = lead[i]! - by;
}

/** CLREQ "Procedures for Inter-Character Space Reduction": brackets, then pause marks, then Han–Latin space to an eighth, stops last. The faces' word
 *  space is less than the quarter it may be reduced to. */
function reduce(units: Units, start: number, n: number, need: number): void {
  for (const level of [1, 2, 3, 4] as const) {
    if (need <= 1e-9) return;
    let total = 0;
    const giving = (i: number): number => (level === 3 ? gap[i]! / 2 : reductionLevel(units.codePoint[start + i]!) === level ? lead[i]! + trail[i]! : 0);
    for (let i = 0; i < n; i++) total += giving(i);
    if (total === 0) continue;
    const share = Math.min(1, need / total);
    for (let i = 0; i < n; i++) {
      if (level === 3) gap[i] = gap[i]! - (gap[i]! / 2) * share;
      else if (lead[i]! + trail[i]! > 0 && reductionLevel(units.codePoint[start + i]!) === level) {
        reduceLead(i, lead[i]! * share);
        width[i] = width[i]! - trail[i]! * share;
        trail[i] = trail[i]! - trail[i]! * share;
      }
    }
    need -= total * share;
  }
}

/** CLREQ "… Expansion": word spaces to half an em, Han–Latin space to a third, then every gap alike. Nothing opens inside words, numbers, —— and ……. */
function expand(units: Units, start: number, n: number, spare: number): void {
  for (const step of ["words", "scripts"] as const) {
    const capacity = (i: number): number => {
      const space = kindIn(units.cls[start + i]!) === KIND.space;
      const size = units.size[start + i]!;
      if (step === "words") return space ? Math.max(0, size / 2 - width[i]!) : 0;
      return gap[i]! > 0 && !space ? Math.max(0, size / 3 - gap[i]!) : 0;
    };
    let total = 0;
    for (let i = 0; i < n - 1; i++) total += capacity(i);
    if (total === 0) continue;
    const share = Math.min(1, spare / total);
    for (let i = 0; i < n - 1; i++) gap[i] = gap[i]! + capacity(i) * share;
    spare -= total * share;
    if (spare <= 1e-9) return;
  }
  let open = 0;
  for (let i = 0; i < n - 1; i++) open += units.elastic[start + i]!;
  for (let i = 0; i < n - 1; i++) if (units.elastic[start + i] === 1) gap[i] = gap[i]! + spare / open;
}

/** Glyphs of one look and one stretch together. */
function runsOf(units: Units, spans: readonly Span[], start: number, n: number, left: number): Run[] {
  let runs: Run[] = [];
  const { glyphs, from } = reserve(n);
  let x = left;
  let run: Run | undefined;
  for (let i = 0; i < n; i++) {
    const unit = start + i;
    const { face } = units.setter[unit]!;
    if (run === undefined || units.span[unit] !== units.span[unit - 1] || run.face !== face || run.stretch !== units.stretch[unit]) {
      const look = spans[units.span[unit]!]!;
      run = { face, size: look.size, ink: look.ink, rise: look.rise ?? 0, glyphs, from: from + i, to: from + i, end: x, stretch: units.stretch[unit]!, link: look.link };
      // concat keeps the array to its size: most lines have one run, and one that was pushed to would hold room for seventeen
      runs = runs.concat(run);
    }
    glyphs.codePoints[run.to] = units.codePoint[unit]!;
    glyphs.xs[run.to] = x + shift[i]!;
    run.to++;
    run.end = x + width[i]!;
    x += width[i]! + gap[i]!;
  }
  return runs;
}
