/** The shipped weights, for measuring. Decoding is kept apart from reading, so that it can be timed alone. */
import { readModel } from "../pipeline/read/index.ts";
import { decodeModel, type Model } from "../pipeline/restore/index.ts";

/** Bytes in, and what turns them into the model. */
export function modelFiles(): { decode: () => Model } {
  const { marks, headings } = readModel();
  return { decode: () => decodeModel(marks, headings) };
}

export function openModel(): Model {
  return modelFiles().decode();
}
