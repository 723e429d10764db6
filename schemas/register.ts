/** Registers: data an editor may extend, read once at the door and handed in. Not here: finding names in text. */
import { z } from "zod";

export const Region = z
  .object({
    code: z.string().regex(/^\d{6}$/u).describe("GB/T 2260"),
    name: z.string().describe("full name: 黑龙江省"),
    short: z.string().describe("usual short form: 黑龙江; the full name where there is none"),
    level: z.enum(["province", "prefecture", "county"]),
    parent: z.string().regex(/^\d{6}$/u).nullable().describe("code of the region above; null for a province"),
  })
  .meta({ id: "Region", examples: [{ code: "230000", name: "黑龙江省", short: "黑龙江", level: "province", parent: null }] });
export type Region = z.infer<typeof Region>;

export const Organisation = z
  .object({
    name: z.string().describe("full name: 工业和信息化部"),
    short: z.array(z.string()).describe("usual short forms: 工信部"),
  })
  .meta({ id: "Organisation", examples: [{ name: "工业和信息化部", short: ["工信部"] }] });
export type Organisation = z.infer<typeof Organisation>;

/** One word of the language: how a stage uses it is the stage's business. */
export const Term = z
  .object({ zh: z.string(), en: z.string() })
  .meta({ id: "Term", examples: [{ zh: "覆盖率", en: "coverage" }] });
export type Term = z.infer<typeof Term>;

export const Registers = z
  .object({
    regions: z.array(Region).describe("the register of the edition's year, in GB/T 2260 order"),
    regionsDate: z.string().describe("month of the register: 2013-08"),
    organisations: z.array(Organisation),
    units: z.array(z.object({ unit: z.string(), after: z.string() })).describe("units that a number may carry, longest first, with what is counted"),
    glossary: z.array(Term).describe("Chinese terms with their English, longest first, for titles of tables"),
    pinyin: z.record(z.string(), z.string()).describe("readings of names that the usual ones get wrong: 厦门 → xia men"),
  })
  .meta({ id: "Registers", examples: [{ regions: [], regionsDate: "2013-08", organisations: [], units: [], glossary: [], pinyin: {} }] });
export type Registers = z.infer<typeof Registers>;
