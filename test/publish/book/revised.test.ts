/** The book of a revised edition, and of a draft. */
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { FACE_NAMES } from "../../../pipeline/publish/book/face.ts";
import { book, type FontFiles, fontPaths } from "../../../pipeline/publish/book/index.ts";
import type { Edition } from "../../../schemas/edition.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const paths = fontPaths();
const fonts = Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles;

/** The words of each page, without blanks. */
async function pagesOf(edition: Edition): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(await book(edition, fonts)), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, n) => {
    const { items } = await (await pdf.getPage(n + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join("").replace(/\s+/gu, "");
  }));
}

function revisedDraft(): Edition {
  const sample = sampleEdition();
  const issue = (revision: string) => ({ revision, date: "2014-05-30", digest: revision.slice(1).repeat(64) });
  const fact = sample.facts.find(({ text }) => text.startsWith("地市级热线接通率"))!;
  const { id, kind, document, span, quote, text } = fact;
  const named = { id, kind, document, span, quote, text };
  return {
    ...sample, draft: true, revision: "r3", spec: { ...sample.spec, revision: 3 }, history: [issue("r1"), issue("r2")],
    changes: {
      from: issue("r2"), to: issue("r3"), inputs: [{ name: "01-建设与运行.txt", before: "111111111111", after: "222222222222" }], versions: [{ name: "nianjian", before: "0.1.0", after: "0.2.0" }], moved: 0,
      facts: [{ ...named, change: "altered", fields: [{ field: "value", before: 80, after: 81 }] }, { ...named, id: "gone", change: "dropped", text: "全国设有座席一万个", quote: "全国设有座席一万个", fields: [] }],
      tables: [{ change: "altered", id: sample.tables[0]!.id, title: `表1 ${sample.tables[0]!.title}`, columns: false, added: 0, dropped: 0, altered: 1 }],
    },
  };
}

let first: string[];
let draft: string[];
beforeAll(async () => {
  first = await pagesOf(sampleEdition());
  draft = await pagesOf(revisedDraft());
});

describe("notes on the revision", () => {
  const notes = () => draft.find((page) => page.includes("修订说明NotesontheRevision") && !page.includes("目录Contents"))!;

  test("say what the edition is compared with, and what it was made from", () => {
    expect(notes()).toContain("本版为r3（2014年6月30日）。此前发行过r1");
    expect(notes()).toContain("改动的输入1份：01-建设与运行。程序与所用程序库有变：nianjian0.1.0→0.2.0");
    expect(notes()).toContain("事实新增0项、删去1项、改动1项；统计表有变动的1张");
  });

  test("list facts and tables, with the pages that print them", () => {
    const rate = draft.findIndex((page) => page.includes("地市级热线接通率为81%") && page.includes("省级热线接通率达到"));
    // marks in the margin stand before the folio
    const folio = /(?:表\d)*(\d+)草稿，未发行$/u.exec(draft[rate]!)![1]!;
    expect(notes()).toMatch(new RegExp(String.raw`改动观测地市级热线接通率为81%，：数值80→8101-建设与运行\d+–\d+${folio}删去`, "u"));
    expect(notes()).toMatch(/改动表1.*改动1行\d+/u);
    expect(notes()).toContain("删去观测全国设有座席一万个");
  });

  test("are not there in a first issue", () => expect(first.some((page) => page.includes("修订说明"))).toBe(false));
});

describe("a draft", () => {
  test("says so on its cover, in its imprint and on the pages of its texts", () => {
    expect(draft[0]).toContain("草稿");
    expect(draft.find((page) => page.includes("版次2013年版"))).toContain("r3（草稿，未发行）");
    expect(draft.filter((page) => page.includes("草稿，未发行")).length).toBeGreaterThan(draft.length / 3);
  });

  test("and an edition does not", () => expect(first.some((page) => page.includes("草稿"))).toBe(false));
});

test("data quality opens with its numbers on one page", () => {
  const page = first.find((one) => one.includes("资料质量一览"))!;
  for (const title of ["附表1修复的种类与把握", "附表2事实的种类与依据", "附表3核对的结果"]) expect(page).toContain(title);
  expect(page).toContain("设核对4种，比对4次，相符2次，不符1次，无法判定1次；1种未遇可比之数");
});
