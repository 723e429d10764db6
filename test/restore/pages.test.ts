/** What restoration does to whole texts, as pages to read: each text as it is printed, then each repair with its reason and how sure it is, to a hundredth. What is right for these texts stands in their NAME.clean.txt; here stands what comes out. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { restore } from "../../pipeline/restore/index.ts";
import { isAsItWas } from "../fixtures/golden.ts";
import { model, raw } from "../fixtures/processed.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const GENRES = ["accidents", "communiques", "gazetteers", "policies", "yearbooks"];
const rawIn = (folder: string) => readdirSync(new URL(folder, FIXTURES)).filter((file) => file.endsWith(".raw.txt")).sort().map((file) => `${folder}/${file}`);
const read = (path: string) => readFileSync(new URL(path, FIXTURES), "utf8");

/** Two passages of each genre, the texts of 2013, and a passage that lost its marks in its second half alone. */
const TEXTS: readonly (readonly [name: string, text: () => string])[] = [
  ...GENRES.flatMap((genre) => rawIn(`passages/${genre}`).slice(0, 2)).map((path) => [path.replace("passages/", "").replace("/", "-").replace(".raw.txt", ""), () => read(path)] as const),
  ...readdirSync(new URL("../../sources/2013/", import.meta.url)).filter((file) => file.endsWith(".txt")).sort().map((file) => [`2013-${file.slice(0, -4)}`, () => read(`../../sources/2013/${file}`)] as const),
  ["half-whole", () => {
    const [path] = rawIn("passages/policies");
    const clean = read(path!.replace(".raw.", ".clean.")), lost = read(path!);
    return `${clean.slice(0, clean.indexOf("。", clean.length / 2) + 1)}\n${lost.slice(lost.length / 2)}`;
  }],
];

/** Short texts at the edges of what is looked for: lists of lost titles, numbers and what they follow, figures beside what stands, brackets, quotation marks, Latin words. */
const SHORT = [
  "根据.).和)等文件.县里开通热线.", "根据).及.的规定.", "依照.第三条.应当登记.", "为落实.以及)的精神.召开会议.", "包括.等标准.", "包括).以下简称规范.", "或者).", "和平路.和谐社区.", "编制).及其附件.", "依据.等级评定.",
  "第一章总则第一条县里设立热线.第二条热线全天开通.第二章附则第三条自发布之日起施行.", "第一条县里设立热线.", "违反第一条的.予以处理.第二条另有规定的除外.", "本办法第三章第一节的规定.", "第一节概况一.机构二.人员第二节成效一.服务",
  "一.机构.三.人员.", "一.机构.七.人员.", "二.机构.", "附件1.名单.2.表格.", "主要做法1.设立窗口.2.开展回访.3.定期通报.", "占98.1)其中.", "增长42.1.其中出口.", "一)机构二)人员三)经费", "统一.部署.", "第一.二.三产业.", "五.目前.热线已开通.六.当前.座席不足.",
  "达到80.以上.12.的街道.", "增长7.3.5.1.2.9.", "2013.9.12召开.", "指数为0.5359.位居前列.", "指数为5.35.位居前列.", "遵循IPv6.建成网络.", "增长80.3.建设.", "34.1951年建成.", "共4.0.38个.", "增长7.3，其中5.1.", "80.，90.。", "比重为5.，达到6.%.", "100.\n一.机构\n", "县里开通.\n座席不足\n",
  "(5月29日讯)县里开通热线.", "5月29日讯)县里开通热线.", "新华社北京5月29日电)县里.", "县级市)和区)等.", "(见附件)2.加强领导.", "推行'一窗受理'和'一网通办'.", "推行'一窗受理.群众满意.", "'甲'乙'丙'.", "it's好.", "称之为'“双随机”'.", "'一'的'二'.",
  "访问www.gov.cn.下载附件.pdf.", "采用v2.0.由U.S.公司.", "见No.3.和a.b.c.", "邮箱a.b@c.cn.", "⽇期.\uF9B5县.", "𠮷.𠮷县.", "", ".", "县.", "。县.里。", "县，里.市。", "\r\n县.\r\n", "热线…….座席——.",
];

const line = (text: string) => {
  const { text: printed, repairs, headings } = restore(raw(text), model);
  return `${JSON.stringify(text)} → ${JSON.stringify(printed)} ${repairs.map(({ confidence }) => confidence.toFixed(2)).join(" ")}${headings.length === 0 ? "" : ` headings ${headings.map(({ level, start, end }) => `${level}:${start}-${end}`).join(" ")}`}`;
};

function page(text: string): string {
  const { text: printed, repairs, headings } = restore(raw(text), model);
  const shown = (words: string) => words.replaceAll("\n", "⏎");
  const heads = headings.map(({ start, end, level }) => `${level} ${shown(printed.slice(start, end))}`);
  const repaired = repairs.map(({ span, kind, raw: stood, restored, reason, confidence }) => `${span.start}-${span.end} ${kind} ${shown(stood)} → ${shown(restored)} ${confidence.toFixed(2)} ${reason}`);
  return [printed, "", ...heads, "", ...repaired, ""].join("\n");
}

test.each(TEXTS)("%s", (name, text) => {
  expect(isAsItWas(new URL(`pages/${name}.txt`, import.meta.url), page(text())), `test/restore/pages/${name}.txt is not what comes out now: see ${name}-changed.txt beside it`).toBe(true);
});

test("short texts at the edges", () => {
  expect(isAsItWas(new URL("pages/short.txt", import.meta.url), `${SHORT.map(line).join("\n")}\n`), "test/restore/pages/short.txt is not what comes out now: see short-changed.txt beside it").toBe(true);
});
