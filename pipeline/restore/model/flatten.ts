/** Flattens clean Chinese text into the state in which raw yearbook texts arrive, and keeps what was lost beside it. Not here: putting it back. */

/** One dot of the flattened text and what it stood for. */
export interface Mark {
  /** offset of the dot in the flattened text, in UTF-16 code units */
  at: number;
  /** up to eight characters before the dot, to find the place by eye */
  before: string;
  /** the readings that are right; the first is what the clean text had: `，`, `%`, `%。` … */
  accept: string[];
}

export interface Flattened {
  raw: string;
  marks: Mark[];
}

/** The clean form of every mark that becomes a dot; a dot itself is read from its neighbours. */
const CLEAN_FORM: Record<string, string> = {
  "，": "，", "。": "。", "、": "、", "；": "；", "：": "：", "！": "！", "？": "？", "％": "%",
  ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "%": "%",
};
const DOTTED = String.raw`[，。、；：！？％,;:!?%.]`;
/** Vanishes without a trace. A closing bracket stays: it is the only sign left of a title's note. */
const GONE = String.raw`[\s（(〈〉「」『』【】\[\]…—\-–~～·•*#]`;
/** A run of marks, blanks within it or not, is one dot: 80%。⏎在 → 80.在 */
const TOKEN = new RegExp(String.raw`(?<run>${DOTTED}(?:${GONE}*${DOTTED})*)|(?<gone>${GONE}+)|(?<kept>[^])`, "gu");
/** What a reader can be asked to restore: one mark, a percent sign with or without a mark, a decimal point. Doubled marks (，。) are the writer's slip. */
const ANSWERABLE = /^(?:%?[，。、；：！？]?|\.)$/u;
const CONTEXT = 8;

/**
 * The text as it comes after the flattening, with the answers.
 * `titleLine` keeps the first line break: a text's title stands on its own line in the raw texts, while the headings within a text run into what follows them.
 */
export function flatten(clean: string, { titleLine = false }: { titleLine?: boolean } = {}): Flattened {
  const text = loseTitles(narrow(clean.normalize("NFC")));
  const titleEnd = titleLine ? text.indexOf("\n") : -1;
  if (titleEnd < 0) return withContext(flattenMarks(text));
  const title = flattenMarks(text.slice(0, titleEnd));
  const body = flattenMarks(text.slice(titleEnd + 1));
  const bodyStart = title.raw.length + 1;
  return withContext({
    raw: `${title.raw}\n${body.raw}`,
    dots: [...title.dots, ...body.dots.map(({ at, accept }) => ({ at: at + bodyStart, accept }))],
  });
}

/** Digits, Latin letters and the full stop in ASCII: ２０１３ → 2013 */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** 《甲》 is lost whole; of 《甲（试行）》 the closing bracket outlives the title. */
function loseTitles(text: string): string {
  return text.replace(/《([^》]*)》/gu, (_, title: string) => (/[）)]$/u.test(title) ? ")" : ""));
}

type Dot = Omit<Mark, "before">;

/** Every run of marks as one dot, quotation marks as ', letters small, the rest as it is. */
function flattenMarks(text: string): { raw: string; dots: Dot[] } {
  let raw = "";
  const dots: Dot[] = [];
  for (const { groups, index } of text.matchAll(TOKEN)) {
    if (groups?.run) {
      dots.push({ at: raw.length, accept: readings(text, index, groups.run) });
      raw += ".";
    } else if (groups?.kept) raw += flattenCharacter(groups.kept);
  }
  return { raw, dots: dots.filter(({ at, accept }) => at > 0 && ANSWERABLE.test(accept[0] ?? "")) };
}

function flattenCharacter(character: string): string {
  if (/[“”‘’"']/u.test(character)) return "'";
  return character === "）" ? ")" : character.toLowerCase();
}

/** What the run of marks at `start` stood for. 1.坚持: the dot of a list number may be printed as it is or as 、 */
function readings(text: string, start: number, run: string): string[] {
  const marks = [...run].map((mark, i) => (mark === "." ? readDot(text, start + i) : CLEAN_FORM[mark] ?? ""));
  const isListNumber = run.startsWith(".") && isDigit(text[start - 1]) && !isDigit(text[start + 1]);
  return isListNumber ? [marks.join(""), "、"] : [marks.join("")];
}

/** After a digit a dot is a decimal point or a list number's own, else a full stop typed in ASCII. */
function readDot(text: string, at: number): string {
  return isDigit(text[at - 1]) ? "." : "。";
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\d/u.test(character);
}

function withContext({ raw, dots }: { raw: string; dots: Dot[] }): Flattened {
  return { raw, marks: dots.map(({ at, accept }) => ({ at, before: raw.slice(Math.max(0, at - CONTEXT), at), accept })) };
}
