/** The rules of Chinese composition that the book keeps, each with a paragraph that shows it: docs/book.md and its pictures are made from them.
 *  CLREQ = W3C Requirements for Chinese Text Layout; GB = GB/T 15834—2011. */
import type { Setting } from "../pipeline/publish/book/paragraph/index.ts";

/** A rule and what shows it: `text` set in `ems` characters to the line. */
export interface Shown {
  id: string;
  rule: string;
  source: string;
  text: string;
  ems: number;
  setting?: Partial<Setting>;
}

export const COMPOSITION: readonly Shown[] = [
  { id: "line-start", rule: "No stop, closing mark, connector or interpunct begins a line", source: "CLREQ Prohibition Rules for Line Start and Line End; GB 5.1.1–5.1.3, 5.1.6, 5.1.7", ems: 12, text: "全省各馆的目录数据均已上报，其中八成完成校对；余下的由市馆补齐。" },
  { id: "line-end", rule: "No opening mark ends one", source: "CLREQ, the same; GB 5.1.3", ems: 12, text: "省档案馆会同两市印发《馆藏目录著录细则（试行）》，当年起执行。" },
  { id: "unbreakable", rule: "—— and …… are two squares, whole, without a gap", source: "CLREQ Unbreakable Marks; GB 5.1.4, 5.1.5", ems: 12, text: "首批接入的三类对象——水库、泵站、船闸……均设专人值守。" },
  { id: "marks-that-meet", rule: "Marks that meet share half a square", source: "CLREQ Punctuation Width Adjustment", ems: 14, text: "据《河道年表》、《闸坝图册》（二〇一二年本），“应测尽测”。" },
  { id: "line-edges", rule: "A mark at a line's edge takes half a square, after the indent too", source: "CLREQ Punctuation Width Adjustment; GB 5.1.10", ems: 12, setting: { indent: 2 }, text: "“一次采集、多方共用”是定下的原则。“谁采集，谁核对”，各站照办。" },
  { id: "stacked", rule: "？！ takes one square, ？？？ two", source: "GB 5.1.2", ems: 14, text: "漏报的站点还有吗？！谁来补报？？？通知逐一问明。" },
  { id: "reduction", rule: "A line gives up blanks in order: brackets, pause marks, Han–Latin space, stops", source: "CLREQ Procedures for Inter-Character Space Reduction", ems: 13, text: "测报系统（含泵站、船闸）由GIS平台汇总，逐时更新，误差不超过两厘米。" },
  { id: "expansion", rule: "A line is filled by word spaces, then Han–Latin space, then all gaps alike; words, numbers, —— and …… stay closed", source: "CLREQ Procedures for Inter-Character Space Expansion", ems: 12, text: "数据由Web Service接口交换，2013年共交换186万条记录，全部入库。" },
  { id: "mixed", rule: "A quarter of an em between Han and Latin or figures, none beside marks and at edges", source: "CLREQ Mixed Text Composition", ems: 14, text: "全省有GIS节点146个，IPv6地址占35%，其余沿用IPv4。" },
  { id: "numbers", rule: "A number is not parted from its sign, its unit or the other end of its range", source: "house rule after CLREQ Digits and their Prefix and Suffix", ems: 11, text: "水位站由59个增至146个，覆盖率达到75%以上，峰值为平日的5到10倍。" },
  { id: "indent", rule: "A paragraph begins two squares in", source: "CLREQ First-line Indents", ems: 14, setting: { indent: 2 }, text: "各县的目录已经合编成册，分发到乡镇文化站，供读者查阅。" },
  { id: "last-line", rule: "A last line has two characters or more beside its mark (孤字不成行)", source: "CLREQ Widows and Orphans", ems: 12, text: "汛期值班表报省市两级备案，节假日照常轮值不断。" },
  { id: "apostrophe", rule: "An apostrophe and quotation marks among Latin letters are narrow", source: "CLREQ Mixed Text Composition", ems: 14, text: "借用People’s Daily的栏名，馆刊亦设“读者之窗”。" },
  { id: "missing", rule: "A character that no face has is printed 〓 and named under 资料质量", source: "printers' custom", ems: 12, text: "碑文中\u{10FFFD}字已漫漶，照录其形。" },
];
