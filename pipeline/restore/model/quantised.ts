/** Weights as whole steps of 1/scale, eight bits each: what the files of the model hold. */
export function quantise(weights: Float32Array): { scale: number; values: Int8Array } {
  let top = 0;
  for (const w of weights) top = Math.max(top, Math.abs(w));
  const scale = 127 / (top || 1);
  return { scale, values: Int8Array.from(weights, (w) => Math.round(w * scale)) };
}
