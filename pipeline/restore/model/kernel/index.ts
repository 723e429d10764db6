/** The compiled inner loops over a memory of their own. Not here: what they are used for. */
import { KERNEL } from "./bytes.ts";

/** What assembly/kernel.ts exports; addresses are bytes of the memory. */
interface Loops {
  multiply(out: number, left: number, right: number, rows: number, inner: number, columns: number): void;
  backThrough(dOut: number, input: number, weights: number, dWeights: number, dInput: number, rows: number, inner: number, columns: number): void;
  sum(out: number, vectors: number, rows: number, count: number, columns: number): void;
  sumHalves(out: number, halves: number, doublings: number, rows: number, count: number, columns: number): void;
  spread(from: number, vectors: number, rows: number, count: number, columns: number): void;
  squash(out: number, from: number, length: number, unit: number): void;
  turn(state: number, before: number, gates: number, own: number, length: number): void;
  adam(weights: number, gradient: number, mean: number, square: number, length: number, factor: number, beta1: number, beta2: number, size: number, decay: number, tiny: number): void;
}

/** A piece of the memory: its address for the loops, its numbers for us. */
export interface Floats { readonly address: number; readonly values: Float32Array }
export interface Bytes { readonly address: number; readonly values: Uint8Array }
export interface Ints { readonly address: number; readonly values: Int32Array }

const PAGE = 1 << 16;
/** Vectors of four want addresses of 16; a cache line is 64. */
const LINE = 64;

export class Kernel {
  readonly loops: Loops;
  readonly #memory: WebAssembly.Memory;
  #next = LINE;

  /** bytes    what all pieces together need */
  constructor(bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil((bytes + (1 << 16)) / PAGE) });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(KERNEL, "base64")), { env: { memory: this.#memory, abort: () => { throw new Error("kernel aborted"); } } });
    this.loops = instance.exports as unknown as Loops;
  }

  floats(length: number): Floats {
    const address = this.#take(length * 4);
    return { address, values: new Float32Array(this.#memory.buffer, address, length) };
  }

  ints(length: number): Ints {
    const address = this.#take(length * 4);
    return { address, values: new Int32Array(this.#memory.buffer, address, length) };
  }

  bytes(length: number): Bytes {
    const address = this.#take(length);
    return { address, values: new Uint8Array(this.#memory.buffer, address, length) };
  }

  #take(bytes: number): number {
    const address = this.#next;
    this.#next = Math.ceil((address + bytes) / LINE) * LINE;
    if (this.#next > this.#memory.buffer.byteLength) throw new RangeError(`the kernel's memory is full: ${this.#next} of ${this.#memory.buffer.byteLength} bytes`);
    return address;
  }
}
