/** A fact that extraction left out, because one of its slots was not found again in its own words. Not here: how it is looked for. */
import { z } from "zod";
import { FACT_KINDS } from "./fact-kinds.ts";
import { Span } from "./span.ts";

export const Unproven = z
  .object({
    document: z.string().describe("the source document's id"),
    kind: z.enum(FACT_KINDS as [string, ...string[]]).describe("the kind of fact that was left out"),
    rule: z.string().describe("the rule that drew it up, as FILE/name"),
    slot: z.string().describe("the slot that could not be found again"),
    value: z.string().describe("what the rule put there"),
    span: Span,
    quote: z.string().describe("raw.slice(span.start, span.end)"),
  })
  .meta({ id: "Unproven", examples: [{ document: "03-标准", kind: "roster", rule: "rosters/named-members", slot: "members", value: "丙市", span: { start: 0, end: 7 }, quote: "甲市.乙市.丁" }] });
export type Unproven = z.infer<typeof Unproven>;
