/** Where a heading ends that ran into the text after it: hashed features of each possible end. Not here: weights, deciding. */

export const BOUNDARY_BUCKETS = 1 << 16;
export const PAUSE_BUCKETS = 1 << 18;
/** Headings longer than this are not looked for: yearbook practice keeps them under 30 characters. */
export const LONGEST_HEADING = 40;
const SHORTEST_HEADING = 2;

/** Buckets of the question "could a clause end here?", asked between any two characters of a text. */
export function pauseBuckets(left: string, right: string): number[] {
  const l = (n: number) => left.slice(-n);
  const r = (n: number) => right.slice(0, n);
  return [bucket(50, ""), bucket(51, l(1)), bucket(52, l(2)), bucket(53, l(3)), bucket(54, l(4)), bucket(55, r(1)), bucket(56, r(2)), bucket(57, r(3)), bucket(58, r(4)), bucket(59, l(1) + r(1)), bucket(60, `${l(2)}|${r(1)}`), bucket(61, `${l(1)}|${r(2)}`), bucket(62, `${l(2)}|${r(2)}`)].map((hash) => hash & (PAUSE_BUCKETS - 1));
}

/** FNV-1a over a template number and a string. */
export function bucket(template: number, text: string): number {
  let hash = Math.imul(2166136261 ^ template, 16777619);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}


const inRange = (hashes: readonly number[]) => hashes.map((hash) => hash & (BOUNDARY_BUCKETS - 1));
/** A score in steps of a half, between -8 and 8. */
const pauseStep = (score: number) => String(Math.round(Math.max(-8, Math.min(8, score)) * 2));

/** A possible end: the number of characters of the heading, 0 for "this is no heading", and its features. */
export interface Boundary { readonly end: number; readonly buckets: readonly number[] }

/** Possible ends of a heading in `text`, which begins after the heading's number and its dot; simplified as for marks.
 *
 * level   1 一、 2 （一） 3 1.
 * pause   log-odds that a clause ends between two strings */
export function boundariesOf(text: string, level: number, pause: (left: string, right: string) => number): Boundary[] {
  const head = text.slice(0, LONGEST_HEADING + 12);
  const firstDot = head.indexOf(".") < 0 ? head.length : head.indexOf(".");
  const out: Boundary[] = [{ end: 0, buckets: inRange([bucket(1, ""), bucket(6, String(level)), bucket(7, `${level}|${Math.min(firstDot, 30)}`), bucket(2, head.slice(0, 2)), bucket(3, String(Math.min(firstDot, 30))), bucket(4, head.slice(0, 4)), bucket(5, head.slice(Math.max(0, firstDot - 2), firstDot))]) }];
  const last = Math.min(LONGEST_HEADING, head.length);
  for (let end = SHORTEST_HEADING; end <= last; end++) {
    if (head[end] === "." || head[end - 1] === "." ) continue;
    if (/\d/u.test(head[end - 1]!) && /\d/u.test(head[end] ?? "")) continue;
    const l = (n: number) => head.slice(Math.max(0, end - n), end);
    const r = (n: number) => head.slice(end, end + n);
    const dots = head.slice(0, end).split(".").length - 1;
    const sinceDot = end - (head.lastIndexOf(".", end - 1) + 1);
    const nextDot = head.indexOf(".", end) < 0 ? 30 : head.indexOf(".", end) - end;
    out.push({
      end,
      buckets: inRange([
        bucket(10, ""), bucket(11, l(1)), bucket(12, l(2)), bucket(13, l(3)), bucket(14, r(1)), bucket(15, r(2)), bucket(16, r(3)), bucket(17, r(4)),
        bucket(18, l(1) + r(1)), bucket(19, l(2) + r(2)), bucket(20, String(end)), bucket(21, String(Math.min(dots, 3))), bucket(22, `${Math.min(dots, 3)}|${Math.min(sinceDot, 12)}`),
        bucket(23, String(Math.min(nextDot, 20))), bucket(24, `${r(2)}|${head.slice(0, 2) === r(2) ? 1 : 0}`), bucket(25, head.slice(0, end).includes(r(2)) && r(2).length === 2 ? "again" : "new"),
        bucket(26, head.slice(0, end).includes(r(4)) && r(4).length === 4 ? "again" : "new"), bucket(27, head.slice(0, 2) + l(2)),
        bucket(28, pauseStep(pause(head.slice(0, end), head.slice(end)))), bucket(29, `${pauseStep(pause(head.slice(0, end), head.slice(end)))}|${r(1)}`),
      ]),
    });
  }
  return out;
}
