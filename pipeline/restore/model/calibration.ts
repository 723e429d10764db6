/** What a probability is worth on texts of genres not learnt from. Not here: learning it. */

export interface Calibration { readonly slope: number; readonly offset: number }

/** Platt's scaling of the log odds. */
export function calibrated(probability: number, { slope, offset }: Calibration): number {
  const p = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset)));
}
