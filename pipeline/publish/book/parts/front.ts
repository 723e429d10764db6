/** Cover, title page, imprint, editorial notes (凡例). Not here: contents. */
import { textsOf } from "../../../../schemas/edition-texts.ts";
import { bodyText, type Desk, label, look, opening, paragraph, serif, smallText } from "../blocks.ts";
import { type Draw, tag } from "../draw.ts";
import type { Block } from "../pages.ts";
import { setParagraph } from "../paragraph/index.ts";
import { drawLine } from "../blocks.ts";
import { BODY, INK, LEADING } from "../style.ts";
import { dateInWords } from "../words.ts";
import { flow, type Laid, type Part, single } from "./part.ts";

/** The cover: the accent over the whole sheet, title, year, and along its foot the edition's digest drawn: 64 strokes, one a hexadecimal digit. */
export const cover: Part = {
  id: "cover", title: "封面", titleEn: "Cover", matter: "cover", bare: true, listed: false,
  lay(desk) {
    const { spec, digest, revision } = desk.edition;
    const { width, height } = desk.page;
    const left = 58;
    const size = Math.min(44, (width - 2 * left) / Math.max(6, spec.title.length + 0.4));
    const title = tag("H1");
    const rest = tag("P");
    const draws: Draw[] = [
      { kind: "area", x: 0, y: 0, width, height, ink: INK.accent, tag: null },
      ...digestStrokes(digest, width, height),
      { kind: "area", x: left, y: 118, width: 40, height: 3, ink: INK.light, tag: null },
      ...label(desk, [look("serifBold", size, INK.white)(spec.title)], left - size * 0.06, 118 + 34 + size, "left", title),
      ...label(desk, [look("sans", 11.5, INK.light)(spec.titleEn)], left, 118 + 34 + size + 26, "left", rest),
      ...label(desk, [look("sansBold", 92, INK.white)(String(spec.year))], left - 5, 118 + 34 + size + 26 + 124, "left", rest),
      ...label(desk, [look("sans", 12, INK.white)(spec.editor)], left, height * 0.62, "left", rest),
      ...label(desk, [look("sans", 9, INK.light)(spec.editorEn)], left, height * 0.62 + 16, "left", rest),
      ...label(desk, [look("sans", 9, INK.light)(revision)], width - left, height * 0.62, "right", rest),
      ...(desk.edition.draft ? label(desk, [look("sansBold", 30, INK.white)("草稿")], width - left, 118 + 26, "right", rest) : []),
    ];
    return single([title, rest], draws);
  },
};

function digestStrokes(digest: string, width: number, height: number): Draw[] {
  const pitch = width / digest.length;
  return [...digest].map((digit, i): Draw => {
    const tall = 26 + Number.parseInt(digit, 16) * 9.5;
    return { kind: "area", x: i * pitch + pitch * 0.28, y: height - tall, width: pitch * 0.44, height: tall, ink: i % 4 === 0 ? INK.light : INK.mid, tag: null };
  });
}

/** The title page (书名页). */
export const titlePage: Part = {
  id: "title", title: "书名页", titleEn: "Title page", matter: "front", bare: true, listed: false,
  lay(desk) {
    const { spec } = desk.edition;
    const { height, measure } = desk.page;
    const centre = measure / 2;
    const size = Math.min(36, measure / (spec.title.length + 1));
    const title = tag("H1");
    const rest = tag("P");
    const pinyin = tag("P", [], { lang: "zh-Latn" });
    return single([title, pinyin, rest], [
      ...label(desk, [look("sansBold", 15, INK.mid)(String(spec.year))], centre, height * 0.22, "center", rest),
      ...label(desk, [look("serifBold", size, INK.accent)(spec.title)], centre, height * 0.22 + 26 + size, "center", title),
      { kind: "area", x: centre - 17, y: height * 0.22 + 26 + size + 24, width: 34, height: 2.4, ink: INK.accent, tag: null },
      ...label(desk, [look("sans", 10, INK.grey)(spec.titlePinyin)], centre, height * 0.22 + size + 84, "center", pinyin),
      ...label(desk, [look("sans", 11, INK.text)(`${spec.titleEn} ${spec.year}`)], centre, height * 0.22 + size + 103, "center", rest),
      ...label(desk, [look("serif", 13, INK.text)(`${spec.editor}　编`)], centre, height * 0.82, "center", rest),
      ...label(desk, [look("sans", 9, INK.grey)(spec.editorEn)], centre, height * 0.82 + 18, "center", rest),
      ...label(desk, [look("sans", 9, INK.grey)(`${dateInWords(spec.date)}　${desk.edition.revision}`)], centre, height * 0.82 + 40, "center", rest),
    ]);
  },
};

/** The imprint (版权页), on the title page's back: what the edition is, what it was made from, and how. */
export const imprint: Part = {
  id: "imprint", title: "版权页", titleEn: "Imprint", matter: "front", anySide: true, bare: true, listed: false,
  lay(desk) {
    const { spec, digest, revision, versions, inputs } = desk.edition;
    const texts = textsOf(desk.edition);
    const groups = digest.match(/.{1,16}/gu) ?? [];
    const rows: [string, string][] = [
      ["书名", `${spec.title}（${spec.year}）`],
      ["汉语拼音", spec.titlePinyin],
      ["英文书名", `${spec.titleEn} ${spec.year}`],
      ["编者", `${spec.editor}（${spec.editorEn}）`],
      ["版次", `${spec.year}年版　${revision}${desk.edition.draft ? "（草稿，未发行）" : spec.revision === 1 ? "（初次发行）" : `（第${spec.revision - 1}次修订）`}`],
      ["日期", dateInWords(spec.date)],
      ["开本", `${spec.trim === "a4" ? "210×297" : spec.trim.replace("x", "×")}毫米`],
      ["收录", `文本${texts.length}篇，原文${texts.reduce((sum, text) => sum + text.raw.length, 0)}字符；事实${desk.edition.facts.length}项，修复${texts.reduce((sum, text) => sum + text.repairs.length, 0)}处，核对${desk.edition.findings.length}项`],
      ["资料摘要", `${groups.join(" ")}（SHA-256，${inputs.length}份输入）`],
      ["程序版本", Object.entries(versions).map(([name, version]) => `${name} ${version}`).join("，")],
      ["制作", "本书由程序据所列文本一次排成：读入、修复、分节、取事、更正、核对、列表、排印，各步皆可重做。同样的输入得到同样的文件，逐字节相同。"],
      ["字体", "正文思源宋体，标题思源黑体（SIL OFL 1.1），以子集嵌入。封面下部的竖纹即资料摘要：六十四位十六进制数，一位一条。"],
    ];
    const blocks: Block[] = [{ tag: tag("Span"), slices: [{ height: LEADING * 14, draws: [] }] }];
    for (const [name, value] of rows) blocks.push(labelled(desk, name, value));
    return flow(desk, blocks);
  },
};

/** A line of the imprint: its name at the left in Hei, its words hanging beside it. */
function labelled(desk: Desk, name: string, value: string): Block {
  const block = smallText(desk, [look("serif", 9, INK.text)(value)], { x: 66, measure: desk.page.measure - 66, align: "left", row: 14.5 });
  const first = block.slices[0];
  if (first === undefined) return block;
  const [head] = setParagraph([look("sansBold", 8.5, INK.mid)(name)], { measure: 60, align: "left" }, desk.faces);
  const lead = tag("Span");
  block.tag.children.unshift(lead);
  return { tag: block.tag, slices: [{ ...first, before: 4, draws: [...drawLine(head!, 0, 10.7, lead), ...first.draws] }, ...block.slices.slice(1)] };
}

const NOTES = (year: number, editor: string, textCount: number): { title: string; items: string[] }[] => [
  { title: "范围与编排", items: [
    `本书记载${year}年的情况，由${editor}编，收录文本${textCount}篇。书中依次为前言（有则列）、年度要览、大事记、各栏目、统计附录、资料质量、文本目录与索引。`,
    "栏目之下以文本为分目，以文本的一级标题为条目，条目名置于【】内，不带原序号。正文为修复后的原文，编者不增不删。",
  ] },
  { title: "修复", items: [
    "原文在流传中失去标点、百分号、书名和标题的分行。修复只放回标点、符号与分行，文字一概不动；每处修复记有理由和把握程度，全部载于工作簿和数据文件，存疑的列于《资料质量》。",
    "题名已失的文件印作《〔题名缺失〕》，其内容不作推测。",
  ] },
  { title: "符号", items: [
    "* 所依的原文经修复，如“80.”读作“80%”。",
    "† 数值、时间或归属由编者据上下文推定，原文未直说。",
    "… 原文未载，或无从得到。空白表示此项不适用。# 其中：该行为其上总数的一部分，其名缩进一字。− 为负号，– 连接起止。整数部分四位以上的，每三位以逗号分节。",
    "统计表右上角的单位适用于全表，栏目名后括号内的单位适用于该栏。同一栏的数值以个位对齐；各行的量不同而栏位不足的，以末位对齐。表过一页的，次页起标“续表”并重排表头，注与资料来源列于表末；表宽于页的，顶左底右卧排。",
    "〓 字库所缺的字；凡有此号，《资料质量》列出其字。",
  ] },
  { title: "数字与计算", items: [
    "占比、合计由所列数字算出，按四舍五入修约到所印位数；因修约，各项之和可能不等于总数。",
    "“超过”“不足”“以上”等限定词随数值照录。图中有限定词的数值不作确数绘出：横条与柱实至可确定之处，其外以斜线示实际数值所在的一段，“近”“约”按一成计，“不足”“以下”自零起；“超过”“以上”原文未言上限，以双角示之，不示长短；点以空心示之。万、亿为单位的数，在表中化为个位；历年比较各表的大数以万或亿为单位，另行注明。",
    "历年比较取各年版所载同一指标、同一主体、同一单位的数值；同一年有不同数值的，以后出的年版为准并加注。统计机构、方法或参照日改变的，前后不计增减，图中连线断开。",
  ] },
  { title: "出处", items: [
    "大事记各条、核对各项与附录各表，都注明出处：文本名之后为该处在原始文本中的起止位置，如“01-概况 120–134”，以UTF-16代码单元计，从0起，不含止位。附录各表“页”栏为本书印有该处文字之页；电子版中由出处、页码或数值链接到该页。",
    "正文页边的表号，表示该行的事实列入其表；表中的出处又回到正文的页。",
    "索引所注页码为该处文字在书中所印之页，表号为载有该指标的表；同一事物有几个名称的，列于全称之下，他名以“见”相引。同一组事实另有工作簿与数据文件发布，编号与本书一致。",
  ] },
];

/** 凡例. */
export const editorialNotes: Part = {
  id: "notes", title: "凡例", titleEn: "Editorial Notes", matter: "front", listed: true,
  lay(desk): Laid {
    const { spec } = desk.edition;
    const blocks: Block[] = [opening(desk, "notes", "凡例", "Editorial Notes", "")];
    let number = 0;
    for (const section of NOTES(spec.year, spec.editor, textsOf(desk.edition).length)) {
      blocks.push(paragraph(desk, [look("sansBold", BODY, INK.accent)(section.title)], { type: "H2", align: "left", before: LEADING, keep: true }));
      const list = tag("L", [], { numbering: "Decimal" });
      for (const item of section.items) {
        number += 1;
        const last = paragraph(desk, [serif(item)], { x: 2 * BODY, measure: desk.page.measure - 2 * BODY, type: "LBody" });
        const first = last.slices[0]!;
        const lead = tag("Lbl");
        list.children.push(tag("LI", [lead, last.tag]));
        blocks.push({ tag: list.children.length === 1 ? list : tag("Span"), slices: [{ ...first, draws: [...label(desk, [look("sans", 9, INK.mid)(String(number))], 12, 12.4, "right", lead), ...first.draws] }, ...last.slices.slice(1)] });
      }
    }
    if (desk.edition.notes.length > 0) {
      blocks.push(paragraph(desk, [look("sansBold", BODY, INK.accent)("本版说明")], { type: "H2", align: "left", before: LEADING, keep: true }));
      for (const note of desk.edition.notes) blocks.push(bodyText(desk, note));
    }
    return flow(desk, blocks);
  },
};
