/** What may stand in a workbook: text, numbers, names of sheets and tables, heads. Guards against what exceljs 4.4.0 writes unasked and Excel then repairs. */

/** Excel's limits for one cell. */
export const MAX_CHARACTERS = 32_767;
const MAX_LINE_FEEDS = 253;
const CUT = "……〔下略，全文见数据文件〕";

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const LOST = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/u;
const ALL_LOST = new RegExp(LOST.source, "gu");

/** Why a cell cannot hold the text as it is, in words; null where it can. */
export function lossOf(text: string): string | null {
  const whole = unified(text);
  if (lineFeedsOf(whole) > MAX_LINE_FEEDS) return `换行逾${MAX_LINE_FEEDS}处，其后截去`;
  if (whole.length > MAX_CHARACTERS) return `字符逾${MAX_CHARACTERS}个，其后截去`;
  return LOST.test(whole) ? "有不能显示的字符，以\uFFFD代之" : null;
}

const unified = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text);
const lineFeedsOf = (text: string): number => (text.length > MAX_LINE_FEEDS && text.includes("\n") ? text.split("\n").length - 1 : 0);

/** Text as a cell can hold it. Control characters, U+FFFE, U+FFFF and lone surrogates are shown as lost (U+FFFD), since XML cannot carry them;
 *  CR becomes LF; what is too long is cut with a mark; `_x4E2D_` is escaped, for readers decode it. A leading = stays text: exceljs makes formulas of objects only. */
export function cleanText(text: string): string {
  const lines = unified(text);
  const few = lineFeedsOf(lines) > MAX_LINE_FEEDS ? `${lines.split("\n").slice(0, MAX_LINE_FEEDS).join("\n")}${CUT}` : lines;
  const short = few.length > MAX_CHARACTERS ? few.slice(0, MAX_CHARACTERS - CUT.length) + CUT : few;
  const whole = LOST.test(short) ? short.replace(ALL_LOST, "\uFFFD") : short;
  return whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}

/** A number Excel can hold. `where` names table and cell for the message. */
export function cleanNumber(value: number, where: string): number {
  if (!Number.isFinite(value)) throw new Error(`${where}: ${value} is not a number a workbook can hold. Let the table say null where there is no value.`);
  return value;
}

/** A sheet's name: at most 31 characters, none of []:*?/\', not taken before in any case. Takes it. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const bare = cleanText(wanted).replace(/[[\]:*?/\\'\s]+/gu, " ").trim() || "表";
  return firstFree(/^history$/iu.test(bare) ? `${bare}_` : bare, 31, taken, (n) => `（${n}）`);
}

/** A table's name: a letter or _ first, then letters, digits, _ and dots; not like a cell (AB12, R1C1); unique in the book. Takes it. */
export function tableName(wanted: string, taken: Set<string>): string {
  const bare = wanted.replace(/[^\p{L}\p{N}_.]/gu, "_");
  const looksLikeCell = /^(?:[a-z]{1,3}\d+|[rc]|r\d*c\d*)$/iu.test(bare);
  return firstFree(/^[\p{L}_]/u.test(bare) && !looksLikeCell ? bare : `_${bare}`, 255, taken, (n) => `_${n}`);
}

/** What has a meaning of its own in a structured reference (`t[比重]`), and what stands for it in a head. */
const PLAIN: Readonly<Record<string, string>> = { "[": "〔", "]": "〕", "#": "＃", "'": "’" };

/** Heads of a table: one line each, not empty, no two alike without regard to case, free of `[ ] # '`, which formulas over the table would have to escape. */
export function cleanHeads(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title, index) => firstFree(cleanText(title).replace(/\s+/gu, " ").replace(/[[\]#']/gu, (mark) => PLAIN[mark]!).trim() || `第${index + 1}列`, 255, taken, (n) => `（${n}）`));
}

/** The name, or the name with the first number that is free, within the length. */
function firstFree(name: string, length: number, taken: Set<string>, suffix: (n: number) => string): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? "" : suffix(n);
    const candidate = name.slice(0, length - end.length).replace(/\p{Surrogate}$/u, "") + end;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

/** Text in XML, between tags or in an attribute. */
export function xml(text: string): string {
  return cleanText(text).replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;").replace(/\n/gu, "&#10;");
}
