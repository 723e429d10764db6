/** The trained weights: bytes ↔ arrays. Not here: training, deciding. */
import { gunzipSync } from "node:zlib";
import { BUCKETS } from "./features.ts";
import { BOUNDARY_BUCKETS, PAUSE_BUCKETS, pauseBuckets } from "./boundary-features.ts";
import { MARKS } from "./marks.ts";

/** Weights of the two log-linear models, in steps of 1/scale. */
export interface Model {
  /** BUCKETS × MARKS, a row a bucket. */
  readonly marks: Int8Array;
  readonly marksScale: number;
  /** One a bucket: how much a feature speaks for a heading's end. */
  readonly boundaries: Int8Array;
  readonly boundariesScale: number;
  /** One a bucket: how much a feature speaks for the end of a clause. */
  readonly pauses: Int8Array;
  readonly pausesScale: number;
}

const MAGIC = 0x324d4a4e; // "NJM2", little-endian
const HEADER = 16;

function quantise(weights: Float32Array): { scale: number; values: Int8Array } {
  let top = 0;
  for (const w of weights) top = Math.max(top, Math.abs(w));
  const scale = 127 / (top || 1);
  return { scale, values: Int8Array.from(weights, (w) => Math.round(w * scale)) };
}

/** The weights as bytes: a header with the scales, then each array in steps of 1/scale. */
export function encodeModel(marks: Float32Array, boundaries: Float32Array, pauses: Float32Array): Buffer {
  const parts = [marks, boundaries, pauses].map(quantise);
  const bytes = Buffer.alloc(HEADER + parts.reduce((sum, part) => sum + part.values.length, 0));
  bytes.writeUInt32LE(MAGIC, 0);
  let at = HEADER;
  parts.forEach((part, i) => {
    bytes.writeFloatLE(part.scale, 4 + 4 * i);
    bytes.set(new Uint8Array(part.values.buffer), at);
    at += part.values.length;
  });
  return bytes;
}

/** gzipped bytes of marks.bin.gz → the model. Throws where the file is not what `make model` writes. */
export function decodeModel(gzipped: Uint8Array): Model {
  const bytes = gunzipSync(gzipped);
  const marks = BUCKETS * MARKS.length;
  if (bytes.length !== HEADER + marks + BOUNDARY_BUCKETS + PAUSE_BUCKETS || bytes.readUInt32LE(0) !== MAGIC) {
    throw new Error("pipeline/restore/model/marks.bin.gz does not fit this program. Check the file out again, or make it anew with `make model CORPUS=dir`.");
  }
  const at = bytes.byteOffset + HEADER;
  return {
    marks: new Int8Array(bytes.buffer, at, marks),
    marksScale: bytes.readFloatLE(4),
    boundaries: new Int8Array(bytes.buffer, at + marks, BOUNDARY_BUCKETS),
    boundariesScale: bytes.readFloatLE(8),
    pauses: new Int8Array(bytes.buffer, at + marks + BOUNDARY_BUCKETS, PAUSE_BUCKETS),
    pausesScale: bytes.readFloatLE(12),
  };
}

/** Log-odds that a clause ends between two strings. */
export function pauseOdds(model: Model, left: string, right: string): number {
  return pauseBuckets(left, right).reduce((sum, b) => sum + model.pauses[b]!, 0) / model.pausesScale;
}
