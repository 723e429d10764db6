/** All rules of extraction, file by file, as `docs/rules.md` lists them and `test/extract/rules.test.ts` runs them. Not here: any rule. */
import type { Registers } from "../../schemas/register.ts";
import type { Draft } from "./draft.ts";
import { exampleText } from "./example.ts";
import { measuredRules } from "./indicators.ts";
import { exclusions } from "./quantities/no-quantity.ts";
import { observations } from "./observations.ts";
import { quantityReader, quantityRules, type Quantity, type QuantityReader } from "./quantities/index.ts";
import { rosters } from "./rosters/index.ts";
import { reasons } from "./rosters/reasons.ts";
import type { RuleBook } from "./rule.ts";

/** "over 12000 户": a quantity as examples print it. */
const quantity = ({ value, valueHigh, qualifier, unit }: Pick<Quantity, "value" | "valueHigh" | "qualifier" | "unit">) =>
  `${qualifier === "exact" ? "" : `${qualifier} `}${value}${valueHigh === undefined ? "" : `–${valueHigh}`} ${unit}`;

/** "货运量 8.1 % growth": an observation as examples print it. */
const observation = (draft: Draft) => (draft.kind === "observation" ? `${draft.indicator} ${quantity({ ...draft })} ${draft.measure}` : "");

/** The rules that kept figures of a text out, where no quantity is left. */
function excluded(text: string, read: QuantityReader): string[] {
  const by: string[] = [];
  return read(text, (rule) => by.push(rule)).length > 0 ? [] : by;
}

/** The rules of every file, in the order of the stages. */
export function ruleBooks(registers: Registers): RuleBook[] {
  const read = quantityReader(registers.units.map(({ unit }) => unit));
  return [
    { file: "quantities", about: "A number with its unit and qualifiers.", rules: quantityRules, tell: (name, text) => read(text).filter(({ rule }) => rule === name).map(quantity) },
    { file: "no-quantity", about: "Figures that are none: their texts hold no quantity.", rules: exclusions, tell: (name, text) => excluded(text, read).filter((rule) => rule === name).map(() => "none") },
    // { file: "dates", about: "Dates and periods, as ISO 8601.", rules: dateRules, tell: (_, text) => datesIn(text).map(({ value }) => value) },
    { file: "observations", about: "What a figure measures.", rules: measuredRules, tell: (name, text) => observations(exampleText(text, registers)).filter(({ rule }) => rule === `observations/${name}`).map(observation) },
    { file: "rosters", about: "Why a list of names is a roster.", rules: reasons, tell: (name, text) => rosters(exampleText(text, registers)).flatMap((draft) => (draft.kind === "roster" && draft.rule === `rosters/${name}` ? [draft.members.join(" ")] : [])) },
  ];
}
