/** Spans of text → units, one a character, as columns of numbers: what each takes on the line and what it may give up. Lengths are points.
 *  Not here: where lines end. */
import { type Faces, glyphFor, type Setter } from "../face.ts";
import type { Span } from "./types.ts";
import { classOf, KIND, kindIn } from "./marks.ts";

/** Characters on their way to the line. The columns are kept from one paragraph to the next and grow when one is longer. */
export class Units {
  count = 0;
  codePoint = new Int32Array(0);
  /** UTF-16, in the paragraph's text */
  offset = new Int32Array(0);
  span = new Uint16Array(0);
  cls = new Uint16Array(0);
  size = new Float64Array(0);
  width = new Float64Array(0);
  /** the glyph's origin within the box */
  shift = new Float64Array(0);
  /** widens a dash to its em */
  stretch = new Float64Array(0);
  /** the blank halves that it still has and may give up */
  lead = new Float64Array(0);
  trail = new Float64Array(0);
  /** space to the next unit */
  gap = new Float64Array(0);
  /** 1: the next unit may be moved away when a line is expanded */
  elastic = new Uint8Array(0);
  /** 1: a superscript, which clings to what it follows */
  raised = new Uint8Array(0);
  /** what a break after this unit costs; Infinity forbids it */
  penalty = new Float64Array(0);
  setter: Setter[] = [];

  begin(length: number): void {
    this.count = 0;
    if (length <= this.codePoint.length) return;
    const room = Math.max(512, 2 * length);
    for (const [name, column] of Object.entries(this)) {
      if (ArrayBuffer.isView(column)) Object.assign(this, { [name]: new (column.constructor as Float64ArrayConstructor)(room) });
    }
  }
}

/** In tables each digit stands in the middle of this box, in em: the widest of the Song face is 0.562, the 1 is 0.471. */
export const DIGIT_BOX = 0.56;
const TAB = 0x09;
const BREAK = 0x0a;
const BLANK = 0x20;
const DASH = 0x2014;

/** Fills `units` with the characters of the spans, each with the width it has alone. */
export function collect(units: Units, spans: readonly Span[], faces: Faces): void {
  units.begin(spans.reduce((sum, { text }) => sum + text.length, 0));
  let offset = 0;
  let i = 0;
  for (const [span, look] of spans.entries()) {
    const { text, size } = look;
    const western = WESTERN_QUOTE.test(text) && !HAN.test(text);
    for (let at = 0; at < text.length; ) {
      const wanted = text.codePointAt(at)!;
      const setter = glyphFor(faces, look.face, wanted === BREAK || wanted === TAB ? BLANK : wanted);
      const { codePoint } = setter;
      const quote = (codePoint >= 0x2018 && codePoint <= 0x201d) && (western || isApostrophe(text, at, codePoint));
      const cls = quote ? classOf(0x27) : classOf(codePoint);
      const kind = kindIn(cls);
      const { advance, left, right } = setter.glyph;
      const natural = advance / 1000;
      const box = quote ? (right - left) / 1000 + QUOTE_AIR : boxOf(codePoint, kind, natural, look.tabular === true && wanted >= 0x30 && wanted <= 0x39);
      units.codePoint[i] = codePoint;
      units.offset[i] = offset + at;
      units.span[i] = span;
      units.cls[i] = cls;
      units.size[i] = size;
      units.setter[i] = setter;
      units.width[i] = box * size;
      units.shift[i] = box === natural ? 0 : (box / 2 - (left + right) / 2000) * size;
      units.stretch[i] = 1;
      units.gap[i] = 0;
      units.elastic[i] = 0;
      units.raised[i] = look.rise === undefined ? 0 : 1;
      units.penalty[i] = Infinity;
      units.lead[i] = kind === KIND.open ? (box * size) / 2 : 0;
      units.trail[i] = kind === KIND.close ? (box * size) / 2 : 0;
      if (codePoint === DASH) {
        // the fonts' — is 0.89 em with blank on both sides, so —— would show a gap: widen its ink to the em it stands for
        const stretch = 1000 / (right - left);
        units.stretch[i] = stretch;
        units.shift[i] = (-left / 1000) * stretch * size;
      }
      i++;
      at += wanted > 0xffff ? 2 : 1;
    }
    offset += text.length;
  }
  units.count = i;
}

const WESTERN_QUOTE = /[‘’“”]/u;
const HAN = /[\u2e80-\uffef]/u;
const QUOTE_AIR = 0.12; // em around a quotation mark among Latin letters

/** ’ between two letters is an apostrophe, though the Chinese faces give it a full square. */
function isApostrophe(text: string, at: number, codePoint: number): boolean {
  return codePoint === 0x2019 && /[A-Za-z]’[A-Za-z]/u.test(text.slice(Math.max(0, at - 1), at + 2));
}

/** Em a character takes. The interpunct always has half a square, dash and dots a whole one (CLREQ "Punctuation Width Adjustment"); † and signs
 *  of a full square are narrowed to a letter's width, as they are read with figures. */
function boxOf(codePoint: number, kind: number, advance: number, tabular: boolean): number {
  if (tabular) return DIGIT_BOX;
  if (kind === KIND.dot) return 0.5;
  if (kind === KIND.rule) return 1;
  if (kind === KIND.latin && advance === 1 && codePoint !== 0x2030) return 0.66;
  return advance;
}
