/** What an editor corrects, and how it went. Not here: applying it. */
import { z } from "zod";

/** One entry of corrections.yaml. It finds its fact by `fact` (id) or by `quote` (raw or restored words that only one passage holds). */
export const Correction = z
  .strictObject({
    action: z.enum(["set", "drop", "confirm"]).describe("set: change fields · drop: take the fact out · confirm: an editor has looked and it stands"),
    fact: z.string().optional().describe("the fact's id"),
    quote: z.string().optional().describe("words of the fact, raw or restored"),
    kind: z.enum(["observation", "event", "roster", "transition", "document", "assessment"]).optional().describe("narrows a quote to one kind of fact"),
    set: z.record(z.string(), z.json()).optional().describe("fields and their new values; only with action set"),
    who: z.string().min(1).describe("the editor who signs"),
    when: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u).describe("the day, YYYY-MM-DD, in quotes"),
    why: z.string().min(1).describe("the reason, printed in the edition"),
  })
  .refine((c) => (c.fact === undefined) !== (c.quote === undefined), "name the fact by `fact` or by `quote`, one of them")
  .refine((c) => (c.action === "set") === (c.set !== undefined), "`set` goes with action: set, and only with it")
  .meta({ id: "Correction", description: "exactly one of fact and quote; set only with action set", examples: [{ action: "drop", quote: "一个整体", who: "编辑甲", when: "2014-05-20", why: "不是数量" }] });
export type Correction = z.infer<typeof Correction>;

export const Corrections = z.strictObject({ corrections: z.array(Correction) }).meta({ id: "Corrections", examples: [{ corrections: [] }] });

/** A correction as applied: which fact, what stood before, what stands now. */
export const AppliedCorrection = z
  .object({
    correction: Correction,
    fact: z.string().describe("id of the fact it found"),
    quote: z.string().describe("the fact's raw quote"),
    changes: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })),
  })
  .meta({ id: "AppliedCorrection", examples: [{ correction: { action: "drop", quote: "一个整体", who: "编辑甲", when: "2014-05-20", why: "不是数量" }, fact: "a", quote: "一个整体", changes: [] }] });
export type AppliedCorrection = z.infer<typeof AppliedCorrection>;
