/** A text as flattening would have left it, whatever it has lost so far: what reads flattened text reads one form, and the marks that stand tell the model what was decided.
 *  Not here: deciding. */
import { MARKS } from "./model/marks.ts";
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

const index = (mark: string) => MARKS.indexOf(mark as (typeof MARKS)[number]);
const POINT = index(".");

/** in: raw text, what it lost. Linear. */
export function asFlattened(raw: string, { dots: lostDots, lost }: Losses): FlattenedView {
  const text: string[] = [];
  const at = new Int32Array(raw.length + 1);
  const dots: number[] = [];
  const standing = new Map<number, number>();
  let nextLost = 0;
  const put = (c: string, i: number) => { at[text.length] = i; text.push(c); };
  const putDot = (i: number, mark: number | null) => {
    dots.push(text.length);
    if (mark !== null) standing.set(text.length, mark);
    put(".", i);
  };
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i]!;
    if (c === ".") {
      if (lostDots[nextLost] === i) { nextLost++; putDot(i, null); }
      else putDot(i, POINT);
    } else if (c === "%" || c === "％") {
      const mark = index(`%${raw[i + 1] ?? ""}`);
      putDot(i, mark >= 0 ? mark : index("%"));
      if (mark >= 0) i++;
    } else if (/[，。、；：！？]/u.test(c)) putDot(i, index(c));
    else if (/\s/u.test(c)) { if (/[\n\r]/u.test(c) && text.length > 0 && !/[.\n]/u.test(text.at(-1)!)) put("\n", i); }
    else if (/[“”‘’]/u.test(c)) put("'", i);
    else if (c === "）") put(")", i);
    else if (c !== "（") put(c, i);
  }
  at[text.length] = raw.length;
  const isLost = (start: number, end: number) => {
    // Nothing is put in after a dot that stays (附件.pdf): it would look like a lost mark.
    if (start === end) return lost[start < text.length ? at[start]! : raw.length - 1] === 1 && standing.get(start - 1) !== POINT;
    for (let i = start; i < end; i++) if (lost[at[i]!] !== 1 || standing.has(i)) return false;
    return true;
  };
  const toRaw: FlattenedView["toRaw"] = (span) => ({ ...span, start: at[span.start]!, end: span.end === span.start ? at[span.start]! : at[span.end - 1]! + 1 });
  return { text: text.join(""), at: at.subarray(0, text.length + 1), dots, standing, isLost, toRaw };
}
