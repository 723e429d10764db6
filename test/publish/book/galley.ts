/** What tests of layout look at: pages filled from blocks, what was drawn in words, and a picture of it in characters. */
import { readFileSync } from "node:fs";
import type { Desk } from "../../../pipeline/publish/book/blocks.ts";
import type { Draw, Tag } from "../../../pipeline/publish/book/draw.ts";
import { FACE_NAMES, type FontFiles, fontPaths, openFaces } from "../../../pipeline/publish/book/face.ts";
import { type Block, fill, type PlacedPage } from "../../../pipeline/publish/book/pages.ts";
import { wordsOf as wordsIn } from "../../../pipeline/publish/book/paragraph/glyphs.ts";
import { refsOver } from "../../../pipeline/publish/book/refs.ts";
import { geometryOf, LEADING } from "../../../pipeline/publish/book/style.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const paths = fontPaths();
const faces = openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles);

/** A desk with the sample edition on it, whose page numbers are not known yet. */
export const deskOf = (): Desk => ({ edition: sampleEdition(), faces, page: geometryOf("210x285"), refs: refsOver([]) });

/** The pages that blocks take; the type area's upper left corner is 0, 0. */
export const pagesOf = (desk: Desk, blocks: readonly Block[]): PlacedPage[] =>
  fill(blocks.flatMap(({ slices }) => slices), () => ({ x: 0, top: 0, height: desk.page.rows * LEADING, fresh: true }));

export type TextDraw = Extract<Draw, { kind: "text" }>;
export const textsOn = (page: { draws: readonly Draw[] }): TextDraw[] => page.draws.filter((draw): draw is TextDraw => draw.kind === "text" && draw.runs.length > 0);
export const wordsOf = (draw: TextDraw): string => draw.runs.map(wordsIn).join("");
export const wordsOn = (page: { draws: readonly Draw[] }): string => textsOn(page).map(wordsOf).join(" ");

/** How far a drawing reaches: text by its em boxes along the line and its ascent and descent across. */
export function reachOf(draw: Draw): { left: number; right: number; top: number; bottom: number } {
  switch (draw.kind) {
    case "text": {
      const from = Math.min(...draw.runs.map((run) => run.glyphs.xs[run.from]!));
      const to = Math.max(...draw.runs.map((run) => run.end));
      const size = Math.max(...draw.runs.map((run) => run.size));
      const [above, below] = [0.88 * size, 0.12 * size];
      if (draw.upward) return { left: draw.x - above, right: draw.x + below, top: draw.y - to, bottom: draw.y - from };
      return { left: draw.x + from, right: draw.x + to, top: draw.y - above, bottom: draw.y + below };
    }
    case "line": return { left: Math.min(draw.x, draw.x2), right: Math.max(draw.x, draw.x2), top: Math.min(draw.y, draw.y2), bottom: Math.max(draw.y, draw.y2) };
    case "area":
    case "link": return { left: draw.x, right: draw.x + draw.width, top: draw.y, bottom: draw.y + draw.height };
    case "shape":
    case "disc": throw new Error(`a table has no ${draw.kind}`);
  }
}

const CELL = 4.25; // points a character of the picture: half a character of 8.5 pt

/** A page in characters: a line for each baseline, ═ for a heavy rule, ─ for a fine one; a Han character is two wide. */
export function pictureOf(page: { draws: readonly Draw[] }): string {
  const rows = new Map<number, { x: number; words: string }[]>();
  const add = (y: number, x: number, words: string): void => void rows.set(Math.round(y), [...(rows.get(Math.round(y)) ?? []), { x, words }]);
  for (const draw of page.draws) {
    if (draw.kind === "line") add(draw.y, draw.x, (draw.weight > 1 ? "═" : "─").repeat(Math.round((draw.x2 - draw.x) / CELL)));
    else if (draw.kind === "text") for (const run of draw.runs) add(draw.y, draw.x + run.glyphs.xs[run.from]!, wordsIn(run));
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, pieces]) => {
    let line = "";
    let at = 0;
    for (const { x, words } of pieces.sort((a, b) => a.x - b.x)) {
      const blank = Math.max(0, Math.round(x / CELL) - at);
      line += " ".repeat(blank) + words;
      at += blank + [...words].reduce((sum, char) => sum + (char.codePointAt(0)! >= 0x2e80 ? 2 : 1), 0);
    }
    return line;
  }).join("\n");
}

/** Tags below a tag, itself included, in reading order. */
export const tagsUnder = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(tagsUnder)];
