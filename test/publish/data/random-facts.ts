/** Facts at random for the tests of open data: texts with what breaks CSV, numbers of any size, every field that may be empty. */
import fc from "fast-check";
import { Assessment, Event, Level, Measure, NamedDocument, Observation, Qualifier, Roster, Transition, type Fact } from "../../../schemas/fact.ts";

const bit = fc.constantFrom('"', '""', ",", ";", "; ", "\n", "\r\n", "\r", "=1+1", "+", "-", "@", "'", " ", "\t", "全国", "覆盖率", "𠮷", "null", "NaN", "#N/A", "1,000", "\\", "\u2028", "\uFEFF");
const text = fc.oneof({ weight: 3, arbitrary: fc.array(bit, { minLength: 1, maxLength: 6 }).map((bits) => bits.join("")) }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }) });
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const names = fc.array(text, { maxLength: 3 });

/** Any finite number, whole, broken, negative, huge or tiny; not −0, which no form but Parquet tells from 0. */
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e21, 5e-324, -1.7976931348623157e308, 0.1 + 0.2)).map((value) => value + 0);

const two = (value: number): string => String(value).padStart(2, "0");
const day = fc.record({ year: fc.integer({ min: 1949, max: 2049 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
const period = fc.oneof(
  day.map(({ year }) => String(year)),
  day.map(({ year, month }) => `${year}-${two(month)}`),
  day.map(({ year, month, day: of }) => `${year}-${two(month)}-${two(of)}`),
  day.map(({ year }) => `${year}/${year + 5}`),
  day.map(({ year, month }) => `${year}-${two(month)}/${year + 1}-02`),
  day.map(({ month, day: of }) => `--${two(month)}-${two(of)}`),
);

const common = { document: text, section: names, quote: text, text, certainty: fc.constantFrom("stated", "restored", "inferred"), start: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 900 }) };
const kind = <const K extends string>(name: K) => fc.constant(name);

const observation = fc
  .record({ ...common, kind: kind("observation"), indicator: text, subject: orNull(text), members: names, membersOpen: fc.boolean(), level: orNull(fc.constantFrom(...Level.options)), refArea: orNull(fc.integer({ min: 110000, max: 659999 }).map(String)), timePeriod: orNull(period), value: number, high: number, qualifier: fc.constantFrom(...Qualifier.options), unit: text, measure: fc.constantFrom(...Measure.options) })
  .map(({ high, ...fact }) => (fact.qualifier === "range" ? { ...fact, valueHigh: high } : fact));
const others = [
  fc.record({ ...common, kind: kind("event"), timePeriod: orNull(period), actors: names, action: text, places: names }),
  fc.record({ ...common, kind: kind("roster"), category: text, members: fc.array(text, { minLength: 1, maxLength: 3 }), open: fc.boolean(), claimedCount: orNull(number), claimedShare: orNull(number), claimedQualifier: orNull(fc.constantFrom(...Qualifier.options)), timePeriod: orNull(period) }),
  fc.record({ ...common, kind: kind("transition"), aspect: text, from: text, to: text }),
  fc.record({ ...common, kind: kind("document"), title: orNull(text), titleLost: fc.boolean(), documentType: orNull(text), issuer: orNull(text), timePeriod: orNull(period), status: orNull(fc.constantFrom("drafting", "completed", "issued", "cited")) }),
  fc.record({ ...common, kind: kind("assessment"), stance: fc.constantFrom("achievement", "trend", "problem", "recommendation"), topic: text }),
];
const SCHEMAS = { observation: Observation, event: Event, roster: Roster, transition: Transition, document: NamedDocument, assessment: Assessment };

/** Up to thirty facts of any kinds, with ids of their own. */
export const randomFacts: fc.Arbitrary<Fact[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: observation }, ...others.map((arbitrary) => ({ weight: 1, arbitrary }))), { maxLength: 30, size: "max" })
  .map((drafts) => drafts.map(({ start, length, ...fact }, i) => SCHEMAS[fact.kind].parse({ ...fact, id: `${fact.kind}:${i}`, span: { start, end: start + length } })));
