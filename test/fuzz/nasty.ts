/** Strings that have broken programs like this one, or look as if they could: written for this project, by what they attack. Not here: how they are put together. */

/** A thing many times: what is quadratic shows there. */
const times = (text: string, count: number) => text.repeat(count);

const CONTROLS = ["\u0000", "\u0001\u0008\u001F\u007F", "\u0085", "\u2028甲\u2029乙", "\r", "\r\n\r\n", "\n\n\n", "\t\t", "\u000B\u000C"];

/** Format characters: nothing is seen of them, and each is a character of the text. */
const FORMATS = ["\uFEFF", "\uFFFE", "\uFFFF", "\u200B", "\u200D", "\u2060", "\u00AD", "覆\u200B盖率80.", "8\uFEFF0.", "\u202E80%反转\u202C", "\u2066甲\u2069", "\u061C", "\u{E0001}\u{E0061}", "\uFFFC", "\uFFFD\uFFFD"];

const WRITING = ["e\u0301\u0302\u0303", times("\u0301", 200), "नि", "ก็", "한글", "שלום עולם", "مرحبا ٣٤٥٪.", "👩‍👩‍👧‍👦", "🇨🇳", "1️⃣", "☃\uFE0F", "葛\u{E0100}", "𠮷野家", "𠀀𪚥𫝀", "\u{10FFFF}", "\u2F47\u2F48\u2F00", "\uF900\uFA0C\u{2F800}", "\uE000\uF8FF\u{F0000}", "〇", "ꀀ", "⿰木木", "㍿㎡㎏℃", "Ⅻ①⑳㈠㊀"];

/** What a spreadsheet takes for a formula, a date, a number, a link or another cell's end. */
const CELLS = ["=1+1", "=HYPERLINK(\"x\",\"y\")", "+8613", "-2+3", "@SUM(A1)", "\t=1", "1-2", "3/4", "2013-02-30", "1E5", "0x10", "００１２", "010", "TRUE", "#N/A", "a\"b,c\r\nd", "';--", "<b>&amp;</b>", "]]>", "<!--", "_x000D_", "_xD800_", "%s%n{0}${x}", "\\u0000\\n", "../../etc", "C:\\甲"];

const NUMBERS = [times("9", 400), `${times("1", 309)}万亿个`, `0.${times("0", 400)}1%`, "1e400个", "-0个", "00000.00%", "1,2,3,4", "1,234,567.89亿元", "12.34.56.78.", "8.1.2.3.4个百分点", "１２３．４％", "零点零零", times("九千", 50), "一万万亿亿", "两百五十点五", "百分之百分之八十", "几十上百", "第第1位", "1—1000000000", "100%至0%", "NaN", "Infinity", "9007199254740993个", "0个", "0/0", "3.14159265358979323846264338327950288%"];

const DATES = ["2013年13月32日", "0000年0月0日", "2013年2月30日", "9999年99月", "二〇一三年九月", "二零零零零年", "13年", "'13年", "2013年2013年2013年", "2013-2012年", "2013年至", "十二五十三五", "上上上年", "同比同比增长", "1月至13月", "24时60分", "公元前221年", "2013.9.25.10.12", "去年今年明年"];

const MARKS = [times(".", 300), times("、", 1000), times("，", 300), times("。", 300), times("(", 200), times(")", 200), times("(", 60) + times(")", 60), times("《", 100), times("》", 100), times("《甲", 40) + times("》", 40), times("'", 101), times("“", 50), times("”", 50), "（）", "《》", "“”", "〔题名缺失〕", "《〔题名缺失〕》", "〔", "〕", "［］", "))..((", ").).).", ".%.%.%", "%%", "……——", "·", "?!?!", "!.?.", "：：；；"];

/** What the rules of extraction look for, without what should follow it. */
const WORDS = ["等等等等", times("等", 300), "由由向向转变转变", "由向转变", "由甲向乙向丙转变", times("由甲向", 60), "占占占比", "增长增长", "为为为", "达达到到", "以上以下以内", "近约超逾", "个个", "的的的的", times("的", 400), "其中其中.其中", "分别分别为", "分别为1.2.3.4.5", "均均", "全国各省市县", times("北京.", 80), times("北京市", 80), "省市县区镇乡村", "市市市", "第一章第二节第三条", "一.二.三.四.五.", times("一.", 100), "1.1.1.1.1.", times("1.", 150), "(一)(二)(三)", "三三三.三三", "国务院关于的通知", "印发印发", "按照提出的", "的意见)", times("中华人民共和国", 40), "缺乏不足薄弱应当", "__proto__", "constructor", "toString", "hasOwnProperty"];

export const NASTY: readonly string[] = [...CONTROLS, ...FORMATS, ...WRITING, ...CELLS, ...NUMBERS, ...DATES, ...MARKS, ...WORDS, "", " ", "\u3000", "\u00A0"];

/** Pieces of YAML that a parser, a schema or an object may trip over. */
export const NASTY_YAML: readonly string[] = [
  "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\ntitle: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n",
  "__proto__: { title: 甲 }\n", "constructor: { prototype: { year: 1 } }\n", "toString: 1\n", "hasOwnProperty: 1\n", "<<: { title: 甲 }\n", "<<: *a\n", "title: *nobody\n", "title: &t *t\n", "title: !!js/function 'return 1'\n", "title: !!binary 5LiA\n", "year: !!float 2013\n",
  "year: 2013\nyear: 2014\n", "\ttitle: 甲\n", "title:\t甲\n", "title: |\n  甲\n\t乙\n", "title: >-\n", "---\n---\n", "...\n", "--- 甲\n--- 乙\n", "%YAML 9.9\n---\n", "%TAG ! tag:x,2013:\n---\n", "? [甲]\n: 乙\n", "? \n: \n", "- 甲\n", "甲\n", "", "#\n", "null\n", "~\n", "[]\n", "{}\n", "'\n", "\"\\uD800\"\n", "\"\\x00\"\n", "title: \"\\u202E\"\n",
  `year: ${times("9", 400)}\n`, `year: 1e400\n`, "year: .inf\n", "year: .nan\n", "year: -0\n", "year: 0x7DD\n", "year: 0o3735\n", "year: 2_013\n", "date: 2013-02-30\n", "date: \"2013-02-30\"\n", "columns: null\n", "columns: []\n", "preface: [../01, /etc/passwd, '', '.', '..', \"01\\0\"]\n", "severities: { __proto__: error, constructor: error }\n", "rest: __proto__\n", `title: ${times("[", 500)}\n`, `title: ${times("{a: ", 200)}\n`, `title: ${times("甲", 5000)}\n`, `${times("- ", 300)}甲\n`,
];
