/** YAML that is data: parsed with positions, checked by a schema, every complaint with file, line and column. Not here: what the files mean. */
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";
import { likeness, nearest } from "../likeness.ts";
import { EXIT, seen, UserError, wordsOf } from "../messages.ts";

/** A checked file, and where its parts stand: for messages that come later. */
export interface Parsed<T> {
  readonly value: T;
  /** 1-based line of the node at a path, or of the nearest node above it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** What is wrong at an offset of the file. */
interface Fault {
  readonly at: number;
  readonly words: string;
}

/** Text of a YAML file → its value. All complaints of the schema come at once, a line each. Throws UserError 65. */
export function parseYaml<S extends z.ZodType>(path: string, text: string, schema: S): Parsed<z.output<S>> {
  const lines = new LineCounter();
  const document = documentOf(path, text, lines);
  const placed = ({ at, words }: Fault) => {
    const { line, col } = lines.linePos(at);
    return `${path}:${line || 1}:${col || 1}: ${seen(words)}`;
  };
  const refused = faultOf(document);
  if (refused !== null) throw new UserError(EXIT.badData, placed(wideColonAt(text, lines.linePos(refused.at).line) ?? refused));
  const result = schema.safeParse(document.toJS(), { error: worded });
  if (!result.success) {
    // a key that is mistyped is missing too: what is written there goes first
    const isOfKeys = (issue: z.core.$ZodIssue) => issue.code === "unrecognized_keys";
    const complaints = result.error.issues.toSorted((a, b) => Number(isOfKeys(b)) - Number(isOfKeys(a))).map((issue) => {
      const key = issue.code === "unrecognized_keys" ? [issue.keys[0]!] : [];
      const where = issue.path.length > 0 ? `${issue.path.map(counted).join(".")}: ` : "";
      return placed({ at: offsetOf(document, [...issue.path, ...key], key.length > 0), words: `${where}${issue.message.replace(/\.$/u, "")}. Correct it there.` });
    });
    throw new UserError(EXIT.badData, complaints.join("\n"), { cause: result.error });
  }
  return { value: result.data, lineOf: (at) => lines.linePos(offsetOf(document, at)).line || 1 };
}

/** Longest file, in UTF-16 units, and brackets that the parser would take minutes to give up on. */
const LONGEST = 1_000_000, DEEP = /(?:[[{]\s*){100}/u;

/** A file of a year is some pages long; what is nested deeper than the parser's stack is no such file. */
function documentOf(path: string, text: string, lines: LineCounter): Document.Parsed {
  if (text.length > LONGEST || DEEP.test(text)) throw new UserError(EXIT.badData, `${path}: ${text.length > LONGEST ? "the file is longer than a million characters" : "lists stand in each other without end"}. See whether it is the right file, and correct it.`);
  try {
    return parseDocument(text, { lineCounter: lines });
  } catch (thrown) {
    throw new UserError(EXIT.badData, `${path}: this cannot be read as YAML (${wordsOf(thrown)}). See whether it is the right file, and take out what is nested without end.`, { cause: thrown });
  }
}

/** What is no YAML, or YAML that data does not need: references, which can stand for a thousand million values, tags, and keys that are not an object's own. */
function faultOf(document: Document.Parsed): Fault | null {
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken?.message.includes("call stack")) return { at: broken.pos[0], words: "lists stand in each other without end. Correct the YAML there." };
  if (broken) return { at: broken.pos[0], words: `${firstLine(broken.message)}. Correct the YAML there.` };
  let fault: Fault | null = null;
  const found = (node: { range?: readonly number[] | null | undefined }, words: string) => {
    fault = { at: node.range?.[0] ?? 0, words };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, node) => found(node, `*${node.source} refers to another place of the file, which is not read here. Write out what it stands for.`),
    Node: (_, node) => ("anchor" in node && node.anchor ? found(node, `&${node.anchor} names a place of the file, which is not read here. Take the name out.`) : undefined),
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value !== "__proto__") return undefined;
      return found(key as { range?: readonly number[] }, isScalar(key) ? "__proto__ is no name for a key. Take the line out." : "a key is a word, not a list. Put it in quotes if it is one.");
    },
  });
  return fault;
}

/** Part of a path as people count: the first of a list is 1. */
const counted = (part: PropertyKey): string => String(typeof part === "number" ? part + 1 : part);

/** A key with a colon of Chinese print (who：甲), which YAML takes for a part of the word, at a line or right before it; null where there is none. */
function wideColonAt(text: string, line: number): Fault | null {
  const lines = text.split("\n");
  for (const i of [line - 1, line - 2]) {
    const key = /^[ -]*([A-Za-z]+)：/u.exec(lines[i] ?? "");
    if (key === null) continue;
    const at = lines.slice(0, i).reduce((sum, { length }) => sum + length + 1, 0) + key[0].indexOf(key[1]!);
    return { at, words: wideColon(key[1]!) };
  }
  return null;
}

const wideColon = (key: string) => `${key}： has a colon of Chinese print. Write \`${key}: \`, with a plain colon and a blank.`;

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/u, "").replace(/[.:]$/u, "");
}

/** zod's words, but for a key that the schema has not: the nearest that it has. */
const worded: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== "unrecognized_keys") return undefined;
  const shape: unknown = issue.inst !== undefined && "shape" in issue.inst._zod.def ? issue.inst._zod.def.shape : {};
  const known = Object.keys(shape as object);
  return issue.keys.map((key) => {
    const wide = /^([A-Za-z]+)：/u.exec(key);
    if (wide !== null) return wideColon(wide[1]!);
    const like = nearest(known, (one) => likeness(key, one) + likeness(letters(key), letters(one)), 0.8)[0];
    return `there is no key "${key}" here; ${like === undefined ? `there are ${known.join(", ")}` : `the nearest is "${like}"`}`;
  }).join("; ");
};

/** In the order of the alphabet: qoute is quote. */
const letters = (word: string) => [...word].sort().join("");

/** Where the node at a path begins, or its key; a key that is missing is looked for in what stands above it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], ofKey = false): number {
  if (ofKey) {
    const above: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const key = isMap(above) ? above.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(path.at(-1)))?.key : undefined;
    if (isScalar(key) && key.range) return key.range[0];
  }
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) && typeof node.range[0] === "number") return node.range[0];
  }
  return 0;
}
