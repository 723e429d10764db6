/** A text as flattening would have left it, whatever it has lost so far: what reads flattened text reads one form, and the marks that stand tell the model what was decided.
 *  Not here: deciding. */
import { markIndex, type Mark } from "./model/marks.ts";
import type { Losses } from "./stretches.ts";

export interface FlattenedView {
  /** Marks are dots, quotation marks ', brackets lone, blanks gone. A text that lost everything is its own view. */
  readonly text: string;
  /** Raw offset of each character of `text`, and of its end. */
  readonly at: Int32Array;
  /** Offsets into `text` of its dots. */
  readonly dots: readonly number[];
  /** Of these, what stands in the raw text already: index into MARKS. */
  readonly standing: ReadonlyMap<number, number>;
  /** Whether text.slice(start, end) may be changed: all of it was lost or stands where marks were lost. start === end asks for the place before a character. */
  readonly isLost: (start: number, end: number) => boolean;
  /** A span of `text` as a raw one; an empty one stands before its character. */
  readonly toRaw: <Spanned extends { readonly start: number; readonly end: number }>(span: Spanned) => Spanned;
}

const POINT = markIndex(".");
const PERCENT = markIndex("%");

/** What flattening does with a character, by its code unit: 0 leaves it. */
const DOT = 1, PERCENT_SIGN = 2, MARK = 3, LINE_END = 4, GONE = 5, QUOTATION = 6, CLOSING = 7;
const DONE_WITH = new Uint8Array(0x10000);
for (const [kind, characters] of [
  [DOT, "."], [PERCENT_SIGN, "%％"], [MARK, "，。、；：！？"], [LINE_END, "\n\r"], [QUOTATION, "“”‘’"], [CLOSING, "）"],
  [GONE, "（\t\v\f \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"],
] as const) for (const c of characters) DONE_WITH[c.charCodeAt(0)] = kind;

/** in: raw text, what it lost. Linear. */
export function asFlattened(raw: string, { dots: lostDots, lost }: Losses): FlattenedView {
  const pieces: string[] = [];
  const at = new Int32Array(raw.length + 1);
  const dots: number[] = [];
  const standing = new Map<number, number>();
  let nextLost = 0;
  let length = 0;
  let kept = 0; // raw offset up to which all is in `pieces` or gone
  for (let i = 0; i < raw.length; i++) {
    const kind = DONE_WITH[raw.charCodeAt(i)]!;
    if (kind === 0) { at[length++] = i; continue; }
    const start = i;
    let text = "";
    switch (kind) {
      case DOT: {
        text = ".";
        if (lostDots[nextLost] === i) nextLost++;
        else standing.set(length, POINT);
        break;
      }
      case PERCENT_SIGN: {
        text = ".";
        const mark = markIndex(`%${raw[i + 1] ?? ""}` as Mark);
        standing.set(length, mark >= 0 ? mark : PERCENT);
        if (mark >= 0) i++;
        break;
      }
      case MARK: text = "."; standing.set(length, markIndex(raw[i] as Mark)); break;
      case LINE_END: if (length > 0 && !endsWithDotOrLine(raw, at[length - 1]!)) text = "\n"; break;
      case QUOTATION: text = "'"; break;
      case CLOSING: text = ")"; break;
      default: // gone
    }
    if (text === ".") dots.push(length);
    if (text !== "") at[length++] = start;
    if (i === start && text === raw[i]) continue;
    pieces.push(raw.slice(kept, start), text);
    kept = i + 1;
  }
  pieces.push(raw.slice(kept));
  const text = pieces.join("");
  at[length] = raw.length;
  const isLost = (start: number, end: number) => {
    // Nothing is put in after a dot that stays (附件.pdf): it would look like a lost mark.
    if (start === end) return lost[start < length ? at[start]! : raw.length - 1] === 1 && standing.get(start - 1) !== POINT;
    for (let i = start; i < end; i++) if (lost[at[i]!] !== 1 || standing.has(i)) return false;
    return true;
  };
  const toRaw: FlattenedView["toRaw"] = (span) => ({ ...span, start: at[span.start]!, end: span.end === span.start ? at[span.start]! : at[span.end - 1]! + 1 });
  return { text, at: at.subarray(0, length + 1), dots, standing, isLost, toRaw };
}

/** Whether what stands for the raw character at an offset is a dot or a line end: no other line end follows it. */
const endsWithDotOrLine = (raw: string, at: number) => {
  const kind = DONE_WITH[raw.charCodeAt(at)]!;
  return kind >= DOT && kind <= LINE_END;
};
