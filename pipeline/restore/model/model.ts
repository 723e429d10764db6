/** The weights of restoration: the marks' and the headings', each with a file of its own. Not here: features, deciding. */
import type { Calibration } from "./calibration.ts";
import { decodeHeadings, type HeadingsModel } from "./headings-model.ts";
import { EXIT, UserError } from "../../messages.ts";
import { KeyTable } from "./hash.ts";
import { openLexicon, type Lexicon, type LexiconData } from "./lexicon.ts";
import { Network, denseLength, type NetworkData, type Shape } from "./network.ts";

export interface MarksModel {
  /** Networks of one shape, learnt apart: their scores are averaged. */
  readonly networks: readonly Network[];
  /** Features that the networks know: what `featuresOf` is to look for. */
  readonly table: KeyTable;
  readonly lexicon: Lexicon;
  readonly calibration: Calibration;
}

export type Model = MarksModel & HeadingsModel;

/** What the file of marks holds. */
export interface MarksData {
  /** Hashes of the features that have a vector, rising. */
  readonly keys: Uint32Array;
  readonly networks: readonly NetworkData[];
  readonly lexicon: LexiconData;
  readonly calibration: Calibration;
}

const MAGIC = 0x354d4a4e; // "NJM5", little-endian
const HEADER = 56;

/** The weights as bytes: sizes, scale and calibration; the words; the features' hashes; each network's dense weights and vectors. Not compressed: it would save a tenth and open in twice the time. */
export function encodeMarks({ keys, networks, lexicon, calibration }: MarksData): Buffer {
  const { shape, scale } = networks[0]!;
  const header = Buffer.alloc(HEADER);
  [MAGIC, lexicon.keys.length, keys.length, networks.length, shape.width, shape.state, shape.hidden, shape.classes].forEach((n, i) => header.writeUInt32LE(n, 4 * i));
  header.writeDoubleLE(scale, 32);
  header.writeDoubleLE(calibration.slope, 40);
  header.writeDoubleLE(calibration.offset, 48);
  return Buffer.concat([header, littleEndian(lexicon.keys), littleEndian(keys), ...networks.map(({ dense }) => littleEndian(dense)), lexicon.tags, lexicon.costs, ...networks.flatMap(({ vectors }) => [vectors.halves, vectors.doublings])]);
}

const IS_LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Numbers of four bytes, the lowest byte first whatever the machine. */
function littleEndian(numbers: Uint32Array | Float32Array): Buffer {
  const bytes = Buffer.from(numbers.buffer.slice(numbers.byteOffset, numbers.byteOffset + numbers.byteLength));
  return IS_LITTLE ? bytes : bytes.swap32();
}

/** bytes of marks.bin → the weights. Throws where the file is not what `make model` writes. */
export function decodeMarks(file: Uint8Array): MarksModel {
  // Numbers of four bytes are read where they stand, unless the file lies askew in memory or the machine wants them turned.
  const bytes = file.byteOffset % 4 === 0 && IS_LITTLE ? Buffer.from(file.buffer, file.byteOffset, file.length) : Buffer.from(Uint8Array.from(file).buffer);
  const n = (i: number) => bytes.readUInt32LE(4 * i);
  if (bytes.length < HEADER || n(0) !== MAGIC) throw unfit();
  const words = n(1), features = n(2), count = n(3);
  const shape: Shape = { width: n(4), state: n(5), hidden: n(6), classes: n(7) };
  const dense = denseLength(shape);
  if (bytes.length !== HEADER + words * 6 + features * 4 + count * (features * (1 + shape.width / 2) + dense * 4)) throw unfit();
  let at = HEADER;
  const take = (length: number) => bytes.subarray(at, at += length);
  const four = (length: number) => {
    const part = take(length * 4);
    return [(IS_LITTLE ? part : part.swap32()).buffer as ArrayBuffer, part.byteOffset, length] as const;
  };
  const wordKeys = new Uint32Array(...four(words)), keys = new Uint32Array(...four(features));
  const denses = Array.from({ length: count }, () => new Float32Array(...four(dense)));
  const lexicon = openLexicon({ keys: wordKeys, tags: take(words), costs: take(words) });
  const scale = bytes.readDoubleLE(32);
  return {
    networks: denses.map((weights) => new Network({ shape, vectors: { halves: take((features * shape.width) / 2), doublings: take(features) }, scale, dense: weights })),
    table: new KeyTable(keys),
    lexicon,
    calibration: { slope: bytes.readDoubleLE(40), offset: bytes.readDoubleLE(48) },
  };
}

function unfit(): UserError {
  return new UserError(EXIT.badData, "pipeline/restore/model/marks.bin does not fit this program. Check the file out again, or make it anew with `make model CORPUS=dir`.");
}

/** bytes of marks.bin and gzipped bytes of headings.bin.gz → the model. Throws UserError 65 where a file is not what `make model` writes. */
export function decodeModel(marks: Uint8Array, headings: Uint8Array): Model {
  return { ...decodeMarks(marks), ...decodeHeadings(headings) };
}
