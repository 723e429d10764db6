/** Total-fit breaking: the ends of a paragraph's lines by dynamic programming over prefix sums (Knuth and Plass 1981), the whole paragraph weighed
 *  at once. Not here: where a break is allowed (permit), what becomes of the line (line). */
import type { Setting } from "./types.ts";
import { KIND, kindIn, SOLID } from "./marks.ts";
import type { Units } from "./units.ts";

const TIGHT = 1.2; // price of a line that gives up all its blank halves
const LOOSE = 0.04; // em a gap: a line expanded by so much costs 1
const LONE = 1e6; // a last line of one character (CLREQ "Widows and Orphans": 孤字不成行)
const OVERFULL = 1e9;
const RAGGED = 20; // price of a blank as wide as the measure where lines are not filled

/** Prefix sums and the table of the best way to each place, kept from one paragraph to the next. */
const sums = { width: new Float64Array(0), give: new Float64Array(0), elastic: new Uint32Array(0), solid: new Uint32Array(0), best: new Float64Array(0), previous: new Int32Array(0), places: new Int32Array(0) };

function grow(length: number): typeof sums {
  if (sums.width.length >= length) return sums;
  const room = Math.max(1024, 2 * length);
  return Object.assign(sums, { width: new Float64Array(room), give: new Float64Array(room), elastic: new Uint32Array(room), solid: new Uint32Array(room), best: new Float64Array(room), previous: new Int32Array(room), places: new Int32Array(room) });
}

/** The ends of the lines, as unit indices, exclusive. */
export function chooseBreaks(units: Units, setting: Setting): number[] {
  const n = units.count;
  if (n === 0) return [];
  const { width, give, elastic, solid, best, previous, places } = grow(n + 1);
  width[0] = give[0] = elastic[0] = solid[0] = best[0] = 0;
  for (let i = 0; i < n; i++) {
    width[i + 1] = width[i]! + units.width[i]! + units.gap[i]!;
    give[i + 1] = give[i]! + units.lead[i]! + units.trail[i]! + units.gap[i]! / 2;
    elastic[i + 1] = elastic[i]! + units.elastic[i]!;
    solid[i + 1] = solid[i]! + ((units.cls[i]! & SOLID) === 0 ? 0 : 1);
  }
  const indent = setting.indent ?? 0;
  const justified = setting.align === "justify";
  places[0] = 0;
  let known = 1; // places where a line may begin, so far
  let first = 0; // the first of them from which a line still fits: it only moves on
  for (let end = 1; end <= n; end++) {
    const last = end - 1;
    const final = end === n;
    if (!final && units.penalty[last] === Infinity) continue;
    const space = kindIn(units.cls[last]!) === KIND.space;
    const tail = width[end]! - (space ? units.width[last]! + units.gap[last]! : units.gap[last]! + units.trail[last]!);
    const tailGive = give[end]! - (space ? 0 : units.trail[last]! + units.gap[last]! / 2);
    const price = 1 + (final ? 0 : units.penalty[last]!);
    let cheapest = Infinity;
    let from = -1;
    for (let k = first; k < known; k++) {
      const start = places[k]!;
      const lead = start < last || kindIn(units.cls[last]!) !== KIND.open ? units.lead[start]! : 0;
      const room = start === 0 ? setting.measure - indent : setting.measure;
      const over = tail - width[start]! - lead - room;
      const slack = tailGive - give[start]! - units.lead[start]!;
      let cost: number;
      if (over > slack + 1e-6) {
        // too long, as are all that begin before it; the last place has to do, if none fits
        if (k < known - 1) {
          first = k + 1;
          continue;
        }
        cost = OVERFULL + over;
      } else if (over > 0) cost = TIGHT * (over / slack) ** 2;
      else {
        if (justified) cost = final ? 0 : (over / Math.max(1, elastic[last]! - elastic[start]!) / units.size[last]! / LOOSE) ** 2;
        else cost = final && setting.align !== "center" ? 0 : RAGGED * (over / room) ** 2;
        if (cost > cheapest) break; // what begins later is looser still
      }
      if (final && start > 0 && solid[end]! - solid[start]! < 2) cost += LONE;
      const total = best[start]! + cost + price;
      if (total < cheapest) {
        cheapest = total;
        from = start;
      }
    }
    best[end] = cheapest;
    previous[end] = from;
    places[known++] = end;
  }
  const ends: number[] = [];
  for (let end = n; end > 0; end = previous[end]!) ends.push(end);
  return ends.reverse();
}
