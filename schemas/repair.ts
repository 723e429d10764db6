/** What restoration changed, and the restored text with its way back. Not here: how it is decided. */
import { z } from "zod";
import { Span } from "./span.ts";

export const RepairKind = z
  .enum(["mark", "percent", "point", "title", "heading", "quotation", "bracket", "glyph"])
  .describe("mark: 、，。；：！？ · percent: a lost % · point: a decimal point kept · title: a 《title》 shown as lost · heading: a heading cut from what follows · quotation: “ ” · bracket: （ ） · glyph: a compatibility form folded");
export type RepairKind = z.infer<typeof RepairKind>;

/** One change that restoration made. */
export const Repair = z
  .object({
    kind: RepairKind,
    span: Span,
    raw: z.string().describe("raw.slice(span.start, span.end)"),
    restored: z.string().describe("what stands there now"),
    reason: z.string().describe("why, in a few Chinese words an editor understands"),
    confidence: z.number().min(0).max(1).describe("how sure, 0 to 1"),
  })
  .meta({ id: "Repair", examples: [{ kind: "percent", span: { start: 24, end: 25 }, raw: ".", restored: "%，", reason: "比率之后的点", confidence: 0.97 }] });
export type Repair = z.infer<typeof Repair>;

/** The restored text and the map back: character i of `text` came from raw.slice(from[i], to[i]), empty where it was put in. */
export const Restored = z
  .object({
    document: z.string().describe("the document's id"),
    text: z.string().describe("the restored text; '\\n' parts headings and paragraphs"),
    repairs: z.array(Repair).describe("in raw order"),
    from: z.array(z.int().nonnegative()).describe("raw offset at which each restored UTF-16 unit begins; never falls"),
    to: z.array(z.int().nonnegative()).describe("raw offset after it; from[i] === to[i] where nothing raw stands behind it"),
    headings: z.array(z.object({ start: z.int().nonnegative(), end: z.int().positive(), level: z.int().min(0).max(6) }))
      .describe("lines of `text` that are headings, as restored offsets; level 0 is the text's title, 1 一、 or 第一章, 2 （一） 3 1. 4 （1）; below chapters one deeper"),
  })
  .meta({ id: "Restored", examples: [{ document: "d", text: "增长8%。", repairs: [], from: [0, 1, 2, 3, 3], to: [1, 2, 3, 3, 4], headings: [] }] });
export type Restored = z.infer<typeof Restored>;

/** The raw span behind restored[start, end): from the first to the last raw character in it; null where all of it was put in. */
export function rawSpan(restored: Pick<Restored, "from" | "to">, start: number, end: number): Span | null {
  let first = start;
  while (first < end && restored.from[first] === restored.to[first]) first++;
  if (first === end) return null;
  let last = end - 1;
  while (restored.from[last] === restored.to[last]) last--;
  return { start: restored.from[first]!, end: restored.to[last]! };
}
