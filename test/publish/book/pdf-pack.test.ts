/** The finishing pass: the same objects, in less room. */
import { PDFDocument, PDFRawStream } from "pdf-lib";
import PdfKit from "pdfkit";
import { beforeAll, expect, test } from "vitest";
import { pack } from "../../../pipeline/publish/book/finish.ts";
import { load } from "./pdf-rules/index.ts";

/** A plain file with more small objects than go into one stream, and a stream among them that holds the very words that end objects. */
async function plainFile(objects = 450): Promise<Buffer> {
  const doc = new PdfKit({ info: { CreationDate: new Date(0) }, compress: false });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  for (let n = 0; n < objects; n++) {
    const ref = doc.ref({ N: n, Text: new String(n % 2 === 0 ? `第${n}条（一）` : "a) endobj (b") } as never); // oxlint-disable-line no-new-wrappers
    if (n % 100 === 7) ref.write("endstream\nendobj\nxref\n0 1");
    ref.end("");
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

let plain: Buffer;
let packed: Buffer;

beforeAll(async () => {
  plain = await plainFile();
  packed = pack(plain);
});

const contentsOf = (doc: PDFDocument): Map<string, string> =>
  new Map(doc.context.enumerateIndirectObjects().map(([ref, object]) => [ref.toString(), object instanceof PDFRawStream ? `${object.dict.toString()} ${Buffer.from(object.contents).toString("hex")}` : object.toString()]));

test("every object is read back as it was, under its number", async () => {
  const [before, after] = [contentsOf(await load(plain)), contentsOf(await load(packed))];
  expect(before.size).toBeGreaterThan(450);
  for (const [ref, object] of before) expect(after.get(ref), ref).toBe(object);
});

test("root, info and ID are those of the plain file", async () => {
  const [before, after] = [(await load(plain)).context.trailerInfo, (await load(packed)).context.trailerInfo];
  expect([after.Root?.toString(), after.Info?.toString(), after.ID?.toString()]).toEqual([before.Root?.toString(), before.Info?.toString(), before.ID?.toString()]);
});

test("small objects take less room", () => expect(packed.length).toBeLessThan(plain.length / 2));

test("the same file gives the same bytes", () => expect(pack(plain).equals(packed)).toBe(true));

test.each([
  ["a packed file", () => packed, /no classic table/u],
  ["a file that was cut", () => Buffer.from(plain.toString("latin1").replace("\nendobj\n", "\nendxxx\n"), "latin1"), /does not end with endobj/u],
])("refuses %s", (_, file, says) => expect(() => pack(file())).toThrow(says));
