/** Statistical appendices (统计附录) and data quality (资料质量): repairs, findings, corrections. */
import type { EditionText } from "../../../../schemas/edition.ts";
import { factsByName, textsOf, titleOf } from "../../../../schemas/edition-texts.ts";
import type { Finding } from "../../../../schemas/finding.ts";
import type { Table } from "../../../../schemas/table.ts";
import { wordFor } from "../../../../schemas/words.ts";
import { leastSureFirst } from "../../repairs.ts";
import { bodyText, type Desk, look, opening, paragraph, serif, smallText } from "../blocks.ts";
import { figureBlocks } from "../figures/index.ts";
import type { Block } from "../pages.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { nothing, sourceOf, tableBlocks } from "../table/index.ts";
import { clipped } from "../words.ts";
import { correctionBlocks } from "./corrections.ts";
import { appendixTable, column, head, row } from "./appendix.ts";
import { doubtfulBlocks } from "./doubtful.ts";
import { overviewBlocks } from "./overview.ts";
import { flow, type Part } from "./part.ts";

export const appendices: Part = {
  id: "appendices", title: "统计附录", titleEn: "Statistical Appendices", matter: "body", listed: true,
  lay(desk) {
    const { tables, figures } = desk.edition;
    const byId = factsByName(desk.edition);
    const blocks = tables.flatMap((table) =>
      tableBlocks(desk, table, { zh: "表", en: "Table" }, byId, `table-${table.id}`).concat(
        figures.filter((figure) => figure.table === table.id).flatMap((figure) => figureBlocks(desk, figure, table, `figure-${figure.id}`)),
      ),
    );
    return flow(desk, [opening(desk, "appendices", "统计附录", "Statistical Appendices", ""), ...(blocks.length > 0 ? blocks : [nothing(desk, "本年没有可列的统计表。")])]);
  },
};

export const quality: Part = {
  id: "quality", title: "资料质量", titleEn: "Data Quality", matter: "body", listed: true,
  lay(desk) {
    const texts = textsOf(desk.edition);
    const repairs = leastSureFirst(desk.edition);
    const blocks: Block[] = [opening(desk, "quality", "资料质量", "Data Quality", "")];
    blocks.push(...overviewBlocks(desk));
    blocks.push(head(desk, "一、修复", LEADING), bodyText(desk, `${texts.length}篇文本共修复${repairs.length}处。文字一概不动，放回的只是标点、符号和分行；各种类的处数见附表1。`));
    if (repairs.length > 0) blocks.push(...doubtfulBlocks(desk, repairs));
    blocks.push(head(desk, "二、核对", LEADING), bodyText(desk, findingsInWords(desk.edition.findings)));
    for (const outcome of ["differs", "cannot tell", "agrees"] as const) {
      const found = desk.edition.findings.filter((finding) => finding.outcome === outcome);
      if (found.length === 0) continue;
      blocks.push(paragraph(desk, [look("sansBold", BODY, INK.text)(`${wordFor(outcome)}（${found.length}项）`)], { type: "H3", align: "left", before: LEADING / 2, keep: true }));
      for (const finding of found) blocks.push(...findingBlocks(desk, finding));
    }
    blocks.push(head(desk, "三、勘误与编者订正", LEADING), ...correctionBlocks(desk));
    blocks.push(head(desk, "四、读入与字形", LEADING), ...readingBlocks(desk, texts));
    return flow(desk, blocks);
  },
};

function findingsInWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return "本版没有可核对的项目。";
  const count = (outcome: Finding["outcome"]): number => findings.filter((finding) => finding.outcome === outcome).length;
  return `核对${findings.length}项：不符${count("differs")}项，无法判定${count("cannot tell")}项，相符${count("agrees")}项。各项列出所比之数与算式；不符者照原文刊出，不予改动，除非下文列有订正。`;
}

function findingBlocks(desk: Desk, finding: Finding): Block[] {
  const measure = desk.page.measure - 2 * BODY;
  return [
    paragraph(desk, [serif(`${finding.title}：${finding.arithmetic}`)], { x: 2 * BODY, measure, keep: true }),
    smallText(desk, [look("sans", 7.5, INK.grey)(`原文“${clipped(finding.quote, LONGEST)}”　${sourceOf(finding)}`)], { x: 2 * BODY, measure, type: "Note", align: "left" }),
  ];
}

const LONGEST = 60;

function readingBlocks(desk: Desk, texts: readonly EditionText[]): Block[] {
  const problems = texts.flatMap((text) => text.problems.map((problem) => `${text.id}${problem.line === null ? "" : `第${problem.line}行`}：${problem.message}`));
  const { leftOut } = desk.edition;
  const missing = desk.refs.missing(); // known when all other parts are set
  return [
    ...(leftOut.length === 0 ? [] : [bodyText(desk, `有${leftOut.length}个文本未能读入，本书缺其内容：`), ...leftOut.map(({ path, message }) => bodyText(desk, `${path}：${message}`))]),
    bodyText(desk, problems.length === 0 ? "各文本读入无误。" : `读入时有${problems.length}处问题：`),
    ...problems.map((problem) => bodyText(desk, problem)),
    bodyText(desk, missing.length === 0 ? "所用字库含有本书全部文字。" : `字库缺下列字，书中印作〓：${missing.map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`).join("、")}。`),
  ];
}

/** Every text with its file and digest: the source list that the imprint promises. */
export const sources: Part = {
  id: "sources", title: "文本目录", titleEn: "Source Texts", matter: "body", listed: true,
  lay(desk) {
    const texts = textsOf(desk.edition);
    const table: Table = {
      id: "texts", number: "6", title: "本书所据文本", titleEn: "Source texts", unit: null, notes: ["摘要为文件字节的SHA-256，印前十六位；全文见清单文件。"], source: "",
      columns: [column("id", "文本", "Text", "text", 12), column("title", "题名", "Title", "text", 14), column("encoding", "编码", "Encoding", "text", 6), column("bytes", "字节", "Bytes", "number", 6, 0), column("repairs", "修复", "Repairs", "number", 5, 0), column("digest", "摘要", "Digest", "text", 12)],
      rows: texts.map((text) => row([text.id, titleOf(text), text.encoding.toUpperCase(), text.bytes, text.repairs.length, text.digest.slice(0, 16)])),
    };
    return flow(desk, [opening(desk, "sources", "文本目录", "Source Texts", ""), ...appendixTable(desk, table)]);
  },
};

