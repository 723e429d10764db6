/** The sheet of data quality at a glance: what an editor should look at first, the gravest first, then the numbers of texts, repairs, facts, checks and corrections, a row each. Not here: computing them. */
import type { Edition } from "../../../schemas/edition.ts";
import { type Look, type QualityInNumbers, qualityOf, WHY } from "../quality.ts";
import { back, countColumn, textColumn } from "./front.ts";
import type { GridCell, Sheet } from "./sheet.ts";
import { wordFor } from "../../../schemas/words.ts";

export function qualitySheet(edition: Edition): Sheet {
  const quality = qualityOf(edition);
  return {
    name: "质量",
    lines: [{ text: "质量", style: "title" }, { ...back, value: "本页1表：先列编者宜先查看的各项，最要紧的在前；后列各项数目。空格：该行不计数。" }],
    grid: { table: "质量表", alt: "文本、修复、事实、核对和订正的数目，及宜先查看的各项", columns: [textColumn("类别", 9), textColumn("项目", 40), textColumn("分项", 16), countColumn("数目", 8)], rows: [...quality.first.map(lookRow), ...countRows(quality)] },
    charts: [],
    isData: true,
  };
}

function countRows({ texts, characters, repairs, facts, checks, corrections, sureFrom, doubtfulBelow }: QualityInNumbers): GridCell[][] {
  const bands = [["sure", `把握不低于${sureFrom}`], ["between", `把握${doubtfulBelow}至${sureFrom}`], ["doubtful", `存疑，把握低于${doubtfulBelow}`]] as const;
  const certainties = [["stated", "标明"], ["restored", "复原"], ["inferred", "推定"], ["unproven", "未得印证，未收"]] as const;
  const outcomes = [["run", "比对"], ["agrees", "相符"], ["differs", "不符"], ["open", "无法判定"]] as const;
  return [
    ["文本", "读入的文本", "篇", texts],
    ["文本", "原文字符", "UTF-16码元", characters],
    ...repairs.flatMap((one) => bands.map(([band, words]): GridCell[] => ["修复", wordFor(one.kind), words, one.bands[band]])),
    ...facts.flatMap((one) => certainties.map(([key, words]): GridCell[] => ["事实", wordFor(one.kind), words, one[key]])),
    ...checks.flatMap((one) => outcomes.filter(([key]) => key === "run" || one.run > 0).map(([key, words]): GridCell[] => ["核对", one.title, words, one[key]])),
    ...(corrections.length === 0 ? [["订正", "编者订正", "处", 0]] : corrections.map(({ action, count }): GridCell[] => ["订正", "编者订正", wordFor(action), count])),
  ];
}

function lookRow({ why, words, document, span }: Look, index: number): GridCell[] {
  return ["宜先查看", `${index + 1}．${WHY[why]}：${words}`, `${document} ${span.start}–${span.end}`, null];
}
