/** Titles that fell out with their 《》: found by what is left around the hole, shown as lost, never guessed. GB/T 15834—2011, 4.15. Not here: the words that give a hole away. */
import type { Edit } from "./edits.ts";
import { cues } from "./title-cues.ts";

/** What a lost title prints as. */
export const LOST_TITLE = "《〔题名缺失〕》";

/** Lost titles, and the 、 that joined them, as edits in raw order. */
export function findLostTitles(raw: string): Edit[] {
  const found = new Map<string, Edit>();
  const walked = new Set<number>();
  for (const { name, pattern, reason, confidence } of cues) {
    for (const match of raw.matchAll(pattern)) {
      const at = match.index + match[0].length;
      // 以下简称): the bracket closes the note, the title stood before it.
      const edits = name === "short-for" ? [hole(at, at)] : listFrom(raw, at, walked);
      for (const { start, end, text } of edits) {
        const key = `${start}-${end}`;
        if (!found.has(key)) found.set(key, { start, end, text, kind: text === "、" ? "mark" : "title", reason: text === "、" ? "题名之间" : reason, confidence });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

type Hole = Pick<Edit, "start" | "end" | "text">;
const hole = (start: number, end: number): Hole => ({ start, end, text: LOST_TITLE });

/** 和, 及 that join titles. 和平, 及其, 及时 do not. */
const CONJUNCTION = /^(?:以及|及(?![其时早格])|和(?![平谐解])|或者)/u;
/** What shows that the words before it were a list to its last dot: 依照.的规定, 根据.等法律. */
const LIST_WENT_ON = /^(?:的|等(?![距级额式同于])|第[一二三四五六七八九十百]{1,5}[条章]|以下简称|及其)/u;

/** The titles of a list whose first hole is at `at`: 根据.).和)等文件 → four, joined by 、、和. A dot that parts clauses ends it.
 *
 * walked   holes of the lists before, where this one ends when it runs into them: a long list is not walked again from each of its titles */
function listFrom(raw: string, at: number, walked: Set<number>): Hole[] {
  const out: Hole[] = [];
  for (let i = at; ;) {
    if (walked.has(i)) return out;
    walked.add(i);
    const end = raw[i] === ")" ? i + 1 : i;
    out.push(hole(i, end));
    const joiner = joinerAt(raw, end);
    if (joiner === 0) return out;
    if (raw[end] === ".") out.push({ start: end, end: end + 1, text: "、" });
    i = end + joiner;
  }
}

/** Length of what joins the title before `at` to one after it; 0 where none follows. */
function joinerAt(raw: string, at: number): number {
  if (raw[at] === ".") return raw[at + 1] === ")" || conjunctionAt(raw, at + 1) > 0 || LIST_WENT_ON.test(raw.slice(at + 1, at + 8)) ? 1 : 0;
  return conjunctionAt(raw, at);
}

/** Length of a conjunction at `at` with nothing to join after it: 和), 和., 和的规定. */
function conjunctionAt(raw: string, at: number): number {
  const length = CONJUNCTION.exec(raw.slice(at, at + 3))?.[0].length ?? 0;
  if (length === 0) return 0;
  const after = raw.slice(at + length, at + length + 8);
  return after === "" || /^[.)]/u.test(after) || LIST_WENT_ON.test(after) ? length : 0;
}
