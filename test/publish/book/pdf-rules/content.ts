/** A page's content stream as what it paints: each painting operator with the marked content it stands in, and each shown code. Not here: judging. */

/** A marked sequence that is open: its tag, its properties. */
export interface Marked {
  tag: string;
  mcid: number | null;
  artifact: boolean;
  /** artifacts: Pagination, Layout, Background */
  type: string | null;
  lang: string | null;
}

/** An operator that leaves something on the page. */
export interface Painted {
  operator: string;
  /** from the outside in */
  within: readonly Marked[];
  /** text: the font's name in the resources and the codes shown */
  font: string | null;
  codes: readonly number[];
}

export interface Content {
  painted: Painted[];
  /** every marked sequence, with those it stands in */
  sequences: { marked: Marked; within: readonly Marked[] }[];
  operators: Set<string>;
  /** sequences that were never closed, or closed without being open */
  unbalanced: number;
}

const TOKEN = /<<|>>|\[|\]|\/[^\s/[\]<>()]*|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|[^\s/[\]<>()]+/gsu;
const PAINTING = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "EI"]);
const OPERATOR = /^[A-Za-z'"*]+[0-9*]?$/u;

export function contentOf(stream: string): Content {
  const content: Content = { painted: [], sequences: [], operators: new Set(), unbalanced: 0 };
  const open: Marked[] = [];
  let operands: string[] = [];
  let font: string | null = null;
  for (const [token] of stream.matchAll(TOKEN)) {
    if (!OPERATOR.test(token) || operands.filter((one) => one === "[" || one === "<<").length > operands.filter((one) => one === "]" || one === ">>").length) {
      operands.push(token);
      continue;
    }
    content.operators.add(token);
    if (token === "Tf") font = operands[0]!.slice(1);
    if (token === "BDC" || token === "BMC") {
      const marked = markedOf(operands);
      content.sequences.push({ marked, within: [...open] });
      open.push(marked);
    }
    if (token === "EMC" && open.pop() === undefined) content.unbalanced++;
    if (PAINTING.has(token)) content.painted.push({ operator: token, within: [...open], font: token.startsWith("T") ? font : null, codes: token.startsWith("T") ? codesOf(operands) : [] });
    operands = [];
  }
  content.unbalanced += open.length;
  return content;
}

function markedOf(operands: readonly string[]): Marked {
  const tag = operands[0]!.slice(1);
  const value = (key: string): string | null => operands[operands.indexOf(`/${key}`, 1) + 1] ?? null;
  const has = (key: string): boolean => operands.indexOf(`/${key}`, 1) > 0;
  return { tag, artifact: tag === "Artifact", mcid: has("MCID") ? Number(value("MCID")) : null, type: has("Type") ? value("Type")!.slice(1) : null, lang: has("Lang") ? value("Lang")!.slice(1, -1) : null };
}

/** Two bytes a code: Identity-H. */
function codesOf(operands: readonly string[]): number[] {
  return operands.flatMap((one) => {
    const bytes = bytesOf(one);
    return Array.from({ length: bytes.length >> 1 }, (_, n) => bytes.readUInt16BE(2 * n));
  });
}

/** A string, in either of its forms; nothing for another operand. */
function bytesOf(operand: string): Buffer {
  if (operand.startsWith("<") && operand !== "<<") return Buffer.from(operand.slice(1, -1), "hex");
  return Buffer.from(operand.startsWith("(") ? operand.slice(1, -1).replace(/\\(.)/gsu, (_, char: string) => (char === "r" ? "\r" : char)) : "", "latin1");
}
