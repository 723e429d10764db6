/** All rules of extraction, file by file, as `docs/rules.md` lists them and `test/extract/rules.test.ts` runs them. Not here: any rule. */
import type { TextRegisters } from "../../schemas/register.ts";
import { assessments, cues } from "./assessments.ts";
import { dateRules, datesIn } from "./dates/index.ts";
import { holes } from "./documents/holes.ts";
import { documents } from "./documents/index.ts";
import { namings } from "./documents/namings.ts";
import type { Draft } from "./draft.ts";
import { eventRules, events } from "./events.ts";
import { exampleText } from "./example.ts";
import { measuredRules } from "./indicators.ts";
import { exclusions } from "./quantities/no-quantity.ts";
import { observations } from "./observations.ts";
import { quantityReader, quantityRules, type Quantity, type QuantityReader } from "./quantities/index.ts";
import { rosters } from "./rosters/index.ts";
import { reasons } from "./rosters/reasons.ts";
import type { RuleBook } from "./rule.ts";
import { frames, transitions } from "./transitions.ts";

/** "over 12000 户": a quantity as examples print it. */
const quantity = ({ value, valueHigh, qualifier, unit }: Pick<Quantity, "value" | "valueHigh" | "qualifier" | "unit">) =>
  `${qualifier === "exact" ? "" : `${qualifier} `}${value}${valueHigh === undefined ? "" : `–${valueHigh}`} ${unit}`;

/** "货运量 8.1 % growth": an observation as examples print it. */
const observation = (draft: Draft) => (draft.kind === "observation" ? `${draft.indicator} ${quantity({ ...draft })} ${draft.measure}` : "");

const titleOf = (draft: Draft) => (draft.kind === "document" ? draft.title ?? "〔lost〕" : "");

/** The drafts of one rule, printed. */
const of = (file: string, name: string, drafts: readonly Draft[], print: (draft: Draft) => string) => drafts.filter(({ rule }) => rule === `${file}/${name}`).map(print);

/** The rules that kept figures of a text out, where no quantity is left. */
function excluded(text: string, read: QuantityReader): string[] {
  const by: string[] = [];
  return read(text, (rule) => by.push(rule)).length > 0 ? [] : by;
}

/** The rules of every file, in the order of the stages. */
export function ruleBooks(registers: TextRegisters): RuleBook[] {
  const read = quantityReader(registers.units.map(({ unit }) => unit));
  return [
    { file: "quantities", about: "A number with its unit and qualifiers.", rules: quantityRules, tell: (name, text) => read(text).filter(({ rule }) => rule === name).map(quantity) },
    { file: "no-quantity", about: "Figures that are none: their texts hold no quantity.", rules: exclusions, tell: (name, text) => excluded(text, read).filter((rule) => rule === name).map(() => "none") },
    { file: "observations", about: "What a figure measures.", rules: measuredRules, tell: (name, text) => of("observations", name, observations(exampleText(text, registers)), observation) },
    { file: "dates", about: "Dates and periods, as ISO 8601.", rules: dateRules, tell: (_, text) => datesIn(text).map(({ value }) => value) },
    { file: "events", about: "What happened at a time: date, actors, deed.", rules: eventRules, tell: (name, text) => of("events", name, events(exampleText(text, registers)), (draft) => (draft.kind === "event" ? `${draft.timePeriod} ${draft.actors.join("、")} ${draft.action}` : "")) },
    { file: "documents", about: "Papers that are named.", rules: namings, tell: (name, text) => of("documents", name, documents(exampleText(text, registers)), titleOf) },
    { file: "documents", about: "Papers whose titles were lost with nothing left but the words around them.", rules: holes, tell: (name, text) => of("documents", name, documents(exampleText(text, registers)), titleOf) },
    { file: "transitions", about: "From one state to another.", rules: frames, tell: (name, text) => of("transitions", name, transitions(exampleText(text, registers)), (draft) => (draft.kind === "transition" ? `${draft.from} → ${draft.to}` : "")) },
    { file: "assessments", about: "What a text praises, sees coming, finds wanting or calls for.", rules: cues, tell: (name, text) => of("assessments", name, assessments(exampleText(text, registers)), (draft) => (draft.kind === "assessment" ? draft.stance : "")) },
    { file: "rosters", about: "Why a list of names is a roster.", rules: reasons, tell: (name, text) => of("rosters", name, rosters(exampleText(text, registers)), (draft) => (draft.kind === "roster" ? draft.members.join(" ") : "")) },
  ];
}
