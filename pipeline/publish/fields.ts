/** Fields of facts and their values in Chinese words, for book and workbook. Not here: words for codes (schemas/words). */
import { wordFor } from "../../schemas/words.ts";

/** Names of a fact's fields, as the workbook's sheet 事实 heads them. */
const FIELDS: Readonly<Record<string, string>> = {
  quote: "原文", text: "复原文", certainty: "依据", timePeriod: "时期", indicator: "指标", subject: "主体", members: "成员", membersOpen: "以等结尾", level: "层级", refArea: "地区代码", value: "数值", valueHigh: "上限", qualifier: "限定", unit: "单位", measure: "量的性质",
  actors: "行为者", action: "事项", places: "地点", category: "名单类别", open: "以等结尾", claimedCount: "所称数目", claimedShare: "所称占比", claimedQualifier: "所称限定", aspect: "方面", from: "由", to: "向",
  title: "题名", titleLost: "题名缺失", documentType: "文种", issuer: "发布者", status: "文件状态", stance: "评述性质", topic: "论题",
};

export const fieldInWords = (field: string): string => FIELDS[field] ?? field;

/** Fields whose values are codes. */
const CODED = new Set(["certainty", "level", "qualifier", "claimedQualifier", "measure", "status", "stance"]);
export const isCoded = (field: string): boolean => CODED.has(field);

/** A field's value as it is read: a list with 、, a code by its word, nothing as 无. */
export function valueInWords(field: string, value: unknown): string {
  if (CODED.has(field) && typeof value === "string") return wordFor(value);
  if (value === null || value === undefined || value === "") return "无";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.length === 0 ? "无" : value.map((item) => valueInWords("", item)).join("、");
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/gu, " ") : JSON.stringify(value);
}
