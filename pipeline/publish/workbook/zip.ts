/** Packed parts → a zip without a clock: sizes and checksums stand before each part, nothing comes after it (PKWARE APPNOTE 4.3.7 and 4.3.12). Not here: what the parts hold. */
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { deflateSync } from "fflate";

/** A part as a zip holds it. */
export interface Member {
  path: string;
  crc: number;
  size: number;
  /** Deflated, in pieces. */
  pieces: readonly Uint8Array[];
}

const LEVEL = 6;
/** What a zip can say without its 64-bit extension. */
const MAX = 0xffff_ffff;

/** A short part: the same bytes on every machine, since the packer comes with us. */
export function packed(path: string, part: string): Member {
  const bytes = new TextEncoder().encode(part);
  return { path, crc: crc32(bytes), size: bytes.length, pieces: [deflateSync(bytes, { level: LEVEL })] };
}

const deflated = promisify(deflateRaw) as (bytes: Uint8Array, options: object) => Promise<Buffer>;

/** A long part, packed by Node's zlib on other threads while it is made: the same bytes on the same build of Node, whatever finishes first. Each chunk is packed by itself, which costs
 *  a few parts in a thousand; it is let go before the chunk `held` after it is asked for. Throws beyond 4 GB. */
export async function packedLong(path: string, before: string, chunks: Iterable<Uint8Array>, held: number, after: string): Promise<Member> {
  const packing: Promise<Buffer>[] = [];
  let crc = 0;
  let size = 0;
  const pack = (chunk: Uint8Array, finishFlush: number): void => {
    crc = crc32(chunk, crc);
    size += chunk.length;
    if (size > MAX) throw new Error(`${path}: it grows beyond 4 GB, which a workbook cannot hold. Split the year's texts into two editions.`);
    packing.push(deflated(chunk, { level: LEVEL, finishFlush }));
  };
  pack(Buffer.from(before, "utf8"), constants.Z_SYNC_FLUSH);
  for (const chunk of chunks) {
    pack(chunk, constants.Z_SYNC_FLUSH);
    await packing.at(-held);
  }
  pack(Buffer.from(after, "utf8"), constants.Z_FINISH);
  return { path, pieces: await Promise.all(packing), crc, size };
}

/** 1 January 1980, the first day a zip knows; what is needed to read it; names in UTF-8; a deflated part. */
const DATE = 0x21;
const VERSION = 20;
const FLAGS = 0x800;
const DEFLATED = 8;

export function zip(members: readonly Member[]): Buffer {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { path, crc, size, pieces: body } of members) {
    const name = Buffer.from(path, "utf8");
    const length = lengthOf(body);
    const common = [word(VERSION), word(FLAGS), word(DEFLATED), word(0), word(DATE), long(crc), long(length), long(size), word(name.length), word(0)];
    directory.push(long(0x02014b50), word(VERSION), ...common, word(0), word(0), word(0), long(0), long(at), name);
    const local = [long(0x04034b50), ...common, name, ...body];
    pieces.push(...local);
    at += lengthOf(local);
    if (at > MAX) throw new Error("the workbook grows beyond 4 GB, which its zip cannot hold. Split the year's texts into two editions.");
  }
  const end = [long(0x06054b50), word(0), word(0), word(members.length), word(members.length), long(lengthOf(directory)), long(at), word(0)];
  return Buffer.concat([...pieces, ...directory, ...end]);
}

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** Numbers of 2 and 4 bytes, the lowest first. */
const word = (value: number): Uint8Array => Uint8Array.of(value & 255, value >>> 8);
const long = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
