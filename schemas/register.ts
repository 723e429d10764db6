/** Registers: data an editor may extend, read once at the door and handed in. Not here: finding names in text. */
import { z } from "zod";

/** A name or a word as it stands in a text: what is empty would be found everywhere, what nobody sees nowhere. */
const Word = z.string().refine((word) => word !== "" && word === word.trim() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(word), "a word is due here, not empty, without blanks around it or characters that nobody sees");

export const Region = z
  .object({
    code: z.string().regex(/^\d{6}$/u).describe("GB/T 2260"),
    name: z.string().describe("full name: 黑龙江省"),
    short: z.string().describe("usual short form: 黑龙江; the full name where there is none"),
    level: z.enum(["province", "prefecture", "county"]),
    parent: z.string().regex(/^\d{6}$/u).nullable().describe("code of the region above; null for a province"),
    former: z.array(z.string()).describe("names of regions that it has taken over, alone or with others: 襄樊市 → 襄阳市"),
  })
  .meta({ id: "Region", examples: [{ code: "420600", name: "襄阳市", short: "襄阳", level: "prefecture", parent: "420000", former: ["襄樊市", "襄樊"] }] });
export type Region = z.infer<typeof Region>;

/** A name that has gone, and who has taken its region over. */
export const FormerRegion = z
  .object({
    name: z.string().min(2).describe("full name that it had: 襄樊市"),
    code: z.string().regex(/^\d{6}$/u).describe("GB/T 2260, of the last register that has it"),
    until: z.int().min(1949).max(2100).describe("year in which the name ended"),
    now: z.array(z.string().regex(/^\d{6}$/u)).describe("codes of those that have taken it over, in the newest register; several leave it open, none says that none has"),
    short: z.string().min(2).nullable().describe("a short form that is no other word and no other place: 襄樊"),
  })
  .meta({ id: "FormerRegion", examples: [{ name: "襄樊市", code: "420600", until: 2011, now: ["420600"], short: "襄樊" }] });
export type FormerRegion = z.infer<typeof FormerRegion>;

export const Organisation = z
  .object({
    name: Word.describe("full name: 工业和信息化部"),
    short: z.array(Word).describe("usual short forms: 工信部"),
  })
  .meta({ id: "Organisation", examples: [{ name: "工业和信息化部", short: ["工信部"] }] });
export type Organisation = z.infer<typeof Organisation>;

/** One word of the language: how a stage uses it is the stage's business. */
export const Term = z
  .object({
    zh: Word,
    en: Word,
    same: z.array(Word).default([]).describe("other and former names of the same indicator: series join them under zh"),
  })
  .meta({ id: "Term", examples: [{ zh: "覆盖率", en: "coverage" }, { zh: "网民规模", en: "internet users", same: ["网民数"] }] });
export type Term = z.infer<typeof Term>;

/** A unit is letters and signs; what says how many belongs to the number: 万, 亿, 十万, 1. */
const UNIT = /^(?![万亿])(?![〇零一二两三四五六七八九十百千]+$)[\p{L}\p{M}%‰°℃/·²³]+$/u;

/** A word that a number may carry, and what is counted by it. */
export const Unit = z
  .object({
    unit: z.string().regex(UNIT, "a unit is a word or a sign, without figures, blanks and brackets, and does not begin with 万 or 亿, which belong to the number"),
    after: z.union([z.literal(""), Word]).describe("empty where it can be anything"),
  })
  .meta({ id: "Unit", examples: [{ unit: "件", after: "文件" }] });
export type Unit = z.infer<typeof Unit>;

export const Registers = z
  .object({
    regions: z.array(Region).describe("the register of the edition's year, in GB/T 2260 order"),
    regionsDate: z.string().describe("month of the register: 2013-08"),
    organisations: z.array(Organisation),
    units: z.array(Unit).describe("units that a number may carry, longest first, with what is counted"),
    glossary: z.array(Term).describe("Chinese terms with their English, longest first, for titles of tables"),
    pinyin: z.record(z.string(), z.string()).describe("readings of names that the usual ones get wrong: 厦门 → xia men"),
  })
  .meta({ id: "Registers", examples: [{ regions: [], regionsDate: "2013-08", organisations: [], units: [], glossary: [], pinyin: {} }] });
export type Registers = z.infer<typeof Registers>;

/** What the way of one text reads of them; the rest is the edition's, and its change leaves the texts as they were processed. */
export type TextRegisters = Pick<Registers, "regions" | "organisations" | "units">;
