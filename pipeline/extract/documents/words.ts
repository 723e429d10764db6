/** Words of documents: what they may be, and how a lost title is printed. Not here: rules. */

/** How restoration prints a title that was lost. */
export const LOST = "〔题名缺失〕";
/** What a document may be, longest first: the end of its title, or the words beside it. */
export const TYPES =
  "国家标准|行业标准|地方标准|团体标准|技术规范|标准规范|行动计划|工作计划|实施计划|发展规划|专项规划|总体规划|规划纲要|实施方案|工作方案|总体方案|行动方案|实施意见|指导意见|若干意见|实施细则|管理办法|暂行办法|工作要点|政府工作报告|白皮书|蓝皮书|年鉴|规划|纲要|方案|计划|意见|通知|办法|条例|规定|决定|决议|公告|公报|通告|通报|报告|批复|指南|细则|规程|规则|准则|标准|规范|倡议|宣言|协议|协定|备忘录|公约|清单|名录|目录|民法典|法典|宪法|法";
/** What a title in the open may end in: words that also stand for no paper in particular (通知, 报告) need their marks. */
export const OPEN_TYPES = "国家标准|行业标准|地方标准|技术规范|行动计划|发展规划|专项规划|规划纲要|实施方案|工作方案|行动方案|实施意见|指导意见|管理办法|规划|纲要|方案|条例|意见|办法|细则|规定|总体方案|实施细则";
/** A title in the open: its own words, its type, and what may stand after that. */
export const OPEN_TITLE = `(?![一二两三四五六七八九十百\\d多系新])(?:[^，。、；：“”《》（）!？\\n的了等]|“[^“”]{1,12}”){4,36}(?:${OPEN_TYPES})(?:草案|（[^（）]{2,20}）)?`;

/** How far from a title its verb and the end of its list are looked for, in characters: a page of titles stays linear. */
export const REACH = 400;

/** A title that is found, before its slots are read. Offsets are into the sentence. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly title: string | null;
  /** The way of naming that read it. */
  readonly rule: string;
}
