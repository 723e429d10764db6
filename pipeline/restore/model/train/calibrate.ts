/** What a probability is worth, learnt from texts of genres that were kept out. Not here: using it. */
import type { Calibration } from "../calibration.ts";

const STEPS = 30;

/** Platt's scaling: the slope and offset of the log odds under which the outcomes are likeliest, by Newton's method.
 *
 *  source  Platt 1999, Probabilistic outputs for support vector machines */
export function calibrate(outcomes: readonly { readonly confidence: number; readonly right: boolean }[]): Calibration {
  const points = outcomes.map(({ confidence, right }) => {
    const p = Math.min(Math.max(confidence, 1e-6), 1 - 1e-6);
    return { x: Math.log(p / (1 - p)), y: right ? 1 : 0 };
  });
  let slope = 1, offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let gs = 0, go = 0, ss = 1e-9, so = 0, oo = 1e-9;
    for (const { x, y } of points) {
      const p = 1 / (1 + Math.exp(-(slope * x + offset)));
      const w = p * (1 - p);
      gs += (p - y) * x; go += p - y;
      ss += w * x * x; so += w * x; oo += w;
    }
    const determinant = ss * oo - so * so;
    if (determinant < 1e-12) break;
    slope -= (oo * gs - so * go) / determinant;
    offset -= (ss * go - so * gs) / determinant;
  }
  return { slope, offset };
}
