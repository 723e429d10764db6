import { describe, expect, it } from "vitest";
import { TAGS, openLexicon, wordsOf } from "../../../pipeline/restore/model/lexicon.ts";
import { makeLexicon } from "../../../pipeline/restore/model/train/make-lexicon.ts";

const lexicon = openLexicon(makeLexicon(["档案 900 n", "档案馆 400 n", "馆藏 300 n", "丰富 800 a", "开放 700 v", "日 50 zg", "生僻 2 a"].join("\n")));
const cut = (text: string) => {
  const { at, tags } = wordsOf(text, 0, text.length, lexicon);
  return tags.map((tag, i) => `${text.slice(at[i]!, at[i + 1]!)}/${TAGS[tag]}`).join(" ");
};

describe("clauses cut into words", () => {
  it.each([
    ["档案馆馆藏丰富", "档案馆/n 馆藏/n 丰富/a"],
    ["档案馆藏丰富", "档案/n 馆藏/n 丰富/a"], // the longest word first would leave 藏 alone
    ["开放0000日", "开放/v 0000/M 日/z"], // a run of figures is one word; an unknown class goes by its first letter
    ["aaa开放", "aaa/E 开放/v"],
    ["生僻", "生/? 僻/?"], // too rare for the lexicon
    ["", ""],
  ])("%s → %s", (text, words) => expect(cut(text)).toBe(words));

  it("reads a piece of a text only", () => {
    expect(wordsOf("丰富.档案.开放", 3, 5, lexicon)).toEqual({ at: [3, 5], tags: [TAGS.indexOf("n")] });
  });
});
