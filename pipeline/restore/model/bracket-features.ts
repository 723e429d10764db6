/** Where a bracket opened whose ） is all that is left: hashed features of each place it may have opened. Not here: weights, deciding. */
import { addWord, after, bar, before, begin, finish } from "./boundary-features.ts";
import { addText } from "./hash.ts";

export const BRACKET_BUCKETS = 1 << 17;
/** A note in brackets longer than this is not looked for: of those in official texts 97 in 100 are shorter. */
export const LONGEST_NOTE = 60;

/** A place where the bracket may have opened, -1 for nowhere, and its features. */
export interface Opening { readonly start: number; readonly buckets: readonly number[] }

const inBrackets = (hash: number) => finish(hash) & (BRACKET_BUCKETS - 1);
const lengthClass = (n: number) => (n <= 8 ? String(n) : n <= 12 ? "c" : n <= 20 ? "k" : n <= 35 ? "z" : "zz");

/** Places where the bracket closed at `at` may have opened, nowhere first; as far back as the bracket or line before.
 *
 * text    flattened, through `simplify` */
export function openingsOf(text: string, at: number): Opening[] {
  const out: Opening[] = [{ start: -1, buckets: openedNowhere(text, at) }];
  let dots = 0;
  for (let start = at - 1; start >= 0 && start >= at - LONGEST_NOTE; start--) {
    const first = text[start]!;
    if (first === ")" || first === "\n") break;
    if (first === ".") { dots++; continue; }
    // Neither a figure nor a Latin word is cut in two.
    if ((first === "0" || first === "a") && text[start - 1] === first) continue;
    out.push({ start, buckets: openedAt(text, start, at, Math.min(dots, 4)) });
  }
  return out;
}

function openedNowhere(text: string, at: number): number[] {
  return [begin(70), before(begin(71), text, at, 1), before(begin(72), text, at, 2), after(begin(73), text, at + 1, 2), after(before(begin(74), text, at, 1), text, at + 1, 1), before(begin(75), text, at, 3)].map(inBrackets);
}

/** dots    how many stand between, as far as four */
function openedAt(text: string, start: number, at: number, dots: number): number[] {
  const length = at - start;
  const size = lengthClass(length);
  const fresh = text[start - 1] === "." ? "." : "-";
  const r1 = start + 1, r2 = Math.min(at, start + 2), r3 = Math.min(at, start + 3), r4 = Math.min(at, start + 4), r6 = Math.min(at, start + 6);
  const features = [
    begin(80), addText(begin(81), text, start, r1), addText(begin(82), text, start, r2), addText(begin(83), text, start, r3), addText(begin(84), text, start, r4),
    before(begin(85), text, start, 1), before(begin(86), text, start, 2), before(begin(87), text, start, 3),
    addText(before(begin(88), text, start, 1), text, start, r1), addText(bar(before(begin(89), text, start, 2)), text, start, r2), addText(bar(before(begin(90), text, start, 1)), text, start, r2),
    addWord(begin(91), size), addWord(addWord(begin(92), dots), size), addWord(addWord(begin(93), fresh), dots), addWord(addWord(begin(94), fresh), size),
    addWord(addText(begin(95), text, start, r2), size), before(bar(addText(begin(96), text, start, r2)), text, at, 2), addWord(bar(before(bar(addText(begin(97), text, start, r1)), text, at, 1)), size),
    after(bar(addWord(begin(98), fresh)), text, at + 1, 1), before(bar(addWord(begin(99), fresh)), text, at, 2), addText(bar(addWord(begin(100), fresh)), text, start, r2),
    after(bar(before(bar(addWord(bar(addWord(begin(101), fresh)), dots)), text, at, 1)), text, at + 1, 1), addWord(bar(before(begin(102), text, start, 2)), size),
  ];
  if (length <= 6) {
    features.push(
      addText(begin(103), text, start, r6), before(bar(addText(begin(104), text, start, r6)), text, start, 1),
      before(bar(addText(begin(105), text, start, r6)), text, start, 2), after(bar(addText(begin(106), text, start, r6)), text, at + 1, 1),
    );
  }
  return features.map(inBrackets);
}
