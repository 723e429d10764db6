/** Where a bracket opened whose ） is all that is left: hashed features of each place it may have opened. Not here: weights, deciding. */
import { bucket } from "./boundary-features.ts";

export const BRACKET_BUCKETS = 1 << 17;
/** A note in brackets longer than this is not looked for: of those in official texts 97 in 100 are shorter. */
export const LONGEST_NOTE = 60;

/** A place where the bracket may have opened, -1 for nowhere, and its features. */
export interface Opening { readonly start: number; readonly buckets: readonly number[] }

const inRange = (hashes: readonly number[]) => hashes.map((hash) => hash & (BRACKET_BUCKETS - 1));
const lengthClass = (n: number) => (n <= 8 ? String(n) : n <= 12 ? "c" : n <= 20 ? "k" : n <= 35 ? "z" : "zz");

/** Places where the bracket closed at `at` may have opened, nowhere first; as far back as the bracket or line before.
 *
 * text    flattened, through `simplify` */
export function openingsOf(text: string, at: number): Opening[] {
  const after = text.slice(at + 1, at + 3);
  const e = (n: number) => text.slice(Math.max(0, at - n), at);
  const out: Opening[] = [{ start: -1, buckets: inRange([bucket(70, ""), bucket(71, e(1)), bucket(72, e(2)), bucket(73, after), bucket(74, e(1) + after.slice(0, 1)), bucket(75, e(3))]) }];
  let dots = 0;
  for (let start = at - 1; start >= 0 && start >= at - LONGEST_NOTE; start--) {
    const first = text[start]!;
    if (first === ")" || first === "\n") break;
    if (first === ".") { dots++; continue; }
    // Neither a figure nor a Latin word is cut in two.
    if (/[0a]/u.test(first) && text[start - 1] === first) continue;
    const length = at - start;
    const l = (n: number) => text.slice(Math.max(0, start - n), start);
    const r = (n: number) => text.slice(start, Math.min(at, start + n));
    const size = lengthClass(length);
    const many = String(Math.min(dots, 4));
    const fresh = l(1) === "." ? "." : "-";
    const features = [
      bucket(80, ""), bucket(81, r(1)), bucket(82, r(2)), bucket(83, r(3)), bucket(84, r(4)), bucket(85, l(1)), bucket(86, l(2)), bucket(87, l(3)),
      bucket(88, l(1) + r(1)), bucket(89, `${l(2)}|${r(2)}`), bucket(90, `${l(1)}|${r(2)}`), bucket(91, size), bucket(92, many + size), bucket(93, fresh + many), bucket(94, fresh + size),
      bucket(95, r(2) + size), bucket(96, `${r(2)}|${e(2)}`), bucket(97, `${r(1)}|${e(1)}|${size}`), bucket(98, `${fresh}|${after.slice(0, 1)}`), bucket(99, `${fresh}|${e(2)}`), bucket(100, `${fresh}|${r(2)}`),
      bucket(101, `${fresh}|${many}|${e(1)}|${after.slice(0, 1)}`), bucket(102, `${l(2)}|${size}`),
    ];
    if (length <= 6) features.push(bucket(103, r(6)), bucket(104, `${r(6)}|${l(1)}`), bucket(105, `${r(6)}|${l(2)}`), bucket(106, `${r(6)}|${after.slice(0, 1)}`));
    out.push({ start, buckets: inRange(features) });
  }
  return out;
}
