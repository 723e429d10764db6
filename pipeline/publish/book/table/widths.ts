/** How wide columns are: the widths that make a table least high. Pure. Lengths are points. Not here: what its cells need (columns). */

/** A column's needs: the least width it can be read at, the width that keeps every cell on one line, and how many lines its cells take at a width,
 *  one number a row of the table (the head first). */
export interface Need {
  least: number;
  full: number;
  linesAt: (width: number) => ArrayLike<number>;
}

const STEP = 4; // points that a column gives or takes at a time
const ROUNDS = 60;
/** A line more in a cell that does not make its row higher still counts a little, in the column of names more than in others. */
const UNEVEN = 0.1;
const NAME = 0.5;

/** Widths that sum to no more than room, and what the table's height comes to with them, in lines; null where not even the least ones fit. */
export function chooseWidths(needs: readonly Need[], room: number): { widths: number[]; price: number } | null {
  if (total(needs.map(({ least }) => least)) > room + 1e-6) return null;
  const widths = needs.map(({ least, full }) => Math.max(least, Math.min(full, room)));
  const lines = widths.map((width, i) => needs[i]!.linesAt(width));
  const at = (i: number, width: number): ArrayLike<number>[] => lines.map((one, k) => (k === i ? needs[i]!.linesAt(width) : one));
  const take = (i: number, width: number): void => {
    widths[i] = width;
    lines[i] = needs[i]!.linesAt(width);
  };

  // down from the full widths, each time where a point costs least
  for (let over = total(widths) - room; over > 1e-6; over = total(widths) - room) {
    const before = price(lines);
    let best = { i: -1, width: 0, cost: Infinity };
    needs.forEach(({ least }, i) => {
      const by = Math.min(Math.max(STEP, widths[i]! / 12), widths[i]! - least, over);
      if (by <= 1e-9) return;
      // of steps that cost nothing the widest column gives first
      const cost = (price(at(i, widths[i]! - by)) - before) / by - 1e-6 * widths[i]!;
      if (cost < best.cost) best = { i, width: widths[i]! - by, cost };
    });
    take(best.i, best.width);
  }

  // then from column to column, as long as the table gets lower
  for (let round = 0; round < ROUNDS; round++) {
    const now = price(lines);
    let best = { from: -1, to: -1, by: 0, price: now - 1e-6 };
    for (const by of [STEP, 3 * STEP, 8 * STEP]) {
      needs.forEach(({ least }, from) => {
        if (widths[from]! - by < least) return;
        const narrowed = at(from, widths[from]! - by);
        needs.forEach((need, to) => {
          if (to === from || widths[to]! + by > need.full + STEP) return;
          narrowed[to] = need.linesAt(widths[to]! + by);
          const then = price(narrowed);
          narrowed[to] = lines[to]!;
          if (then < best.price) best = { from, to, by, price: then };
        });
      });
    }
    if (best.from < 0) break;
    take(best.from, widths[best.from]! - best.by);
    take(best.to, widths[best.to]! + best.by);
  }
  return { widths, price: price(lines) };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Lines of the whole table, and a little for every line of a cell beyond its first. */
function price(lines: readonly ArrayLike<number>[]): number {
  let sum = 0;
  for (let row = 0; row < (lines[0]?.length ?? 0); row++) {
    let most = 1;
    for (let i = 0; i < lines.length; i++) {
      const count = lines[i]![row]!;
      if (count > most) most = count;
      sum += (count - 1) * (i === 0 ? NAME : UNEVEN);
    }
    sum += most;
  }
  return sum;
}

const WIDER = 1.3; // a table grows by so much for air between its columns
const NARROWEST = 0.62; // no table is narrower than so much of the measure
const NEARLY = 0.84; // one that is wider than so much takes all of it

/** The width of a table whose columns need `natural`: columns stay near each other, so that a row is read across without losing it. `atLeast`: its title's width. */
export function tableWidth(natural: number, measure: number, atLeast: number): number {
  const wanted = Math.max(natural * WIDER, NARROWEST * measure, Math.min(atLeast, measure));
  return natural >= measure || wanted > NEARLY * measure ? measure : wanted;
}
