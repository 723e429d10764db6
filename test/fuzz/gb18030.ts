/** Text → GB18030, for inputs of tests: Node decodes it and does not encode it. The tables come from Node's own decoder. */

let table: Map<string, number[]> | null = null;

/** Two bytes for what the standard has there, four for the rest of the first plane; those above it are counted from 0x90308130. */
function tableOf(): Map<string, number[]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, number[]>();
  const put = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\uFFFD" && !found.has(text)) found.set(text, bytes);
  };
  for (let a = 0; a < 0x80; a++) put([a]);
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) put([a, b]);
  for (let n = 0; n < 39_420; n++) put(fourBytes(n));
  return found;
}

const fourBytes = (n: number): number[] => [0x81 + Math.floor(n / 12_600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)];

/** The bytes of a text. What the encoding cannot hold, a lone surrogate, becomes a question mark. */
export function gb18030(text: string): Buffer {
  table ??= tableOf();
  const bytes: number[] = [];
  for (const c of text) {
    const point = c.codePointAt(0)!;
    for (const byte of point >= 0x10000 ? fourBytes(189_000 + point - 0x10000) : (table.get(c) ?? [0x3f])) bytes.push(byte);
  }
  return Buffer.from(bytes);
}
