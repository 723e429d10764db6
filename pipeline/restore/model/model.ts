/** The weights of restoration: the marks' and the headings', each with a file of its own. Not here: features, deciding. */
import { gunzipSync } from "node:zlib";
import { BUCKETS } from "./features.ts";
import { decodeHeadings, type HeadingsModel } from "./headings-model.ts";
import { MARKS } from "./marks.ts";
import { quantise } from "./quantised.ts";

/** Weights of the log-linear model of marks, in steps of 1/scale. */
export interface MarksModel {
  /** BUCKETS × MARKS, a row a bucket. */
  readonly marks: Int8Array;
  readonly marksScale: number;
}

export type Model = MarksModel & HeadingsModel;

const MAGIC = 0x334d4a4e; // "NJM3", little-endian
const HEADER = 8;

/** The weights as bytes: a header with the scale, then the array in steps of 1/scale. */
export function encodeMarks(marks: Float32Array): Buffer {
  const { scale, values } = quantise(marks);
  const bytes = Buffer.alloc(HEADER + values.length);
  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeFloatLE(scale, 4);
  bytes.set(new Uint8Array(values.buffer), HEADER);
  return bytes;
}

/** gzipped bytes of marks.bin.gz → the weights. Throws where the file is not what `make model` writes. */
export function decodeMarks(gzipped: Uint8Array): MarksModel {
  const bytes = gunzipSync(gzipped);
  const length = BUCKETS * MARKS.length;
  if (bytes.length !== HEADER + length || bytes.readUInt32LE(0) !== MAGIC) {
    throw new Error("pipeline/restore/model/marks.bin.gz does not fit this program. Check the file out again, or make it anew with `make model CORPUS=dir`.");
  }
  return { marks: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, length), marksScale: bytes.readFloatLE(4) };
}

/** gzipped bytes of marks.bin.gz and headings.bin.gz → the model. Throws where a file is not what `make model` writes. */
export function decodeModel(marks: Uint8Array, headings: Uint8Array): Model {
  return { ...decodeMarks(marks), ...decodeHeadings(headings) };
}
