/** The least that can be done: the cells' XML glued together, a buffer at a time, through Node's zlib into a file. No workbook around it, no guards but for what XML escapes, no heights. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type FactRow, factRows, linkOf } from "./facts.ts";

const CHUNK = 128 * 1024;

const escaped = (text: string): string => (/[&<>]/u.test(text) ? text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;") : text);
const words = (column: string, row: number, style: number, text: string): string => `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
const number = (column: string, row: number, style: number, value: number): string => `<c r="${column}${row}" s="${style}"><v>${value}</v></c>`;

function rowXml(n: number, { texts: [id, kind, document], start, end, quote, certainty, timePeriod, indicator, value, unit }: FactRow): string {
  return `<row r="${n}">${words("A", n, 1, id)}${words("B", n, 1, kind)}${words("C", n, 1, document)}${number("D", n, 2, start)}${number("E", n, 2, end)}${words("F", n, 1, quote)}${words("G", n, 1, certainty)}${words("H", n, 1, timePeriod)}${words("I", n, 1, indicator)}${number("J", n, 3, value)}${words("K", n, 1, unit)}<c r="L${n}" s="4" t="str"><f>${escaped(linkOf(document))}</f><v>${escaped(document)}</v></c></row>`;
}

function* chunks(count: number): Generator<Buffer> {
  let buffer = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  let n = 1;
  for (const fact of factRows(count)) {
    const row = rowXml(++n, fact);
    if (filled + row.length * 3 > CHUNK) {
      yield buffer.subarray(0, filled);
      buffer = Buffer.allocUnsafe(CHUNK);
      filled = 0;
    }
    filled += buffer.write(row, filled);
  }
  yield buffer.subarray(0, filled);
}

export async function writtenAtTheFloor(count: number, path: string): Promise<void> {
  await pipeline(Readable.from(chunks(count), { highWaterMark: 2 }), createGzip({ level: 6 }), createWriteStream(path));
}
