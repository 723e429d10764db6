/** Packed parts → a zip without a clock: sizes and checksums stand before each part, nothing comes after it. A part is packed as gzip, whose frame tells the checksum and size that a zip's asks for
 *  (RFC 1952, 2.3; PKWARE APPNOTE 4.3.7 and 4.3.12). Not here: what the parts hold. */
import { once } from "node:events";
import { createGzip } from "node:zlib";
import { gzipSync } from "fflate";

/** A part as gzip, in pieces. */
export type Member = readonly Uint8Array[];

const LEVEL = 6;
/** A gzip header without options, its trailer, and what a zip without its 64-bit extension can say. */
const HEADER = 10;
const TRAILER = 8;
const MAX = 0xffff_ffff;

/** A short part: the same bytes on every machine, since the packer comes with us. */
export function packed(part: string): Member {
  return [gzipSync(new TextEncoder().encode(part), { level: LEVEL, mtime: 0 })];
}

/** A long part, packed by Node's zlib while it is made: the same bytes on the same build of Node. A chunk is let go before the next but one is asked for. Throws beyond 4 GB. */
export async function packedLong(path: string, before: string, chunks: Iterable<Uint8Array>, after: string): Promise<Member> {
  const gzip = createGzip({ level: LEVEL });
  const pieces: Uint8Array[] = [];
  gzip.on("data", (piece: Uint8Array) => pieces.push(piece));
  const ended = once(gzip, "end");
  let size = 0;
  const write = (chunk: Uint8Array): Promise<void> => {
    size += chunk.length;
    if (size > MAX) throw new Error(`${path}: it grows beyond 4 GB, which a workbook cannot hold. Split the year's texts into two editions.`);
    return new Promise((resolve, reject) => gzip.write(chunk, (error) => (error ? reject(error) : resolve())));
  };
  try {
    let resting = write(Buffer.from(before, "utf8"));
    for (const chunk of chunks) {
      await resting;
      resting = write(chunk);
    }
    await resting;
    await write(Buffer.from(after, "utf8"));
    gzip.end();
    await ended;
    return pieces;
  } finally {
    gzip.destroy();
  }
}

/** Read by all, written by none; 1 January 1980, the first day a zip knows. */
const DATE = 0x21;
const VERSION = 20;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x800;

export function zip(members: readonly (readonly [path: string, member: Member])[]): Buffer {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [path, member] of members) {
    const name = Buffer.from(path, "utf8");
    const { deflated, length, tail } = unframed(member);
    const common = fields([2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], tail.subarray(0, 4), [4, length], tail.subarray(4), [2, name.length], [2, 0]);
    directory.push(fields([4, 0x02014b50], [2, VERSION], common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at], name));
    const head = fields([4, 0x04034b50], common, name);
    pieces.push(head, ...deflated);
    at += head.length + length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  if (at + size > MAX) throw new Error("the workbook grows beyond 4 GB, which its zip cannot hold. Split the year's texts into two editions.");
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, members.length], [2, members.length], [4, size], [4, at], [2, 0]);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** Gzip's deflated bytes, and its tail: CRC-32 and size, little-endian as in a zip. */
function unframed(member: Member): { deflated: Uint8Array[]; length: number; tail: Uint8Array } {
  const whole = member.reduce((sum, piece) => sum + piece.length, 0);
  return { deflated: between(member, HEADER, whole - TRAILER), length: whole - HEADER - TRAILER, tail: Buffer.concat(between(member, whole - TRAILER, whole)) };
}

/** The bytes from start to end, across pieces. */
function between(pieces: Member, start: number, end: number): Uint8Array[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const kept = piece.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += piece.length;
    return kept.length > 0 ? [kept] : [];
  });
}

/** Numbers of 2 or 4 bytes, little-endian, and bytes as they are. */
function fields(...all: readonly (readonly [bytes: 2 | 4, value: number] | Uint8Array)[]): Buffer {
  return Buffer.concat(all.map((field) => {
    if (field instanceof Uint8Array) return field;
    const [bytes, value] = field;
    const number = Buffer.alloc(bytes);
    number.writeUIntLE(value, 0, bytes);
    return number;
  }));
}
