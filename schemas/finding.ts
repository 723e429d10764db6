/** What a check has to say. Not here: the checks. */
import { z } from "zod";
import { Computation } from "./computed.ts";
import { Span } from "./span.ts";

export const Outcome = z.enum(["agrees", "differs", "cannot tell"]);
export const Severity = z.enum(["note", "warning", "error"]).describe("how the edition takes a finding that differs");

export const Finding = z
  .object({
    id: z.string().describe("check, document and span: stable across runs"),
    check: z.string().describe("the check's name, as edition.yaml calls it"),
    title: z.string().describe("what was compared, in Chinese, for the book"),
    titleEn: z.string().describe("the same in English"),
    outcome: Outcome,
    severity: Severity,
    facts: z.array(z.string()).describe("ids of the facts compared"),
    arithmetic: z.string().describe("the numbers and what was done with them, in Chinese"),
    computed: z
      .object({ result: Computation.describe("what the figures come to; operands are ids of facts, those of earlier years with their year before them"), claim: z.union([z.string(), z.number()]).nullable().describe("what the text claims it to be: the id of a fact, or the number itself; null where it is hedged") })
      .optional()
      .describe("the arithmetic as data, where the figures it is over are exact"),
    document: z.string(),
    span: Span,
    quote: z.string().describe("raw.slice(span.start, span.end)"),
  })
  .meta({ id: "Finding", examples: [{ id: "claimed-count:03-标准:0-9", check: "claimed-count", title: "所称数目与所列成员", titleEn: "claimed count against listed members", outcome: "agrees", severity: "note", facts: ["a"], arithmetic: "列出6项；所称6个：一致", document: "03-标准", span: { start: 0, end: 9 }, quote: "增长8.1.对" }] });
export type Finding = z.infer<typeof Finding>;
