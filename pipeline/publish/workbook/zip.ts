/** Parts → a zip without a clock, packed as they come: sizes and checksums stand before each part, nothing comes after it (PKWARE APPNOTE 4.3.7 and 4.3.12). Not here: what the parts hold. */
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { deflateSync } from "fflate";

/** A zip that grows in one place: packed parts kept in pieces would stand in memory twice when they are put together. */
export interface Zip {
  /** A short part, packed the same on every machine, since the packer comes with us. */
  add(path: string, part: string): void;
  /** A long part, packed by Node's zlib on other threads while it is made: the same bytes on the same build of Node, whatever finishes first. Each chunk is packed by itself, which costs
   *  a few bytes in a thousand; it is let go before the chunk `held` after it is asked for. */
  addLong(path: string, before: string, chunks: Iterable<Uint8Array>, held: number, after: string): Promise<void>;
  /** The whole file. */
  end(): Buffer;
}

const LEVEL = 6;
/** Of a long part: a third less time than 6 for a twentieth more bytes. */
const LONG_LEVEL = 5;
/** What a zip can say without its 64-bit extension. */
const MAX = 0xffff_ffff;
/** 1 January 1980, the first day a zip knows; what is needed to read it; names in UTF-8; a deflated part. */
const DATE = 0x21;
const VERSION = 20;
const FLAGS = 0x800;
const DEFLATED = 8;
/** Bytes of a local head before the name. */
const HEAD = 30;

const deflated = promisify(deflateRaw) as (bytes: Uint8Array, options: object) => Promise<Buffer>;

/** An empty zip. Its functions throw where the file, or a part before packing, grows beyond 4 GB. */
export function openZip(): Zip {
  let file = Buffer.allocUnsafeSlow(1 << 20);
  let length = 0;
  const entries: Uint8Array[] = [];

  const append = (bytes: Uint8Array): void => {
    if (length + bytes.length > MAX) throw new Error("the workbook grows beyond 4 GB, which its zip cannot hold. Split the year's texts into two editions.");
    if (length + bytes.length > file.length) {
      const wider = Buffer.allocUnsafeSlow(Math.min(MAX, Math.max(2 * file.length, length + bytes.length)));
      file.copy(wider, 0, 0, length);
      file = wider;
    }
    file.set(bytes, length);
    length += bytes.length;
  };

  /** Leaves room for a part's head and gives what writes it when all is known of the part. */
  const begin = (path: string): ((crc: number, size: number) => void) => {
    const name = Buffer.from(path, "utf8");
    const at = length;
    append(new Uint8Array(HEAD));
    append(name);
    const start = length;
    return (crc, size) => {
      const common = Buffer.concat([word(VERSION), word(FLAGS), word(DEFLATED), word(0), word(DATE), long(crc), long(length - start), long(size), word(name.length), word(0)]);
      file.set(Buffer.concat([long(0x04034b50), common]), at);
      entries.push(Buffer.concat([long(0x02014b50), word(VERSION), common, word(0), word(0), word(0), long(0), long(at), name]));
    };
  };

  return {
    add(path, part) {
      const head = begin(path);
      const bytes = new TextEncoder().encode(part);
      append(deflateSync(bytes, { level: LEVEL }));
      head(crc32(bytes), bytes.length);
    },

    async addLong(path, before, chunks, held, after) {
      const head = begin(path);
      const packing: Promise<Buffer>[] = [];
      let crc = 0;
      let size = 0;
      const pack = (chunk: Uint8Array, finishFlush: number): void => {
        crc = crc32(chunk, crc);
        size += chunk.length;
        if (size > MAX) throw new Error(`${path}: it grows beyond 4 GB, which a workbook cannot hold. Split the year's texts into two editions.`);
        packing.push(deflated(chunk, { level: LONG_LEVEL, finishFlush, chunkSize: PIECE }));
      };
      pack(Buffer.from(before, "utf8"), constants.Z_SYNC_FLUSH);
      for (const chunk of chunks) {
        pack(chunk, constants.Z_SYNC_FLUSH);
        if (packing.length >= held) append(await packing.shift()!);
      }
      pack(Buffer.from(after, "utf8"), constants.Z_FINISH);
      for (const piece of packing) append(await piece);
      head(crc, size);
    },

    end() {
      const [start, directory] = [length, Buffer.concat(entries)];
      append(directory);
      append(Buffer.concat([long(0x06054b50), word(0), word(0), word(entries.length), word(entries.length), long(directory.length), long(start), word(0)]));
      return file.subarray(0, length);
    },
  };
}

/** What a chunk packs to fits into one piece. */
const PIECE = 64 * 1024;

/** Numbers of 2 and 4 bytes, the lowest first. */
const word = (value: number): Uint8Array => Uint8Array.of(value & 255, value >>> 8);
const long = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
