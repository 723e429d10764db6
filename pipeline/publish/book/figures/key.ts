/** Keys: which look is which series, and what the signs of hedged values mean, only those that the figure has. Not here: the drawing. */
import { type Desk, label } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import { bar } from "./bar.ts";
import type { Signs } from "./drawing.ts";
import { seriesLook } from "./inks.ts";
import { fitted, small, SMALL, width } from "./labels.ts";
import type { Plot } from "./plot.ts";
import { beyond, hatch, mark } from "./signs.ts";

const ROW = 12;
const SAMPLE = 14; // from a sample to its words
const GAP = 14; // from words to the next sample

interface Entry {
  sample: (x: number, y: number) => Draw[];
  words: string;
}

/** Names of the series with their looks, in as many lines as they need. */
export function seriesKey(desk: Desk, plot: Plot, kind: "bar" | "column" | "dot", room: number, owner: Tag): { draws: Draw[]; height: number } {
  const entries = plot.series.map(({ name }, n): Entry => ({
    words: name,
    sample: (x, y) => (kind === "dot" ? mark(seriesLook(n).symbol, x + 5.4, y, 3, seriesLook(n).ink, false, owner) : bar({ value: 1, low: 1, high: 1, qualifier: "exact", label: "" }, { scale: (value) => x + 9 * value, from: y - 4, to: y + 4, isUpright: false }, seriesLook(n), owner).draws),
  }));
  return keyLines(desk, entries, room, owner);
}

/** What the signs of hedged values mean. */
export function hedgeKey(desk: Desk, signs: Signs, owner: Tag): { draws: Draw[]; height: number } {
  const ink = INK.accent;
  const entries: Entry[] = [
    ...(signs.hollow ? [{ words: "空心：原文有限定的数值", sample: (x: number, y: number) => mark(seriesLook(0).symbol, x + 5.4, y, 3, ink, true, owner) }] : []),
    ...(signs.zone ? [{ words: `斜线：实际数值在此段内${signs.vague ? "（“近”“约”按一成计）" : ""}`, sample: (x: number, y: number) => hatch({ left: x, right: x + 10, top: y - 3.5, bottom: y + 3.5 }, ink, ["top", "bottom"], owner) }] : []),
    ...(signs.beyond ? [{ words: "双角：实际数值在其外，原文未言多少", sample: (x: number, y: number) => beyond(x, y, [1, 0], 8, ink, owner) }] : []),
  ];
  return entries.length === 0 ? { draws: [], height: 0 } : keyLines(desk, entries, desk.page.measure, owner);
}

function keyLines(desk: Desk, entries: readonly Entry[], room: number, owner: Tag): { draws: Draw[]; height: number } {
  let x = 0;
  let y = SMALL;
  const draws = entries.flatMap(({ sample, words }) => {
    const text = fitted(desk, small(words), room - SAMPLE);
    const wide = SAMPLE + width(desk, text);
    if (x > 0 && x + wide > room) [x, y] = [0, y + ROW];
    const from = x;
    x += wide + GAP;
    return [...sample(from, y - SMALL * 0.36), ...label(desk, [text], from + SAMPLE, y, "left", owner)];
  });
  return { draws, height: y + 4 };
}
