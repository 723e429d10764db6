/** A synthetic edition of about so many pages, the same from the same seed: prose, prose with facts, or tables. For measuring; tests may take it too.
 *  Not here: sentences, the tables' figures. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Edition, type EditionText } from "../../schemas/edition.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Outline, Section, Sentence } from "../../schemas/outline.ts";
import { readRegisters } from "../../pipeline/read/index.ts";
import { tabulate } from "../../pipeline/tabulate/index.ts";
import { between, generator, type Random } from "../random.ts";
import { headingOf, sentence } from "./prose.ts";
import { syntheticTables } from "./tables.ts";

/** What the pages are filled with: `prose` has no facts, `facts` as many as a real text, with the tables and the index that come of them, `tables` is nearly all tables. */
export const VARIANTS = ["prose", "facts", "tables"] as const;
export type Variant = (typeof VARIANTS)[number];

const REGISTERS = fileURLToPath(new URL("../../sources/registers", import.meta.url));

/** Characters of prose on a page of 40 by 37, with the ends of paragraphs and the headings. */
const PAGE = 1355;
const TEXT_PAGES = 8;
const COLUMNS = 8;
/** Of a hundred sentences, so many say a fact. */
const FACTUAL: Readonly<Record<Variant, number>> = { prose: 0, facts: 20, tables: 0 };
/** Front matter, data quality and blank backs, about so many pages at any size. */
const AROUND = 26;
/** Pages of text for a page of the rest: what remains is contents, appendices and index. */
const TEXT_SHARE: Readonly<Record<Variant, number>> = { prose: 0.985, facts: 0.8, tables: 0.05 };

/** An edition that our book sets on about `pages` pages of 210 by 285 mm. */
export function syntheticEdition({ pages, variant, seed = 1 }: { pages: number; variant: Variant; seed?: number }): Edition {
  const random = generator(seed);
  const textPages = Math.max(4, (pages - AROUND) * TEXT_SHARE[variant]);
  const count = Math.max(1, Math.round(textPages / TEXT_PAGES));
  const length = Math.round((textPages * PAGE) / count);
  const made = Array.from({ length: count }, (_, n) => textOf(`${String(n + 1).padStart(4, "0")}-文本`, length, random, FACTUAL[variant]));
  const columns = Array.from({ length: Math.min(COLUMNS, count) }, (_, n) => ({
    id: `column-${n + 1}`, title: `第${n + 1}编资料`, titleEn: `Part ${n + 1}`, texts: made.filter((_one, i) => i % COLUMNS === n).map(({ text }) => text),
  }));
  const texts = columns.flatMap((column) => column.texts);
  const facts = texts.flatMap((text) => made.find((one) => one.text === text)!.facts);
  const { tables, figures } = variant === "facts"
    ? tabulate({ rules: [{ rule: "defaults" }], facts, findings: [], texts, year: 2013, earlier: [], breaks: [], registers: readRegisters(REGISTERS, 2013) })
    : { tables: variant === "tables" ? syntheticTables(pages - AROUND, random) : [], figures: [] };
  return Edition.parse({
    spec: {
      title: "综合资料年鉴", titlePinyin: "Zonghe Ziliao Nianjian", titleEn: "Synthetic Yearbook", year: 2013, date: "2014-06-30", revision: 1, editor: "年鉴编写组", editorEn: "Yearbook Editors",
      columns: columns.map(({ texts: own, ...column }) => ({ ...column, texts: own.map(({ id }) => id) })), rest: "column-1",
    },
    revision: "r1", digest: sha256(texts.map(({ digest }) => digest).join("")), versions: { nianjian: "0.1.0" },
    inputs: texts.map(({ path, digest, bytes }) => ({ path, digest, bytes })),
    preface: [], columns, facts, earlier: [], corrections: [], findings: [], checks: [], unproven: [], draft: false, history: [], changes: null, tables, figures, pinyin: {}, aliases: {}, notes: [],
  });
}

const NUMERALS = "一二三四五六七八九十";

/** A text of about `length` characters: entries of several paragraphs; raw and restored are the same. */
function textOf(id: string, length: number, random: Random, factual: number): { text: EditionText; facts: Fact[] } {
  const title = headingOf(random);
  const sections: Section[] = [{ level: 0, heading: title, title, path: [title], span: { start: 0, end: title.length } }];
  const sentences: Sentence[] = [];
  const facts: Fact[] = [];
  let text = `${title}\n`;
  let paragraph = 0;
  for (let entry = 0; text.length < length; entry++) {
    const name = headingOf(random);
    const heading = `${NUMERALS[entry % 10]!}、${name}`;
    sections.push({ level: 1, heading, title: name, path: [title, heading], span: { start: text.length, end: text.length + heading.length } });
    text += `${heading}\n`;
    for (let left = between(random, 5, 12); left > 0 && text.length < length; left--, paragraph++) {
      for (let n = between(random, 2, 5); n > 0; n--) addSentence();
      text += "\n";
    }
  }
  const bytes = Buffer.from(text);
  const outline: Outline = { document: id, title, sections, sentences };
  return { text: { id, path: `${id}.txt`, digest: sha256(text), bytes: bytes.length, encoding: "utf-8", problems: [], raw: text, text, outline, repairs: [] }, facts };

  function addSentence(): void {
    const made = sentence(random, factual);
    const start = text.length;
    const section = sections.length - 1;
    const span = { start, end: start + made.text.length };
    sentences.push({ section, paragraph, ...span, span, text: made.text });
    for (const { start: from, end, body } of made.facts) {
      const words = made.text.slice(from, end);
      const place = { start: start + from, end: start + end };
      facts.push({ ...body, id: `${id}:${body.kind}:${place.start}-${place.end}:1`, document: id, section: sections[section]!.path, span: place, quote: words, text: words, certainty: "stated" } as Fact);
    }
    text += made.text;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
