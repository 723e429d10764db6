/** The store of placed glyphs. A book of thousands of pages holds millions of them: two numbers each in columns that many lines share, and nothing
 *  for the collector to walk. Not here: placing. */
const CHUNK = 1 << 15;

/** Code points and where their glyphs' origins stand, in points from the left edge of their line. */
export interface Glyphs {
  codePoints: Uint32Array;
  xs: Float32Array;
}

let chunk: Glyphs = { codePoints: new Uint32Array(0), xs: new Float32Array(0) };
let used = 0;

/** Room for `count` glyphs in a row, and where it begins. */
export function reserve(count: number): { glyphs: Glyphs; from: number } {
  if (used + count > chunk.codePoints.length) {
    const size = Math.max(CHUNK, count);
    chunk = { codePoints: new Uint32Array(size), xs: new Float32Array(size) };
    used = 0;
  }
  const from = used;
  used += count;
  return { glyphs: chunk, from };
}

/** The characters of a run. */
export const wordsOf = ({ glyphs, from, to }: { glyphs: Glyphs; from: number; to: number }): string => String.fromCodePoint(...glyphs.codePoints.subarray(from, to));
