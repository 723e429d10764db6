/** The inputs of a block, the same for the same seed, and one of them in words. */
import fc from "fast-check";
import { decode } from "../../pipeline/read/decode.ts";
import { type Input, input } from "./generators.ts";

/** Inputs a block; a block has a seed of its own. */
export const BLOCK = 500;

export const inputsOf = (seed: number): Input[] => fc.sample(input, { seed, numRuns: BLOCK });

/** The bytes as far as they are few, else the beginning; a character over and over is told once. */
export function shown(one: Input): string {
  const bytes = Buffer.from(one.bytes);
  const words = JSON.stringify(readable(bytes)).replace(/(.{1,8}?)\1{7,}/gsu, (all: string, part: string) => `${part}…×${all.length / part.length}`);
  return `${words.slice(0, 400)} (${bytes.subarray(0, 60).toString("hex")}, ${bytes.length} bytes)`;
}

function readable(bytes: Buffer): string {
  try {
    return decode("text.txt", bytes).text;
  } catch {
    return bytes.toString("utf8");
  }
}
