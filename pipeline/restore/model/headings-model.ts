/** The weights that say where headings end and brackets opened, and headings.bin.gz, which holds them. Not here: the marks' weights, features. */
import { gunzipSync } from "node:zlib";
import { EXIT, UserError } from "../../messages.ts";
import { BOUNDARY_BUCKETS, PAUSE_BUCKETS, pauseBuckets } from "./boundary-features.ts";
import { BRACKET_BUCKETS } from "./bracket-features.ts";

/** Weights of three log-linear models, in steps of 1/scale. */
export interface HeadingsModel {
  /** One a bucket: how much a feature speaks for a heading's end. */
  readonly boundaries: Int8Array;
  readonly boundariesScale: number;
  /** One a bucket: how much a feature speaks for the end of a clause. */
  readonly pauses: Int8Array;
  readonly pausesScale: number;
  /** One a bucket: how much a feature speaks for the place where a bracket opened. */
  readonly brackets: Int8Array;
  readonly bracketsScale: number;
}

const MAGIC = 0x32484a4e; // "NJH2", little-endian
const HEADER = 16;

/** The weights as bytes: a header with the scales, then each array in steps of 1/scale. */
export function encodeHeadings(boundaries: Float32Array, pauses: Float32Array, brackets: Float32Array): Buffer {
  const parts = [boundaries, pauses, brackets].map(quantise);
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

/** Weights as whole steps of 1/scale, eight bits each. */
function quantise(weights: Float32Array): { scale: number; values: Int8Array } {
  let top = 0;
  for (const w of weights) top = Math.max(top, Math.abs(w));
  const scale = 127 / (top || 1);
  return { scale, values: Int8Array.from(weights, (w) => Math.round(w * scale)) };
}

/** gzipped bytes of headings.bin.gz → the weights. Throws where the file is not what `make model` writes. */
export function decodeHeadings(gzipped: Uint8Array): HeadingsModel {
  const bytes = unpacked(gzipped);
  if (bytes === null || bytes.length !== HEADER + BOUNDARY_BUCKETS + PAUSE_BUCKETS + BRACKET_BUCKETS || bytes.readUInt32LE(0) !== MAGIC) {
    throw new UserError(EXIT.badData, "pipeline/restore/model/headings.bin.gz does not fit this program. Check the file out again, or make it anew with `make model CORPUS=dir`.");
  }
  const at = bytes.byteOffset + HEADER;
  return {
    boundaries: new Int8Array(bytes.buffer, at, BOUNDARY_BUCKETS),
    boundariesScale: bytes.readFloatLE(4),
    pauses: new Int8Array(bytes.buffer, at + BOUNDARY_BUCKETS, PAUSE_BUCKETS),
    pausesScale: bytes.readFloatLE(8),
    brackets: new Int8Array(bytes.buffer, at + BOUNDARY_BUCKETS + PAUSE_BUCKETS, BRACKET_BUCKETS),
    bracketsScale: bytes.readFloatLE(12),
  };
}

/** Log-odds that a clause ends between two strings. */
export function pauseOdds(model: HeadingsModel, left: string, right: string): number {
  return weigh(model.pauses, pauseBuckets(left, right)) / model.pausesScale;
}

/** How much the features of a place speak for a bracket that opened there. */
export function bracketScore(model: HeadingsModel, buckets: readonly number[]): number {
  return weigh(model.brackets, buckets) / model.bracketsScale;
}

/** How much the features of a place speak for a heading's end. */
export function boundaryScore(model: HeadingsModel, buckets: readonly number[]): number {
  return weigh(model.boundaries, buckets) / model.boundariesScale;
}

function weigh(weights: Int8Array, buckets: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < buckets.length; i++) sum += weights[buckets[i]!]!;
  return sum;
}

function unpacked(gzipped: Uint8Array): Buffer | null {
  try {
    return gunzipSync(gzipped);
  } catch {
    return null;
  }
}
