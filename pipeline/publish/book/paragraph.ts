/** A paragraph: spans of text → lines, with paragraph-optimal breaks. CLREQ's prohibition rules, punctuation width adjustment, Han–Latin space
 *  and line adjustment. Lengths are points. Pure. Not here: splitting Latin words, hanging punctuation (most Chinese books have none). */
import { type FaceName, type Faces, glyphFor } from "./face.ts";
import { bindings, type Kind, kindOf, mayBegin, mayEnd, reductionLevel } from "./marks.ts";

/** Text of one look. `rise` lifts the baseline (superscripts), `tabular` gives all digits one width. */
export interface Span {
  text: string;
  face: FaceName;
  size: number;
  ink?: string;
  rise?: number;
  tabular?: boolean;
  /** a place of the book that these words lead to */
  link?: string;
}

/** How a paragraph is set: the measure, the first line's indent, how lines are filled. */
export interface Setting {
  measure: number;
  indent?: number;
  align: "justify" | "left" | "center" | "right";
}

/** Glyphs of one look on one line: code points and where each glyph's origin stands, from the line's left edge. `stretch` widens a dash to its em. */
export interface Run {
  face: FaceName;
  size: number;
  ink: string | undefined;
  rise: number;
  codePoints: number[];
  xs: number[];
  /** where the last box ends */
  end: number;
  stretch: number;
  link: string | undefined;
}

/** A set line: what part of the paragraph's text it holds (UTF-16, half-open) and from where to where its ink-bearing boxes reach. */
export interface Line {
  from: number;
  to: number;
  left: number;
  right: number;
  runs: Run[];
}

/** Spans → lines. The lines' slices, joined, are the input. */
export function setParagraph(spans: readonly Span[], setting: Setting, faces: Faces): Line[] {
  const units = collect(spans, faces);
  if (units.length === 0) return [];
  adjustMarks(units);
  permitBreaks(units, spans, setting);
  const breaks = chooseBreaks(units, setting);
  return breaks.map((end, n) => setLine(units, breaks[n - 1] ?? 0, end, n === 0 ? (setting.indent ?? 0) : 0, n === breaks.length - 1, setting));
}

/** The width of a text on one line, unadjusted but for its marks. */
export function widthOf(spans: readonly Span[], faces: Faces): number {
  const units = collect(spans, faces);
  adjustMarks(units);
  const last = units.length - 1;
  return units.reduce((sum, unit, i) => sum + unit.width + (i < last ? unit.gap : 0), 0) - (units[0]?.lead ?? 0) - (units[last]?.trail ?? 0);
}

/** Spans on one line, whatever its width, without looking for breaks: labels, cells. */
export function setOneLine(spans: readonly Span[], faces: Faces): Line {
  const units = collect(spans, faces);
  if (units.length === 0) return { from: 0, to: 0, left: 0, right: 0, runs: [] };
  adjustMarks(units);
  return setLine(units, 0, units.length, 0, true, { measure: Infinity, align: "left" });
}

/** A piece of text that no line may part, and the space to the next one, which a line's end swallows. */
export interface Piece {
  width: number;
  after: number;
}

/** Spans → the pieces that lines are made of, unadjusted but for their marks: enough to tell how many lines a measure takes, without setting them. */
export function piecesOf(spans: readonly Span[], faces: Faces): Piece[] {
  const units = collect(spans, faces);
  adjustMarks(units);
  permitBreaks(units, spans, { measure: Infinity, align: "left" });
  const pieces: Piece[] = [];
  let width = 0;
  units.forEach((unit, i) => {
    const blank = unit.kind === "space" ? unit.width + unit.gap : unit.gap;
    width += unit.width + unit.gap;
    if (unit.penalty === Infinity && i < units.length - 1) return;
    pieces.push({ width: width - blank, after: blank });
    width = 0;
  });
  return pieces;
}

/** One character on its way to the line. `width` is what it takes; `lead` and `trail` are the blank halves it still has and may give up. */
interface Unit {
  char: string;
  codePoint: number;
  offset: number;
  span: number;
  kind: Kind;
  face: FaceName;
  size: number;
  width: number;
  /** origin of the glyph within the box */
  shift: number;
  stretch: number;
  lead: number;
  trail: number;
  /** space to the next unit */
  gap: number;
  /** the next unit may be moved away when a line is expanded */
  elastic: boolean;
  /** penalty of a break after this unit; Infinity forbids it */
  penalty: number;
  look: Span;
}

/** In tables each digit stands in the middle of this box, in em: the widest of the Song face is 0.562, the 1 is 0.471. */
export const DIGIT_BOX = 0.56;

function collect(spans: readonly Span[], faces: Faces): Unit[] {
  const units: Unit[] = [];
  let offset = 0;
  spans.forEach((look, span) => {
    for (const char of look.text) {
      const wanted = char.codePointAt(0)!;
      const { face, glyph, codePoint } = glyphFor(faces, look.face, wanted === 0x0a || wanted === 0x09 ? 0x20 : wanted);
      const kind = kindOf(codePoint);
      const box = boxOf(char, kind, glyph.advance / 1000, look.tabular === true && char >= "0" && char <= "9");
      const ink = (glyph.left + glyph.right) / 2000;
      const unit: Unit = {
        char, codePoint, offset, span, kind, face, size: look.size, look,
        width: box * look.size,
        shift: box === glyph.advance / 1000 ? 0 : (box / 2 - ink) * look.size,
        stretch: 1, lead: 0, trail: 0, gap: 0, elastic: false, penalty: Infinity,
      };
      if (char === "—") joinDash(unit, glyph.left / 1000, glyph.right / 1000);
      if (kind === "open") unit.lead = unit.width / 2;
      if (kind === "close") unit.trail = unit.width / 2;
      units.push(unit);
      offset += char.length;
    }
  });
  return units;
}

/** Em a character takes. The interpunct always has half a square, dash and dots a whole one (CLREQ "Punctuation Width Adjustment"); † and signs
 *  of a full square are narrowed to a letter's width, as they are read with figures. */
function boxOf(char: string, kind: Kind, advance: number, tabular: boolean): number {
  if (tabular) return DIGIT_BOX;
  if (kind === "dot") return 0.5;
  if (kind === "rule") return 1;
  if (kind === "latin" && advance === 1 && "†‡×÷±≈≤≥≠°".includes(char)) return 0.66;
  return advance;
}

/** The fonts' — is 0.89 em with blank on both sides, so —— would show a gap: widen its ink to the em it stands for. */
function joinDash(unit: Unit, left: number, right: number): void {
  unit.stretch = 1 / (right - left);
  unit.shift = -left * unit.stretch * unit.size;
}

/** Widths of marks that meet, and the space between Han and Latin. First the widths, then the prohibitions (CLREQ, order of the two).
 *  Two marks that meet share half a square: 。” and ”， and （“ and 》《. */
function adjustMarks(units: Unit[]): void {
  for (let i = 0; i + 1 < units.length; i++) {
    const unit = units[i]!;
    const next = units[i + 1]!;
    if (unit.kind === "close" && (next.kind === "close" || next.kind === "open" || next.kind === "dot")) {
      unit.width -= unit.trail;
      unit.trail = 0;
    } else if (unit.kind === "open" && next.kind === "open") {
      next.width -= next.lead;
      next.shift -= next.lead;
      next.lead = 0;
    }
    // letters, digits and their signs only: a hyphen or a star beside Han gets no space (02-转变)
    const mixed = (unit.kind === "han" && /[\p{L}\d$¥+−]/u.test(next.char) && next.kind === "latin") || (unit.kind === "latin" && /[\p{L}\d%‰°]/u.test(unit.char) && next.kind === "han");
    if (mixed && unit.look.rise === undefined && next.look.rise === undefined) unit.gap = Math.min(unit.size, next.size) / 4;
    unit.elastic = !(unit.kind === "latin" && next.kind === "latin") && !(unit.kind === "rule" || next.kind === "rule") && next.look.rise === undefined;
  }
}

const AFTER_SIGN = 30; // within a long identifier, after one of - / _ . :
const EMERGENCY = 500; // within a word that no line can hold
const WITHIN_DATE = 4; // 2013年|9月

/** Where a line may end, and at what price. */
function permitBreaks(units: Unit[], spans: readonly Span[], setting: Setting): void {
  const text = spans.map((span) => span.text).join("");
  const bound = bindings(text);
  for (let i = 0; i + 1 < units.length; i++) {
    const unit = units[i]!;
    const next = units[i + 1]!;
    if (unit.kind === "space") unit.penalty = next.kind === "space" ? Infinity : 0;
    else if (next.kind === "space") unit.penalty = Infinity;
    else if (next.look.rise !== undefined || !mayBegin(next.char) || !mayEnd(unit.char) || bound[next.offset] === 1) unit.penalty = dashMayEnd(units, i) ? 0 : Infinity;
    else if (unit.kind === "latin" && next.kind === "latin") unit.penalty = "-_.:–".includes(unit.char) && !/\d/u.test(next.char) ? AFTER_SIGN : Infinity;
    else if ("年月".includes(unit.char) && /\d/u.test(next.char)) unit.penalty = WITHIN_DATE;
    else unit.penalty = 0;
  }
  relieve(units, setting.measure - (setting.indent ?? 0));
}

/** —— may not begin a line and may not be split, but a line may end in it. */
function dashMayEnd(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]!;
  return units[i]!.char === "—" && units[i - 1]?.char === "—" && next.char !== "—" && mayBegin(next.char);
}

/** A piece that is wider than the measure (a digest in a narrow cell) may part anywhere the prohibitions allow, at a high price. */
function relieve(units: Unit[], room: number): void {
  let start = 0;
  let width = 0;
  units.forEach((unit, i) => {
    width += unit.width + unit.gap;
    if (unit.penalty !== Infinity || i === units.length - 1) {
      if (width > room) {
        for (let k = start; k < i; k++) {
          const next = units[k + 1]!;
          const mark = next.kind === "close" || units[k]!.kind === "open" || units[k]!.kind === "rule" || next.kind === "rule" || next.look.rise !== undefined || next.kind === "space";
          if (!mark && (units[k]!.kind !== "latin" || mayBegin(next.char))) units[k]!.penalty = EMERGENCY;
        }
      }
      start = i + 1;
      width = 0;
    }
  });
}

const TIGHT = 1.2; // price of a line that gives up all its blank halves
const LOOSE = 0.04; // em a gap: a line expanded by so much costs 1
const LONE = 1e6; // a last line of one character (CLREQ "Widows and Orphans": 孤字不成行)
const OVERFULL = 1e9;

/** Total-fit breaking by dynamic programming over prefix sums: the ends of the lines, as unit indices. */
function chooseBreaks(units: readonly Unit[], setting: Setting): number[] {
  const n = units.length;
  const width = new Float64Array(n + 1);
  const give = new Float64Array(n + 1);
  const elastic = new Uint32Array(n + 1);
  const visible = new Uint32Array(n + 1);
  units.forEach((unit, i) => {
    width[i + 1] = width[i]! + unit.width + unit.gap;
    give[i + 1] = give[i]! + unit.lead + unit.trail + unit.gap / 2;
    elastic[i + 1] = elastic[i]! + (unit.elastic ? 1 : 0);
    visible[i + 1] = visible[i]! + (unit.kind === "space" ? 0 : 1);
  });
  const best = new Float64Array(n + 1).fill(Infinity);
  const previous = new Int32Array(n + 1).fill(-1);
  best[0] = 0;
  for (let end = 1; end <= n; end++) {
    const last = units[end - 1]!;
    const final = end === n;
    if (!final && last.penalty === Infinity) continue;
    const tail = last.kind === "space" ? last.width + last.gap : last.gap + last.trail;
    const tailGive = last.kind === "space" ? 0 : last.trail + last.gap / 2;
    for (let start = end - 1; start >= 0; start--) {
      if (best[start] === Infinity) continue;
      const lead = units[start]!.lead;
      const room = setting.measure - (start === 0 ? (setting.indent ?? 0) : 0);
      const natural = width[end]! - width[start]! - tail - (end - start > 1 || last.kind !== "open" ? lead : 0);
      const over = natural - room;
      const slack = give[end]! - give[start]! - tailGive - lead;
      const fits = over <= slack + 1e-6;
      if (!fits && end - start > 1 && over > slack + setting.measure && best[end] !== Infinity) break;
      let cost: number;
      if (!fits) cost = OVERFULL + over;
      else if (over > 0) cost = TIGHT * (over / slack) ** 2;
      else if (setting.align !== "justify") cost = final && setting.align !== "center" ? 0 : (over / room) ** 2 * 20;
      else if (final) cost = 0;
      else cost = (-over / Math.max(1, elastic[end - 1]! - elastic[start]!) / last.size / LOOSE) ** 2;
      if (final && start > 0 && visible[end]! - visible[start]! < 2) cost += LONE;
      const total = best[start]! + cost + 1 + (final ? 0 : last.penalty);
      if (total < best[end]!) {
        best[end] = total;
        previous[end] = start;
      }
      if (!fits && best[end]! < OVERFULL) break;
    }
  }
  const ends: number[] = [];
  for (let end = n; end > 0; end = previous[end]!) ends.push(end);
  return ends.reverse();
}

/** One line, its blanks reduced or its gaps expanded until it meets the measure. */
function setLine(all: readonly Unit[], start: number, end: number, indent: number, final: boolean, setting: Setting): Line {
  let stop = end;
  while (stop > start && all[stop - 1]!.kind === "space") stop--;
  const units = all.slice(start, stop).map((unit) => Object.assign({}, unit));
  const from = all[start]!.offset;
  const to = all[end]?.offset ?? all[end - 1]!.offset + all[end - 1]!.char.length;
  const first = units[0];
  const last = units.at(-1);
  if (first === undefined || last === undefined) return { from, to, left: indent, right: indent, runs: [] };
  // a mark at a line's edge is half a square (GB 5.1.10), also after the indent
  if (first.lead > 0 && units.length > 1) reduceLead(first, first.lead);
  last.width -= last.trail;
  last.trail = 0;
  last.gap = 0;
  last.elastic = false;

  const room = setting.measure - indent;
  const spare = room - sum(units);
  if (spare < 0) reduce(units, -spare);
  else if (setting.align === "justify" && !final) expand(units, spare);

  const width = sum(units);
  const free = Math.max(0, room - width);
  const left = indent + (setting.align === "center" ? free / 2 : setting.align === "right" ? free : 0);
  return { from, to, left, right: left + width, runs: runsOf(units, left) };
}

const sum = (units: readonly Unit[]): number => units.reduce((total, unit) => total + unit.width + unit.gap, 0);

function reduceLead(unit: Unit, by: number): void {
  unit.width -= by;
  unit.shift -= by;
  unit.lead -= by;
}

/** CLREQ "Procedures for Inter-Character Space Reduction": brackets, then pause marks, then Han–Latin space to an eighth, stops last. */
function reduce(units: readonly Unit[], need: number): void {
  for (const level of [1, 2, 3, 4] as const) {
    if (need <= 1e-9) return;
    const giving = (unit: Unit): number => (level === 3 ? unit.gap / 2 : reductionLevel(unit.char) === level ? unit.lead + unit.trail : 0);
    const total = units.reduce((sumOf, unit) => sumOf + giving(unit), 0);
    if (total === 0) continue;
    const share = Math.min(1, need / total);
    for (const unit of units) {
      if (level === 3) unit.gap -= (unit.gap / 2) * share;
      else if (reductionLevel(unit.char) === level) {
        reduceLead(unit, unit.lead * share);
        unit.width -= unit.trail * share;
        unit.trail -= unit.trail * share;
      }
    }
    need -= total * share;
  }
}

/** CLREQ "… Expansion": word spaces to half an em, Han–Latin space to a third, then every gap alike. Nothing opens inside words, numbers, —— and ……. */
function expand(units: readonly Unit[], spare: number): void {
  const steps: ((unit: Unit) => number)[] = [
    (unit) => (unit.kind === "space" ? Math.max(0, unit.size / 2 - unit.width) : 0),
    (unit) => (unit.gap > 0 && unit.kind !== "space" ? Math.max(0, unit.size / 3 - unit.gap) : 0),
  ];
  for (const capacity of steps) {
    const total = units.reduce((sumOf, unit) => sumOf + capacity(unit), 0);
    if (total === 0) continue;
    const share = Math.min(1, spare / total);
    for (const unit of units) unit.gap += capacity(unit) * share;
    spare -= total * share;
    if (spare <= 1e-9) return;
  }
  const open = units.filter((unit) => unit.elastic);
  for (const unit of open) unit.gap += spare / open.length;
}

function runsOf(units: readonly Unit[], left: number): Run[] {
  const runs: Run[] = [];
  let x = left;
  let run: Run | undefined;
  let previous: Unit | undefined;
  for (const unit of units) {
    if (run === undefined || previous === undefined || previous.span !== unit.span || run.face !== unit.face || run.stretch !== unit.stretch) {
      run = { face: unit.face, size: unit.size, ink: unit.look.ink, rise: unit.look.rise ?? 0, codePoints: [], xs: [], end: x, stretch: unit.stretch, link: unit.look.link };
      runs.push(run);
    }
    run.codePoints.push(unit.codePoint);
    run.xs.push(x + unit.shift);
    run.end = x + unit.width;
    x += unit.width + unit.gap;
    previous = unit;
  }
  return runs;
}
