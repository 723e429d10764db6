/** A restored text against the marks that were lost: what was wanted, what stands there, how sure restoration was. Not here: adding up. */
import { rollup } from "d3-array";
import type { Repair } from "../../schemas/repair.ts";
import type { GoldMark } from "./read.ts";

/** One dot of the raw text, judged. */
export interface Answer {
  readonly at: number;
  /** The usual right reading; "" where nothing should stand. */
  readonly want: string;
  /** What stands there; `want` itself where another accepted reading stands there. */
  readonly said: string;
  readonly right: boolean;
  /** What restoration said of its choice; null where it made none at this dot. */
  readonly confidence: number | null;
}

export interface Judged {
  /** Whether all characters but marks, brackets and spaces came through, in order: where not, no answer counts as right. */
  readonly intact: boolean;
  readonly answers: readonly Answer[];
}

/** What an answer says where the content was broken: no place can be told. */
export const BROKEN = "✗";

/** What a lost title prints as: put in by restoration, so no content. Brackets 〔〕 of the text itself are. */
const PLACEHOLDER = /《〔题名缺失〕》/gu;
const NO_CONTENT = /[\s.,;:!?%‰'"()，、。；：！？％—…·“”‘’《》〈〉「」『』（）【】]/u;
const MARK = /[.,;:!?%‰，、。；：！？％]/u;
const WIDE: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "％": "%" };

/** Judges each dot by the marks that stand between the content characters around it, so that quotes, brackets and line breaks put in beside it do not matter.
 *
 *  包括).).)等: dots without a content character between them share those marks, so each is judged by its own repair. */
export function judge(raw: string, restored: { readonly text: string; readonly repairs: readonly Repair[] }, gold: readonly GoldMark[]): Judged {
  const before = contentOf(raw);
  const after = contentOf(restored.text.replace(PLACEHOLDER, ""));
  const intact = before.characters === after.characters;
  const gapAt = gapsBefore(raw);
  const dotsIn = rollup(gold, (dots) => dots.length, ({ at }) => gapAt[at]!);
  const own = decided(restored.repairs);
  return {
    intact,
    answers: gold.map(({ at, accept }) => {
      const gap = gapAt[at]!;
      const standing = dotsIn.get(gap) === 1 ? after.gaps[gap]! : contentOf(own.get(at)?.restored.replace(PLACEHOLDER, "") ?? "").gaps.join("");
      const said = intact ? standing : BROKEN;
      // "@": nothing need stand there, and any single mark may.
      const free = accept[0] === "@";
      const want = free ? "" : accept[0]!;
      const right = intact && (accept.includes(said) || (free && said.length <= 1));
      return { at, want, said: right ? want : said, right, confidence: own.get(at)?.confidence ?? null };
    }),
  };
}

/** The content characters in order, and before each of them (and after the last) the marks that stand there. */
function contentOf(text: string): { characters: string; gaps: string[] } {
  let characters = "";
  const gaps = [""];
  for (const character of text) {
    if (MARK.test(character)) gaps[gaps.length - 1] += WIDE[character] ?? character;
    else if (!NO_CONTENT.test(character)) {
      characters += character;
      gaps.push("");
    }
  }
  return { characters, gaps };
}

/** For each offset of the raw text, how many content characters stand before it. */
function gapsBefore(raw: string): Uint32Array {
  const out = new Uint32Array(raw.length + 1);
  let count = 0;
  let at = 0;
  for (const character of raw) {
    out.fill(count, at, at + character.length);
    at += character.length;
    if (!NO_CONTENT.test(character)) count++;
  }
  return out;
}

/** The repair that decided each dot. A heading spans its dots without deciding them. */
function decided(repairs: readonly Repair[]): Map<number, Repair> {
  return new Map(repairs.filter(({ kind, raw }) => kind !== "heading" && raw.startsWith(".")).map((repair) => [repair.span.start, repair]));
}
