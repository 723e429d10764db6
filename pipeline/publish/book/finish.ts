/** The finishing pass: a plain PDF → the same with its small objects packed into object streams (PDF 1.7, 7.5.7) and a compressed table of objects (7.5.8).
 *  Every cell of a table is an object of the structure: plain, the tags are two fifths of a file, packed an eighth. It reads the table that pdfkit wrote and
 *  parses no object, so it takes a sixth of a library's time (docs/decisions.md). Deterministic. Not here: what is in the objects. */
import { deflateSync } from "node:zlib";

/** Objects to a stream: more compress better, fewer are opened sooner. */
const TOGETHER = 200;

interface Stored {
  number: number;
  /** without “n 0 obj” and “endobj” */
  body: Buffer;
  /** the object with its frame */
  whole: Buffer;
}

/** Where an object stands: at an offset of the file, or as the nth in an object stream. */
type Entry = { offset: number } | { stream: number; nth: number };

const END = "\nendobj\n";
const STREAM_END = "\nendstream";

/** The file must have one classic table of objects, all of generation 0, as pdfkit writes it. */
export function pack(file: Buffer): Buffer {
  const { offsets, table, trailer } = readTable(file);
  const objects = slices(file, offsets, table);
  const out: Buffer[] = [];
  let offset = 0;
  const entries = new Map<number, Entry>();
  const write = (bytes: Buffer): void => {
    out.push(bytes);
    offset += bytes.length;
  };
  write(file.subarray(0, Math.min(...offsets))); // the header
  const small: Stored[] = [];
  for (const object of objects) {
    if (!endsWith(object.body, STREAM_END)) {
      small.push(object);
      continue;
    }
    entries.set(object.number, { offset });
    write(object.whole);
  }
  let next = offsets.length + 1;
  for (let from = 0; from < small.length; from += TOGETHER) {
    const group = small.slice(from, from + TOGETHER);
    group.forEach(({ number }, nth) => entries.set(number, { stream: next, nth }));
    entries.set(next, { offset });
    write(objectStream(next++, group));
  }
  entries.set(next, { offset });
  const start = offset;
  write(tableStream(next, entries, trailer));
  write(Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1"));
  return Buffer.concat(out);
}

/** Offsets by number from 1, where the table begins, and the trailer's entries but its Size. */
function readTable(file: Buffer): { offsets: number[]; table: number; trailer: string } {
  const tail = file.toString("latin1", file.lastIndexOf("startxref"));
  const table = Number(/^startxref\s+(\d+)/u.exec(tail)?.[1]);
  const head = /^xref\n0 (\d+)\n/u.exec(file.toString("latin1", table, table + 32));
  if (head === null) throw new Error("the file to be packed has no classic table of objects: hand in what pdfkit wrote");
  const count = Number(head[1]);
  const lines = table + head[0].length;
  const offsets = Array.from({ length: count - 1 }, (_, n) => Number(file.toString("latin1", lines + 20 * (n + 1), lines + 20 * (n + 1) + 10)));
  const trailer = file.toString("latin1", file.indexOf("trailer", lines + 20 * count), file.lastIndexOf("startxref"));
  return { offsets, table, trailer: trailer.slice(trailer.indexOf("<<") + 2, trailer.lastIndexOf(">>")).replace(/\/Size \d+/u, "") };
}

/** The objects by number. An object ends where the next in the file begins. */
function slices(file: Buffer, offsets: readonly number[], table: number): Stored[] {
  const order = offsets.map((_, n) => n).sort((a, b) => offsets[a]! - offsets[b]!);
  const ends = new Map(order.map((n, at) => [n, at + 1 < order.length ? offsets[order[at + 1]!]! : table]));
  return offsets.map((offset, n) => {
    const whole = file.subarray(offset, ends.get(n)!);
    if (!endsWith(whole, END)) throw new Error(`object ${n + 1} of the file to be packed does not end with endobj`);
    return { number: n + 1, whole, body: whole.subarray(`${n + 1} 0 obj\n`.length, whole.length - END.length) };
  });
}

const endsWith = (bytes: Buffer, end: string): boolean => bytes.toString("latin1", bytes.length - end.length) === end;

function objectStream(number: number, group: readonly Stored[]): Buffer {
  let at = 0;
  const index = group.map((object) => {
    const pair = `${object.number} ${at}`;
    at += object.body.length + 1;
    return pair;
  });
  const head = Buffer.from(`${index.join(" ")}\n`, "latin1");
  const blank = Buffer.from("\n", "latin1");
  return stream(number, `/Type/ObjStm/N ${group.length}/First ${head.length}`, Buffer.concat([head, ...group.flatMap(({ body }) => [body, blank])]));
}

/** The table as a stream of rows of type, place and index, each as its difference from the row above (PNG's Up), which compresses to little. */
function tableStream(number: number, entries: ReadonlyMap<number, Entry>, trailer: string): Buffer {
  const WIDTH = 7; // 1 + 4 + 2 bytes
  const rows = Buffer.alloc((number + 1) * WIDTH);
  rows.writeUInt16BE(0xffff, 5); // object 0 is the head of the free ones
  for (const [n, entry] of entries) {
    const row = n * WIDTH;
    rows.writeUInt8("offset" in entry ? 1 : 2, row);
    rows.writeUInt32BE("offset" in entry ? entry.offset : entry.stream, row + 1);
    rows.writeUInt16BE("offset" in entry ? 0 : entry.nth, row + 5);
  }
  const coded = Buffer.alloc((number + 1) * (WIDTH + 1));
  for (let row = 0; row <= number; row++) {
    coded[row * (WIDTH + 1)] = 2;
    for (let i = 0; i < WIDTH; i++) coded[row * (WIDTH + 1) + 1 + i] = rows[row * WIDTH + i]! - (row === 0 ? 0 : rows[(row - 1) * WIDTH + i]!);
  }
  return stream(number, `/Type/XRef/Size ${number + 1}/W[1 4 2]/DecodeParms<</Predictor 12/Columns ${WIDTH}>>${trailer}`, coded);
}

function stream(number: number, keys: string, bytes: Buffer): Buffer {
  const packed = deflateSync(bytes, { level: 9, memLevel: 9 });
  return Buffer.concat([Buffer.from(`${number} 0 obj\n<<${keys}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`, "latin1"), packed, Buffer.from("\nendstream\nendobj\n", "latin1")]);
}
