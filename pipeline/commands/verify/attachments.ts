/** The files within a PDF, without a PDF library: streams of the type EmbeddedFile, named by the Filespecs of its object streams. Not here: comparing them. */
import { inflateSync } from "node:zlib";

/** Name → bytes. Throws where a file's stream is missing or does not inflate. */
export function attachmentsOf(pdf: Buffer): Map<string, Buffer> {
  const text = pdf.toString("latin1");
  const streams = new Map<string, { dictionary: string; start: number; end: number }>();
  for (const match of text.matchAll(/\b(\d+) 0 obj\s*(<<(?:(?!endobj|stream\r?\n)[^])*>>)\s*stream\r?\n/gu)) {
    const start = match.index + match[0].length;
    const length = Number(/\/Length (\d+)/u.exec(match[2]!)?.[1] ?? 0);
    streams.set(match[1]!, { dictionary: match[2]!, start, end: start + length });
  }
  const contentOf = (number: string): Buffer => {
    const stream = streams.get(number);
    if (stream === undefined) throw new Error(`object ${number} is no stream`);
    const bytes = pdf.subarray(stream.start, stream.end);
    return stream.dictionary.includes("/FlateDecode") ? inflateSync(bytes) : bytes;
  };
  const packed = [...streams].filter(([, { dictionary }]) => /\/Type\s*\/ObjStm/u.test(dictionary)).map(([number]) => contentOf(number).toString("latin1"));
  const files = [text, ...packed].flatMap((objects) => [...objects.matchAll(/\/Type\s*\/Filespec\s*\/F\s*\(([^()]*)\)(?:(?!\/Type)[^])*?\/EF\s*<<\s*\/F\s+(\d+) 0 R/gu)]);
  return new Map(files.map(([, name, number]) => [name!, contentOf(number!)]));
}
