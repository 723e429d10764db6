/** Titles that fell out with their 《》: found by what is left around the hole, shown as lost, never guessed. */
import type { Edit } from "./edits.ts";

/** What a lost title prints as. */
export const LOST_TITLE = "《〔题名缺失〕》";

/** Words whose object is a document; what follows them cannot be empty. */
const TAKES_DOCUMENT = "落实|贯彻|贯彻落实|根据|按照|依据|依照|遵照|执行|印发|发布|出台|颁布|颁发|下发|制定|制订|修订|编制|起草|审议通过|通过|公布|实施|施行";
const SAYS = "提出|明确|确定|规定|要求|印发|部署|指出|强调";

interface Rule { readonly name: string; readonly pattern: RegExp; readonly edit: (match: RegExpExecArray) => { start: number; end: number; text: string } | null; readonly reason: string; readonly confidence: number }

const rules: readonly Rule[] = [
  {
    // 包括).).)和)等六个标准: the bracket of 《…（…）》 is all that is left of a title
    name: "lone-bracket",
    pattern: /(?<=^|[.\n)]|包括|和|及|与|以及|等|了|印发|发布|出台|制定|修订|落实|贯彻|根据|按照|依据|完成|编制|为)\)/gu,
    edit: (m) => ({ start: m.index, end: m.index + 1, text: LOST_TITLE }),
    reason: "孤立的右括号，题名随书名号脱落",
    confidence: 0.9,
  },
  {
    // 为落实.的精神: no clause begins with 的
    name: "dot-before-de",
    pattern: /(?<=[^\d.\n])\.(?=的)/gu,
    edit: (m) => ({ start: m.index, end: m.index + 1, text: LOST_TITLE }),
    reason: "分句不以“的”起首，此处脱落题名",
    confidence: 0.9,
  },
  {
    // 贯彻落实的精神, 根据的要求: the object of the verb is missing
    name: "verb-before-de",
    pattern: new RegExp(`(?:${TAKES_DOCUMENT})(?=的(?:精神|要求|规定|部署|通知|意见|有关规定|总体要求|统一部署))`, "gu"),
    edit: (m) => ({ start: m.index + m[0].length, end: m.index + m[0].length, text: LOST_TITLE }),
    reason: "动词之后缺宾语，此处脱落题名",
    confidence: 0.8,
  },
  {
    // 按照提出的“…”部署: who put it forward is missing
    name: "preposition-before-verb",
    pattern: new RegExp(`(?:按照|根据|依据|依照|遵照)(?=(?:${SAYS})的)`, "gu"),
    edit: (m) => ({ start: m.index + m[0].length, end: m.index + m[0].length, text: LOST_TITLE }),
    reason: "介词之后缺宾语，此处脱落题名",
    confidence: 0.8,
  },
  {
    // 印发了.等文件, 出台和等政策: a list whose members fell out; one title for each gap
    name: "empty-list",
    pattern: new RegExp(`(?<=(?:${TAKES_DOCUMENT})了?)(?<gaps>(?:\\.|和|及|以及)*)(?=等(?:\\p{Script=Han}{0,6})(?:文件|政策|办法|规定|意见|规划|标准|规范|通知|条例|制度|法规))`, "gu"),
    edit: (m) => ({ start: m.index, end: m.index + m[0].length, text: LOST_TITLE + m.groups!["gaps"]!.replace(/\.|和|及|以及/gu, (gap) => (gap === "." ? "、" : gap) + LOST_TITLE) }),
    reason: "“等”之前的列举脱落题名",
    confidence: 0.8,
  },
];

/** Lost titles as edits, in raw order. */
export function findLostTitles(raw: string): Edit[] {
  return rules
    .flatMap(({ pattern, edit, reason, confidence }) =>
      [...raw.matchAll(pattern)].flatMap((match) => {
        const found = edit(match as unknown as RegExpExecArray);
        return found ? [{ ...found, kind: "title" as const, reason, confidence }] : [];
      }),
    )
    .sort((a, b) => a.start - b.start);
}
