/** The figures of a table: what each kind reads of it, under its title, with its words. Not here: drawing, numbers of figures. */
import type { Fact } from "../../schemas/fact.ts";
import type { Figure, Table } from "../../schemas/table.ts";
import { seriesInWords, tilesInWords, timelineInWords } from "./alt.ts";
import type { Draft, Ground, Made, Wanted } from "./draft.ts";
import { dated } from "./titles.ts";

/** A figure before it has its number. */
export type Unnumbered = Figure extends infer F ? (F extends Figure ? Omit<F, "number"> : never) : never;

/** The figures that a heading asks for, in its order; none of a kind that the draft has nothing for. `facts` are those the table rests on. */
export function figuresOf({ heading, draft }: Made, table: Table, facts: readonly Fact[], ground: Ground): Unnumbered[] {
  return heading.figures.flatMap((wanted, n) => {
    const title = wanted.title === undefined ? { title: table.title, titleEn: table.titleEn } : dated({ title: wanted.title, titleEn: wanted.titleEn }, draft.years, facts, ground);
    const head = { id: `fig-${table.id}${n === 0 ? "" : `-${n + 1}`}`, ...title, table: table.id, glance: wanted.glance };
    return figureOf(wanted.kind, head, draft, table) ?? [];
  });
}

function figureOf(kind: Wanted["kind"], head: Pick<Figure, "id" | "title" | "titleEn" | "table" | "glance">, { plot, tiles, timeline }: Draft, table: Table): Unnumbered | null {
  switch (kind) {
    case "bar":
    case "column":
    case "line":
    case "dot": {
      if (plot === undefined) return null;
      const { words: _, hedges = [], breaks = [], ...read } = plot;
      return { ...head, kind, ...read, ...(hedges.length > 0 ? { hedges } : {}), ...(breaks.length > 0 ? { breaks } : {}), alt: seriesInWords(kind, plot, table) };
    }
    case "tiles": {
      if (tiles === undefined) return null;
      const { words: _, ...read } = tiles;
      return { ...head, kind, ...read, alt: tilesInWords(tiles) };
    }
    case "timeline": {
      if (timeline === undefined) return null;
      const { words: _, ...read } = timeline;
      return { ...head, kind, ...read, unit: null, alt: timelineInWords(timeline) };
    }
  }
}
