/** The pieces of a sentence between 、, joining words and marks. Not here: which of them make a list. */
import type { TextRegisters } from "../../../schemas/register.ts";
import { kept, rolesOf } from "../draft.ts";
import type { PlaceReader } from "../places.ts";

/** A piece between two joins; the join that stands before it. */
export interface Piece { readonly start: number; readonly text: string; readonly join: string }

/** A piece as the sentence has it, or as much of it as is asked for. */
export const shown = ({ start, text }: Piece, sentence: string, length = text.length) => sentence.slice(start, start + length);
/** 和 within a name joins nothing: it is hidden while pieces are cut, by a character of the same length. */
const HIDDEN = "\uE000";

export function mask(sentence: string, { organisations }: TextRegisters, places: PlaceReader): string {
  if (!/[和与及]/u.test(sentence)) return sentence;
  let masked = sentence;
  const hide = (start: number, end: number) => {
    masked = masked.slice(0, start) + masked.slice(start, end).replace(/[和与及]/gu, HIDDEN) + masked.slice(end);
  };
  for (const { start, end } of places(sentence)) hide(start, end);
  const { names, pairs } = joinedNames(organisations);
  if (pairsOf(sentence).some((pair) => pairs.has(pair))) for (const core of names) {
    for (let at = sentence.indexOf(core); at >= 0; at = sentence.indexOf(core, at + core.length)) hide(at, at + core.length);
  }
  return masked;
}

/** The joining words of a text, each with the character after it. */
const pairsOf = (text: string) => [...text.matchAll(/[和与及](?=(.))/gsu)].map(([join, after]) => join + after!);
/** Names that local organs have by themselves. */
const ALSO_JOINED = ["自然资源和规划", "规划和自然资源", "文化和旅游", "卫生和计划生育", "住房和城乡建设", "林业和草原", "体育和旅游"];
/** 工业和信息化, 人力资源和社会保障: what local organs share with the central ones; and the 和信, 和社 within: a sentence without one of these need not be searched for the names. */
const joinedNames = kept((organisations: TextRegisters["organisations"]): { readonly names: readonly string[]; readonly pairs: ReadonlySet<string> } => {
  const cores = organisations.flatMap(({ name }) => /^(?:国家)?(?<core>.{2,12}[和与及].{2,10}?)(?:委员会|领导小组|办公室|部|总局|局|署)$/u.exec(name)?.groups?.["core"] ?? []);
  const names = [...new Set([...cores, ...ALSO_JOINED])];
  return { names, pairs: new Set(names.flatMap(pairsOf)) };
});

/** What a character does to the pieces of a sentence. */
const STOPS = 1, OPENS = 2, CLOSES = 3, PARTS = 4;
const roles = rolesOf("。；：！？\n\u3000", "“（《", "”）》", "、，", "和与及以");

/** The pieces of a sentence, run by run: parted by 、 and joining words, and by ， which may be a 、 that was restored wrongly. */
export function runsOf(sentence: string): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [], from = 0, depth = 0, join = "";
  const cut = (to: number, next: string, width: number) => {
    run.push({ start: from, text: sentence.slice(from, to), join });
    from = to + width;
    join = next;
  };
  for (let i = 0; i < sentence.length; i++) {
    const role = roles[sentence.charCodeAt(i)];
    if (role === 0) continue;
    const c = sentence[i]!;
    if (role === OPENS) depth++;
    else if (role === CLOSES) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && c === "”" && sentence[i + 1] === "“") cut(i + 1, "、", 0); // “甲”“乙”: no 、 stands between (GB/T 15834—2011, 4.5.3)
    }
    else if (depth > 0) continue;
    else if (role === STOPS) { cut(i, "", 1); runs.push(run); run = []; }
    else if (role === PARTS) {
      const width = sentence.startsWith("以及", i + 1) ? 3 : /[和与及]/u.test(sentence[i + 1] ?? "") ? 2 : 1;
      cut(i, c, width);
      i += width - 1;
    } else if (sentence.startsWith("以及", i) && i > from) { cut(i, "和", 2); i++; }
    else if (c !== "以" && i > from && !(c === "及" && /[以其]/u.test(sentence[i - 1]!))) cut(i, "和", 1);
  }
  if (from < sentence.length) cut(sentence.length, "", 0);
  runs.push(run);
  return runs.filter((pieces) => pieces.length >= 3 && pieces.some(({ join }) => join === "、" || join === "和"));
}
