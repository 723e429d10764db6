/** Parts → sheets: which page each part begins on, what its pages are called, and laying out until the page numbers printed in it are right.
 *  Not here: what is on the pages, heads and folios. */
import type { Edition } from "../../../schemas/edition.ts";
import type { Faces } from "./face.ts";
import type { Laid, Part } from "./parts/part.ts";
import { type Answer, nowhere, type Places, refsOver, roman, stillRight } from "./refs.ts";
import type { Geometry } from "./style.ts";

/** A part as laid out, the sheet it begins on, and its pages' labels. */
export interface Sheets {
  part: Part;
  laid: Laid;
  /** index of its first page in the file */
  first: number;
  labels: string[];
}

const ROUNDS = 5;

/** Lays out until page numbers stand still. A part is laid out again only when a number in it has changed; what stands before it is known by then. */
export function settle(edition: Edition, parts: readonly Part[], faces: Faces, page: Geometry): Sheets[] {
  const kept = new Map<Part, { laid: Laid; answers: Answer[] }>();
  let before = nowhere();
  let sheets: Sheets[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const now = nowhere();
    let moved = false;
    sheets = [];
    for (const part of parts) {
      const known = kept.get(part);
      let laid = known?.laid;
      if (known === undefined || !stillRight(known.answers, refsOver([now, before], faces.missing))) {
        const answers: Answer[] = [];
        laid = part.lay({ edition, faces, page, refs: refsOver([now, before], faces.missing, answers) });
        kept.set(part, { laid, answers });
        moved = true;
      }
      const sheet = impose(sheets, part, laid!);
      sheets.push(sheet);
      note(now, sheet);
    }
    if (!moved) break;
    before = now;
  }
  return sheets;
}

/** A part begins on a recto (an even index, as the cover is page 0), the imprint on the title page's back. Labels: none on the cover, Roman in the
 *  front matter from the title page on, Arabic from the body's first page. */
function impose(sheets: readonly Sheets[], part: Part, laid: Laid): Sheets {
  const last = sheets.at(-1);
  const next = last === undefined ? 0 : last.first + last.laid.pages.length;
  const first = part.anySide !== true && next % 2 === 1 ? next + 1 : next;
  const from = sheets.find((sheet) => sheet.part.matter === part.matter)?.first ?? first;
  const label = (n: number): string => (part.matter === "cover" ? "" : part.matter === "front" ? roman(n) : String(n));
  return { part, laid, first, labels: laid.pages.map((_, n) => label(first + n - from + 1)) };
}

function note({ anchors, passages }: Places, { laid, first, labels }: Sheets): void {
  laid.pages.forEach((page, n) => {
    const label = labels[n]!;
    for (const { name } of page.anchors) if (!anchors.has(name)) anchors.set(name, label);
    for (const { text, start, end } of page.passages) {
      const known = passages.get(text) ?? [];
      known.push({ start, end, label, page: first + n });
      passages.set(text, known);
    }
  });
}
