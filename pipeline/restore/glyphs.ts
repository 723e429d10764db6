/** Compatibility forms that would break search and fonts: ⽇ (U+2F47) for 日. Folded by NFKC and logged. */
import type { Edit } from "./edits.ts";

/** Kangxi and CJK radicals, compatibility ideographs; full-width digits and letters are the text's own and stay. */
const COMPATIBILITY = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;

export function findGlyphs(raw: string): Edit[] {
  return [...raw.matchAll(COMPATIBILITY)].flatMap((match) => {
    const text = match[0].normalize("NFKC");
    return text === match[0] ? [] : [{ start: match.index, end: match.index + 1, text, kind: "glyph" as const, reason: "兼容字形归为通行字形", confidence: 1 }];
  });
}
