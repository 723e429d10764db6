/** What codes are called in Chinese, wherever an edition prints them: book, tables, workbook. The data files keep the codes. */
const WORDS: Readonly<Record<string, string>> = {
  stated: "标明", restored: "复原", inferred: "推定",
  observation: "观测", event: "要事", roster: "名单", transition: "转变", document: "文件", assessment: "评述",
  agrees: "相符", differs: "不符", "cannot tell": "无法判定",
  note: "提示", warning: "警告", error: "错误",
  exact: "恰为", about: "约", nearly: "近", over: "超过", atLeast: "不低于", under: "不足", atMost: "不超过", range: "区间",
  level: "水平", growth: "增长率", change: "增减量", share: "比重", rank: "位次",
  national: "全国", central: "中央", province: "省级", prefecture: "地市级", county: "区县级",
  drafting: "起草中", completed: "已完成", issued: "已发布", cited: "引用",
  achievement: "成效", trend: "趋势", problem: "问题", recommendation: "建议",
  mark: "点号", percent: "百分号", point: "小数点", title: "题名", heading: "标题", quotation: "引号", bracket: "括号", glyph: "字形",
  set: "改动", drop: "删去", add: "增补", confirm: "确认",
  added: "新增", dropped: "删去", altered: "改动",
  fact: "事实", repair: "修复", finding: "核对",
  true: "是", false: "否",
};

/** 复原 for restored; a code without a word, as another version of the program may have, stays as it is. */
export function wordFor(code: string): string {
  return WORDS[code] ?? code;
}
