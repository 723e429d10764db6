/** How far a document has come: drafting, completed, issued, or only cited. Not here: finding it. */
import type { NamedDocument } from "../../../schemas/fact.ts";
import { REACH } from "./words.ts";

export type Status = NamedDocument["status"];

/** Verbs that say how far a document has come; the nearest one before the title counts, and one right after it. */
export const statuses: readonly { readonly status: NonNullable<Status>; readonly verbs: string; readonly examples: Readonly<Record<string, Status>> }[] = [
  {
    status: "completed",
    verbs: "编制完成|制定完成|起草完成|完成",
    examples: { "去年完成了《馆藏编目规范》。": "completed" },
  },
  {
    status: "drafting",
    verbs: "组织编写|编写|起草|编制|研究制定|研究制订|正在制定|修订|制订|制定|拟订|拟定|草拟",
    examples: { "该局组织起草《馆藏编目规范》。": "drafting" },
  },
  {
    status: "issued",
    verbs: "印发|出版|发布|颁布|颁发|公布|下发|出台|颁行|审议通过|批准|签署|刊行|推出",
    examples: { "该局印发《馆藏编目规范》。": "issued", "《馆藏编目规范》正式出版。": "issued" },
  },
  {
    status: "cited",
    verbs: "贯彻落实|落实|贯彻|按照|根据|依据|依照|遵照|执行|遵循|对照|围绕|实施|学习|符合|违反|参照|适用",
    examples: { "按照《馆藏编目规范》的要求，": "cited" },
  },
];
const VERBS = new RegExp(statuses.map(({ status, verbs }) => `(?<${status}>${verbs})`).join("|"), "gu");

/** How far it has come: a verb right after the title, or the nearest before it in the sentence. */
export function statusOf(sentence: string, start: number, end: number): Status {
  const after = /^(?:已经|已|正式|由[^，。]{2,20}|于[^，。]{2,12}|经[^，。]{2,12}|编制|制定){0,3}(?<verb>出版|印发|发布|颁布|公布|出台|完成|通过|施行|实施)/u.exec(sentence.slice(end, end + REACH));
  if (after) return after.groups!["verb"] === "完成" ? "completed" : "issued";
  // The verb stands in the title's own clause; the marks of a list of titles do not end it.
  const clause = /(?:[^，。；：]|(?<=》)[，。；])*$/u.exec(sentence.slice(Math.max(0, start - REACH), start).replace(/《[^《》]*》/gu, (title) => `《${"□".repeat(title.length - 2)}》`))![0];
  const before = [...clause.matchAll(VERBS)].at(-1);
  if (!before) return null;
  return (Object.entries(before.groups!).find(([, verb]) => verb)?.[0] ?? null) as Status;
}
