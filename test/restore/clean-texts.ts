/** Clean official prose of our own making, as fast-check makes it: sentences from a small vocabulary with every dot that a clean text may have of its own. */
import fc from "fast-check";

/** Clauses without a dot. */
const PLAIN = ["各乡镇设立了便民窗口", "群众办事更加方便", "推行“一窗受理”模式", "县里印发《馆藏编目办法（试行）》", "制定、修订和公布了有关标准", "按照《窗口服务规范》的要求", "认真贯彻落实会议精神", "运行平稳（其中夜间窗口3个）", "覆盖率为98%", "目前正由线下向线上转变"];
/** Clauses with dots that are the text's own. */
const DOTTED = ["群众满意率达到98.5%", "全年接待群众1.2万人次", "比上年提高7.3个百分点", "三类窗口分别增长2.1%、3.4%和5.0%", "网站www.example.gov.cn改版", "系统升级到v2.0版", "采用NO.3方案", "引进Acme Co.的设备", "与U.S.公司签订协议", "附件.pdf可供下载", "来信寄至office@example.org邮箱", "详见https://example.cn/a.html页面"];
const NUMBER = ["", "", "", "1.", "2. ", "12.", "一、", "（一）", "（1）", "一是", "3.1.", "附件1."];
const HEADINGS = ["一、窗口建设", "（二）数据共享", "1.建设目标", "2.3.主要任务", "第一章　总则", "县志办工作简报"];

const clause = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...PLAIN) }, { weight: 1, arbitrary: fc.constantFrom(...DOTTED) });
const sentence = fc.tuple(fc.array(fc.tuple(clause, fc.constantFrom("，", "，", "；", "：")), { maxLength: 3 }), clause, fc.constantFrom("。", "。", "！", "；"))
  .map(([before, last, end]) => before.flat().join("") + last + end);

/** A paragraph of one to four sentences, numbered or not. */
export const cleanParagraph = fc.tuple(fc.constantFrom(...NUMBER), fc.array(sentence, { minLength: 1, maxLength: 4 })).map(([number, sentences]) => number + sentences.join(""));
/** Paragraphs and headings, a line each; now and then a blank line. */
export const cleanText = fc.array(fc.oneof({ weight: 4, arbitrary: cleanParagraph }, { weight: 1, arbitrary: fc.constantFrom(...HEADINGS, "") }), { maxLength: 8 }).map((lines) => lines.join("\n"));
/** What clean prose is cut into: any part of it. */
export const cleanPiece = fc.tuple(cleanText, fc.nat(), fc.nat({ max: 60 })).map(([text, start, length]) => text.slice(start % (text.length + 1)).slice(0, length));
