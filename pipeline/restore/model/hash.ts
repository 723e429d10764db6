/** Hashes of features: a template's number and what it saw, mixed to 32 bits (FNV-1a, finished with one multiplication). Not here: which features there are. */

const PRIME = 16777619;

export function begin(template: number): number {
  return Math.imul(2166136261 ^ Math.imul(template, 0x9e3779b1), PRIME);
}

export function add(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/** text.slice(from, to) added to a hash, without making the slice. */
export function addText(hash: number, text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** Spreads the last characters over all bits. */
export function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Places of 32-bit hashes in a rising list. Hashes spread evenly, so their first bits lead to a place or two; nothing has to be built but an index of first bits. */
export class KeyTable {
  readonly #keys: Uint32Array;
  readonly #starts: Int32Array;
  readonly #shift: number;

  /** keys    rising */
  constructor(keys: Uint32Array) {
    const bits = Math.min(24, Math.max(1, Math.ceil(Math.log2(keys.length + 1))));
    this.#keys = keys;
    this.#shift = 32 - bits;
    this.#starts = new Int32Array((1 << bits) + 1);
    let bucket = 0;
    for (let i = 0; i < keys.length; i++) for (const of = keys[i]! >>> this.#shift; bucket <= of;) this.#starts[bucket++] = i;
    this.#starts.fill(keys.length, bucket);
  }

  /** The key's place, or -1 where it is not in the list. */
  get(key: number): number {
    const bucket = key >>> this.#shift;
    const last = this.#starts[bucket + 1]!;
    for (let i = this.#starts[bucket]!; i < last; i++) if (this.#keys[i] === key) return i;
    return -1;
  }
}
