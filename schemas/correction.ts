/** What an editor corrects, and how it went. Not here: applying it. */
import { z } from "zod";
import { Day } from "./day.ts";
import { RepairKind } from "./repair.ts";
import { Span } from "./span.ts";

/** Where a repair was made, or is to be made: words of the text with the place in ［］, or raw offsets. */
export const RepairPlace = z
  .strictObject({
    text: z.string().min(1).describe("id of the text: its file's name without .txt"),
    around: z.string().regex(/^[^［］]*［[^［］]*］[^［］]*$/u, "mark the place by one pair of ［］ among the words around it").optional().describe("words around it, raw or restored, the place itself in ［］: 接通率为81［.］县级; ［］ with nothing within is between two characters"),
    start: z.int().nonnegative().optional().describe("instead of around: raw offset of its first character (起)"),
    end: z.int().nonnegative().optional().describe("with start: raw offset after its last character (止)"),
    kind: RepairKind.optional().describe("tells apart two repairs of one place"),
  })
  .refine((place) => (place.around === undefined) !== (place.start === undefined), "say where by `around` or by `start`, one of them")
  .refine((place) => place.end === undefined || (place.start !== undefined && place.end >= place.start), "`end` goes with `start` and is not before it")
  .meta({ id: "RepairPlace", description: "exactly one of around and start; around has one pair of ［］; end only with start", examples: [{ text: "01-热线", around: "接通率为81［.］县级" }, { text: "01-热线", start: 34 }] });
export type RepairPlace = z.infer<typeof RepairPlace>;

/** One entry of corrections.yaml. What it corrects is a fact, by `fact` (id) or by `quote` (raw or restored words that only one passage holds), a repair, or a finding. */
export const Correction = z
  .strictObject({
    action: z.enum(["set", "drop", "add", "confirm"]).describe("set: change fields of a fact, or what a repair reads · drop: take the fact or the repair out · add: a fact that was missed, or a repair that was not made · confirm: an editor has looked and it stands"),
    fact: z.string().optional().describe("the fact's id"),
    quote: z.string().min(1).optional().describe("words of the fact, raw or restored; with action add, the words it is to quote"),
    text: z.string().min(1).optional().describe("id of the text that quote stands in; needed with action add, else narrows quote to one text"),
    kind: z.enum(["observation", "event", "roster", "transition", "document", "assessment"]).optional().describe("narrows quote to one kind of fact; with action add, the kind of the new fact"),
    set: z.record(z.string(), z.json()).optional().describe("fields of the fact and their values; with action set or add"),
    repair: RepairPlace.optional().describe("the repair"),
    reads: z.string().regex(/^[^\n\r]*$/u, "a repair reads within one line").optional().describe("what the repair's place reads: marks, and the characters that stand there; empty for nothing; with action set or add"),
    heading: z.int().min(1).max(6).optional().describe("with action add, instead of reads: the place is a heading of this level, on a line of its own"),
    finding: z.string().optional().describe("id of a finding that an editor has seen; with action confirm"),
    who: z.string().min(1).describe("the editor who signs"),
    when: Day.describe("the day, YYYY-MM-DD, in quotes"),
    why: z.string().min(1).describe("the reason, printed in the edition"),
  })
  .refine((c) => [c.fact, c.quote, c.repair, c.finding].filter((one) => one !== undefined).length === 1, "say what is corrected by `fact`, `quote`, `repair` or `finding`, one of them")
  .refine((c) => !onFact(c) || (c.action === "set" || c.action === "add") === (c.set !== undefined), "`set` goes with a fact and action: set or add, and with these it is needed")
  .refine((c) => onFact(c) || c.set === undefined, "`set` is for facts; what a repair reads is said by `reads`")
  .refine((c) => c.repair === undefined || (c.action === "set" ? c.reads !== undefined && c.heading === undefined : c.action === "add" ? (c.reads !== undefined) !== (c.heading !== undefined) : c.reads === undefined && c.heading === undefined), "a repair that is set has `reads`; one that is added has `reads` or `heading`; others have neither")
  .refine((c) => c.repair !== undefined || (c.reads === undefined && c.heading === undefined), "`reads` and `heading` go with `repair`")
  .refine((c) => c.action !== "add" || !onFact(c) || (c.quote !== undefined && c.text !== undefined && c.kind !== undefined), "a fact that is added has `text`, `quote` and `kind`")
  .refine((c) => c.finding === undefined || c.action === "confirm", "a finding can only be confirmed; correct the facts it rests on")
  .meta({
    id: "Correction",
    description: "exactly one of fact, quote, repair and finding; set with action set or add of a fact; reads with action set or add of a repair; heading instead of reads with action add; text, quote and kind with action add of a fact; a finding is only confirmed",
    examples: [
      { action: "drop", quote: "一个整体", who: "编辑甲", when: "2014-05-20", why: "不是数量" },
      { action: "add", text: "01-热线", quote: "受理来电4860万件", kind: "observation", set: { indicator: "受理来电", value: 48600000, unit: "件" }, who: "编辑甲", when: "2014-05-20", why: "漏读" },
      { action: "set", repair: { text: "01-热线", around: "接通率为81［.］县级" }, reads: "%；", who: "编辑甲", when: "2014-05-20", why: "据原件" },
    ],
  });
export type Correction = z.infer<typeof Correction>;

/** Whether a correction is of a fact, said by its id or by its words. */
export function onFact(correction: { readonly fact?: string | undefined; readonly quote?: string | undefined }): boolean {
  return correction.fact !== undefined || correction.quote !== undefined;
}

export const Corrections = z.strictObject({ corrections: z.array(Correction) }).meta({ id: "Corrections", examples: [{ corrections: [] }] });

/** A correction as applied: what it found, what stood before, what stands now. */
export const AppliedCorrection = z
  .object({
    correction: Correction,
    target: z.enum(["repair", "fact", "finding"]).describe("what was corrected"),
    id: z.string().describe("id of the fact or the finding; of a repair, document:repair:span"),
    document: z.string().describe("id of the text"),
    span: Span.describe("where it stands in the raw text"),
    quote: z.string().describe("raw.slice(span.start, span.end)"),
    changes: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })).describe("fields that changed; of a repair, restored or confidence"),
  })
  .meta({ id: "AppliedCorrection", examples: [{ correction: { action: "drop", quote: "一个整体", who: "编辑甲", when: "2014-05-20", why: "不是数量" }, target: "fact", id: "a", document: "01-热线", span: { start: 0, end: 4 }, quote: "一个整体", changes: [] }] });
export type AppliedCorrection = z.infer<typeof AppliedCorrection>;
