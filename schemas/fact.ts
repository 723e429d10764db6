/** The fact contract: what extraction emits, one JSON object a line. Not here: how facts are found. */
import { z } from "zod";
import { Span } from "./span.ts";

export const Qualifier = z
  .enum(["exact", "about", "nearly", "over", "atLeast", "under", "atMost", "range"])
  .describe("约/左右 about · 近 nearly · 超过/逾/多 over · 以上/不低于 atLeast · 不足 under · 以下/不超过 atMost · 5到10 range");
export type Qualifier = z.infer<typeof Qualifier>;

export const Measure = z
  .enum(["level", "growth", "change", "share", "rank"])
  .describe("level: the thing itself · growth: rate against an earlier period · change: difference in the unit · share: 占…的比重 · rank");
export type Measure = z.infer<typeof Measure>;

export const Level = z.enum(["national", "central", "province", "prefecture", "county"]).describe("tier of government or territory");
export type Level = z.infer<typeof Level>;

const timePeriod = z.string().nullable().describe("ISO 8601: 2013, 2013-09, 2013-12-31, --05-29 where the year is not said; a span as 2011/2015; null where the text does not say");

const common = {
  id: z.string().min(1).describe("document, kind, span and ordinal: stable when other facts come or go"),
  document: z.string().min(1).describe("the source document's id"),
  section: z.array(z.string()).describe("headings from the outside in, restored"),
  span: Span,
  quote: z.string().min(1).describe("raw.slice(span.start, span.end), verbatim"),
  text: z.string().describe("the same passage restored, as the edition prints it"),
  certainty: z.enum(["stated", "restored", "inferred"]).describe("restored: a value hangs on a repair · inferred: the pipeline worked it out"),
};
const commonExample = { id: "03-标准:observation:0-9:1", document: "03-标准", section: ["一、进展"], span: { start: 0, end: 9 }, quote: "增长8.1.对" };

export const Observation = z
  .object({
    ...common,
    kind: z.literal("observation"),
    indicator: z.string().min(1).describe("what is measured, as the text names it"),
    subject: z.string().nullable().describe("whose figure it is"),
    members: z.array(z.string()).describe("the names listed under the subject"),
    membersOpen: z.boolean().describe("the list ends in 等"),
    level: Level.nullable(),
    refArea: z.string().regex(/^\d{6}$/u).nullable().describe("GB/T 2260 code, where the subject is one place"),
    timePeriod,
    value: z.number().describe("in base units: 5.3万个 is 53000 with unit 个"),
    valueHigh: z.number().optional().describe("the upper end; only with qualifier range"),
    qualifier: Qualifier,
    unit: z.string().min(1).describe("% ‰ 百分点 个 家 元 人 倍 位 … without 万 and 亿"),
    measure: Measure,
  })
  .meta({ id: "Observation", examples: [{ ...commonExample, text: "增长8.1%", certainty: "restored", kind: "observation", indicator: "业务量", subject: null, members: [], membersOpen: false, level: null, refArea: null, timePeriod: "2013", value: 8.1, qualifier: "exact", unit: "%", measure: "growth" }] });
export type Observation = z.infer<typeof Observation>;

export const Event = z
  .object({
    ...common,
    kind: z.literal("event"),
    timePeriod,
    actors: z.array(z.string()),
    action: z.string().describe("the verb phrase"),
    places: z.array(z.string()).describe("places named, as the text names them"),
  })
  .meta({ id: "Event", examples: [{ ...commonExample, text: "2013年9月，市政府开通平台", certainty: "stated", kind: "event", timePeriod: "2013-09", actors: ["市政府"], action: "开通平台", places: [] }] });
export type Event = z.infer<typeof Event>;

export const Roster = z
  .object({
    ...common,
    kind: z.literal("roster"),
    category: z.string().describe("what the members are, or what was said of them"),
    members: z.array(z.string()).min(1),
    open: z.boolean().describe("the list ends in 等"),
    claimedCount: z.number().nullable().describe("the number the text gives for the whole"),
    claimedShare: z.number().nullable().describe("the share the text gives for the whole, in %"),
    claimedQualifier: Qualifier.nullable(),
    timePeriod,
  })
  .meta({ id: "Roster", examples: [{ ...commonExample, text: "甲市、乙市、丙市等9个市", certainty: "stated", kind: "roster", category: "试点市", members: ["甲市", "乙市", "丙市"], open: true, claimedCount: 9, claimedShare: null, claimedQualifier: "exact", timePeriod: null }] });
export type Roster = z.infer<typeof Roster>;

export const Transition = z
  .object({
    ...common,
    kind: z.literal("transition"),
    aspect: z.string().describe("在…方面"),
    from: z.string(),
    to: z.string(),
  })
  .meta({ id: "Transition", examples: [{ ...commonExample, text: "由分散建设向统筹建设转变", certainty: "stated", kind: "transition", aspect: "建设方式", from: "分散建设", to: "统筹建设" }] });
export type Transition = z.infer<typeof Transition>;

/** A law, standard, plan or paper that is named, or was named before its title was lost. */
export const NamedDocument = z
  .object({
    ...common,
    kind: z.literal("document"),
    title: z.string().nullable(),
    titleLost: z.boolean(),
    documentType: z.string().nullable().describe("国家标准, 规划, 意见…"),
    issuer: z.string().nullable(),
    timePeriod,
    status: z.enum(["drafting", "completed", "issued", "cited"]).nullable(),
  })
  .meta({ id: "NamedDocument", examples: [{ ...commonExample, text: "《〔题名缺失〕》", certainty: "restored", kind: "document", title: null, titleLost: true, documentType: "国家标准", issuer: null, timePeriod: null, status: "completed" }] });
export type NamedDocument = z.infer<typeof NamedDocument>;

export const Assessment = z
  .object({
    ...common,
    kind: z.literal("assessment"),
    stance: z.enum(["achievement", "trend", "problem", "recommendation"]),
    topic: z.string(),
  })
  .meta({ id: "Assessment", examples: [{ ...commonExample, text: "协调机制仍不健全", certainty: "stated", kind: "assessment", stance: "problem", topic: "协调机制" }] });
export type Assessment = z.infer<typeof Assessment>;

/** One fact of any kind; the kinds are told apart by `kind`. */
export const Fact = z.discriminatedUnion("kind", [Observation, Event, Roster, Transition, NamedDocument, Assessment]).meta({ id: "Fact" });
export type Fact = z.infer<typeof Fact>;
export type FactKind = Fact["kind"];
