/** A text of one paragraph as it stands, for the examples of rules: nothing restored, no sections. Not here: any rule. */
import type { TextRegisters } from "../../schemas/register.ts";
import type { TextInHand } from "./draft.ts";

/** text   a paragraph with its marks, of our own */
export function exampleText(text: string, registers: TextRegisters): TextInHand {
  const sentences = [...text.matchAll(/[^。！？]+(?:[。！？]+[”’）》]*|$)/gu)].map(({ 0: own, index: start }) => {
    const end = start + own.length;
    return { section: 0, paragraph: 0, start, end, span: { start, end }, text: own };
  });
  const from = [...Array(text.length).keys()];
  return {
    raw: text,
    restored: { document: "example", text, repairs: [], from, to: from.map((at) => at + 1), headings: [] },
    outline: { document: "example", title: "", sections: [{ level: 0, heading: "", title: "", path: [], span: null }], sentences },
    registers,
    repairs: new Map(),
  };
}
