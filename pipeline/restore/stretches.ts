/** Where a text has lost its marks, told by stretch: a text may have kept them in one paragraph and lost them in the next. Not here: what stood there.
 *
 *  A stretch is what stands between two full-width marks or line ends. It has lost its marks where a dot in it stands beside a Han character, for Chinese text has no
 *  such dot of its own but the few of `OWN`: 1.坚持, www.gov.cn网站, U.S.公司. Every pass is linear in the text. */

/** What was lost, and where. */
export interface Losses {
  /** Offsets of the dots to decide, rising. Empty where the text kept its marks. */
  readonly dots: readonly number[];
  /** 1 for each character that may have lost something beside it: in a stretch that lost its marks, and no bracket or quotation mark that kept its form. */
  readonly lost: Uint8Array;
  /** Half-open runs of such stretches without a whole one between them, in order. */
  readonly regions: readonly { readonly start: number; readonly end: number }[];
}

interface Stretch { readonly start: number; readonly end: number; readonly dots: number[]; state: "lost" | "whole" | "untold" }

export const STANDING_MARK = /[，。、；：！？]/u;
const isLineEnd = (c: string | undefined) => c === undefined || c === "\n" || c === "\r";
const isDigit = (c: string | undefined) => c !== undefined && c >= "0" && c <= "9";
const isStanding = (c: string | undefined) => c !== undefined && "，。、；：！？".includes(c);

/** The dots of a text that lost marks, and what stands around them.
 *
 *  holds   a dot beside a standing mark or another dot is left out (no mark is doubled: flattening makes one dot of a run), and so is one that opens a line;
 *          what `restore` writes for the dots it is given has no losses, so that restoring twice is restoring once */
export function findLosses(raw: string): Losses {
  const stretches = stretchesOf(raw, openDots(raw));
  if (!stretches.some(({ state }) => state === "lost")) return { dots: [], lost: new Uint8Array(0), regions: [] };
  tellUntold(stretches);
  const lost = new Uint8Array(raw.length);
  const regions: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const { start, end, state } of stretches) {
    if (state !== "lost") { open = null; continue; }
    lost.fill(1, start, end);
    if (open) open.end = end;
    else regions.push(open = { start, end });
  }
  for (const match of raw.matchAll(/[（）“”‘’]/gu)) lost[match.index] = 0;
  return { dots: stretches.flatMap(({ dots }) => dots), lost, regions };
}

/** Offsets of dots where a mark can have stood, in order. */
function openDots(raw: string): number[] {
  const own = ownDots(raw);
  const out: number[] = [];
  for (let at = raw.indexOf("."); at >= 0; at = raw.indexOf(".", at + 1)) if (!own.has(at) && isOpen(raw, at)) out.push(at);
  return out;
}

/** dots    those that may have lost a mark, in order */
function stretchesOf(raw: string, dots: readonly number[]): Stretch[] {
  let from = 0;
  return [...raw.matchAll(/[^，。、；：！？\n\r]+/gu)].map(({ 0: words, index: start }) => {
    const end = start + words.length;
    let to = from;
    while (to < dots.length && dots[to]! < end) to++;
    const within = dots.slice(from, to);
    from = to;
    return told(raw, start, end, within);
  });
}

/** One stretch with the dots to decide in it. A line of its own without any dot says nothing of itself.
 *
 * dots    those in it that may have lost a mark */
function told(raw: string, start: number, end: number, dots: readonly number[]): Stretch {
  const numbered = dots.length === 0 ? start : numberEnd(raw, start, end);
  const open = numbered === start ? dots : dots.filter((at) => at >= numbered);
  const tells = (at: number) => isTelling(raw, at, start, end);
  const first = open.findIndex(tells);
  if (first < 0) return { start, end, dots: [], state: open.length === 0 && isLineEnd(raw[start - 1]) && isLineEnd(raw[end]) ? "untold" : "whole" };
  // In a stretch with a whole neighbour the points of figures before the first and after the last telling dot may belong to what is whole: they stay.
  return { start, end, dots: open.slice(isLineEnd(raw[start - 1]) ? 0 : first, isLineEnd(raw[end]) ? open.length : open.findLastIndex(tells) + 1), state: "lost" };
}

/** A title of a line shares the fate of what follows it, or of what it follows. */
function tellUntold(stretches: Stretch[]): void {
  for (let i = stretches.length - 2; i >= 0; i--) if (stretches[i]!.state === "untold") stretches[i]!.state = stretches[i + 1]!.state;
  for (let i = 1; i < stretches.length; i++) if (stretches[i]!.state === "untold") stretches[i]!.state = stretches[i - 1]!.state;
}

/** Whether a mark can have stood at a dot: not in a run, not where a line opens, not beside a mark that stands; 80.， has lost its %. */
function isOpen(raw: string, at: number): boolean {
  const before = raw[at - 1], after = raw[at + 1];
  if (isLineEnd(before) || before === "." || after === "." || isStanding(before)) return false;
  return !isStanding(after) || isDigit(before);
}

/** Whether a dot shows that its stretch lost its marks: beside a Han character, a quotation mark or bracket between them or not; where a figure ends a line; before a mark. */
function isTelling(raw: string, at: number, start: number, end: number): boolean {
  if (isStanding(raw[at + 1])) return true;
  if (isHan(raw, at - 1) || isHan(raw, at + 1)) return true;
  if (isHan(raw, at - 2) && /['"’”)）》]/u.test(raw[at - 1]!)) return true;
  if (isHan(raw, at + 2) && /['"‘“(（《]/u.test(raw[at + 1]!)) return true;
  return isLineEnd(raw[at + 1]) && /\p{Script=Han}/u.test(raw.slice(start, end));
}

/** The character at an offset, or the one whose second half stands there. */
function isHan(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at);
  if (unit >= 0x4e00 && unit <= 0x9fff) return true; // the block of the common characters
  if (!(unit >= 0x2e80)) return false; // nor past an end, where it is NaN
  const code = unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? raw.codePointAt(at - 1)! : raw.codePointAt(at)!;
  return /^\p{Script=Han}/u.test(String.fromCodePoint(code));
}

/** What goes with a figure rather than with a list number: 80.以上, 12.的街道. */
export const OF_FIGURE = /^(?:的|以上|以下|左右)/u;
const OPENS_STRETCH = /[\s“‘”’（(）]{0,20}\d{1,3}(?:\.\d{1,3}){0,4}\s*\.(?![\d.])/uy;
const OPENS_LINE = /\s{0,20}(?:附件|附录|附表|附图|专栏|图|表)\d{1,2}(?:\.\d{1,2})?\./uy;

/** Where the list number that opens a stretch ends: 1. or 2.3. at the start of a line or after a mark, 附件1. at the start of a line; `start` where there is none.
 *  Its dots are its own. */
function numberEnd(raw: string, start: number, end: number): number {
  const opensLine = isLineEnd(raw[start - 1]);
  if (opensLine) {
    OPENS_LINE.lastIndex = start;
    if (OPENS_LINE.test(raw)) return OPENS_LINE.lastIndex;
  }
  if (!opensLine && !STANDING_MARK.test(raw[start - 1]!)) return start;
  OPENS_STRETCH.lastIndex = start;
  if (!OPENS_STRETCH.test(raw)) return start;
  const after = OPENS_STRETCH.lastIndex;
  return (after >= end && !isStanding(raw[end])) || OF_FIGURE.test(raw.slice(after, after + 2)) ? start : after;
}

/** Last parts of host and file names. */
const SUFFIX = new Set(["com", "cn", "org", "net", "edu", "gov", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "htm", "html", "xml", "json", "zip", "jpg", "png", "mp4"]);
const ABBREVIATION = /^(?:Co|Ltd|Inc|Corp|No|Nos|Vol|Fig|Dr|Mr|Mrs|Ms|St|Jr|vs|etc|e\.g|i\.e|a\.m|p\.m)$/u;

/** Dots that Latin words and figures have of their own: www.gov.cn, 附件.pdf, v2.0, U.S., Co., 98.5 before a % that stands, the 2. of （牵头单位：某局）2.加强, whose ） stands.
 *  Lower-case initials (a.b.c) are no such word: flattening makes letters small, so they may have been A、B、C. */
function ownDots(raw: string): Set<number> {
  const own = new Set<number>();
  let end = 0;
  for (let dot = raw.indexOf("."); dot >= 0; dot = raw.indexOf(".", end)) {
    let start = dot;
    while (start > end && isOfWord(raw.charCodeAt(start - 1))) start--;
    end = dot + 1;
    while (isOfWord(raw.charCodeAt(end))) end++;
    if (end - start > 1) for (const at of ownDotsOf(raw, start, end)) own.add(at);
  }
  return own;
}

/** What Latin words and figures are made of, marks of addresses among it: \w.-/@~?=&# */
const OF_WORD = new Uint8Array(0x80);
for (const c of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.-/@~?=&#") OF_WORD[c.charCodeAt(0)] = 1;
const isOfWord = (code: number) => code < 0x80 && OF_WORD[code] === 1;

/** Offsets of the dots that a Latin word or figure has of its own. */
function ownDotsOf(raw: string, start: number, end: number): number[] {
  const word = raw.slice(start, end);
  const followsBracket = start > 0 && "）》】".includes(raw[start - 1]!);
  const percentStands = end < raw.length && "%％‰".includes(raw[end]!);
  const isName = /\/\/|@/u.test(word) || /^www\./iu.test(word);
  const initials = word.length > 2 && /[A-Z]/u.test(word) && /^(?:[A-Za-z]\.)+[A-Za-z]?$/u.test(word);
  const parts = word.split(".");
  const out: number[] = [];
  let at = start - 1;
  for (let i = 0; i < parts.length - 1; i++) {
    const part = parts[i]!, next = parts[i + 1]!;
    const isLast = i === parts.length - 2;
    at += part.length + 1;
    const isOwn = next === ""
      ? (isLast && followsBracket && /^\d{1,2}\.$/u.test(word)) || initials || ABBREVIATION.test(isLast ? word.slice(0, -1) : part)
      : isName || initials || isNamePoint(part, next) || isPointOfPercent(part, next, isLast && percentStands);
    if (isOwn) out.push(at);
  }
  return out;
}

/** gov|cn, 附件|pdf, v2|0, No|3 */
function isNamePoint(part: string, next: string): boolean {
  return (SUFFIX.has(next.split("/")[0]!.toLowerCase()) && !/^\d+$/u.test(part)) || (/^v\d+$/iu.test(part) && /^\d/u.test(next)) || (/^nos?$/iu.test(part) && /^\d/u.test(next));
}

function isPointOfPercent(part: string, next: string, percentStands: boolean): boolean {
  return percentStands && /^\d+$/u.test(next) && /\d$/u.test(part);
}
