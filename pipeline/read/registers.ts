/** The registers: regions of the edition's year from the dated registers of gb2260, the rest from sources/registers/. Not here: finding names in text. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { group } from "d3-array";
import { z } from "zod";
import type { FormerRegion, Region, Registers } from "../../schemas/register.ts";
import { EXIT, UserError } from "../messages.ts";
import { decode } from "./decode.ts";
import { bytesOf, inputOf, namesIn, type Input } from "./files.ts";
import { parseFormerRegions } from "./former-regions.ts";
import { parseGlossary, parseOrganisations, parsePinyin, parseUnits } from "./register-files.ts";

/** The files of sources/registers/, in the order their digests go into an edition's. */
export const REGISTER_FILES = ["organisations.yaml", "units.yaml", "glossary.yaml", "pinyin.yaml", "former-regions.csv"] as const;

/** `dir` is sources/registers/. Throws UserError 66 where a file is missing, 65 where it does not hold what it should. */
export function readRegisters(dir: string, year: number): Registers {
  const { month, path } = registerFile(year);
  const read = <T>(name: (typeof REGISTER_FILES)[number], parse: (path: string, text: string) => T): T => parse(join(dir, name), textOf(join(dir, name)));
  const newest = new Set(Object.keys(namesOf(registerFile(Infinity).path)));
  return {
    regions: regionsOf(namesOf(path), read("former-regions.csv", (file, text) => parseFormerRegions(file, text, newest))),
    regionsDate: `${month.slice(0, 4)}-${month.slice(4)}`,
    organisations: read("organisations.yaml", parseOrganisations),
    units: read("units.yaml", parseUnits).sort((a, b) => b.unit.length - a.unit.length),
    glossary: read("glossary.yaml", parseGlossary).sort((a, b) => b.zh.length - a.zh.length),
    pinyin: read("pinyin.yaml", parsePinyin),
  };
}

function textOf(path: string): string {
  return decode(path, bytesOf(path, { todo: `Check it out again: every edition needs all of ${REGISTER_FILES.join(", ")}.` })).text;
}

/** The registers' files with their digests: what an edition's digest is made from. */
export function registerInputs(dir: string, year: number): Input[] {
  const { month, path } = registerFile(year);
  return [inputOf(`registers/gb2260-${month}.json`, bytesOf(path)), ...REGISTER_FILES.map((name) => inputOf(`registers/${name}`, bytesOf(join(dir, name))))];
}

/** The newest dated register not later than the year's end; the oldest there is for years before it. */
function registerFile(year: number): { month: string; path: string } {
  const lib = dirname(createRequire(import.meta.url).resolve("gb2260"));
  const months = namesIn(lib).flatMap((file) => /^(\d{6})\.json$/u.exec(file)?.[1] ?? []);
  const month = months.findLast((month) => Number(month.slice(0, 4)) <= year) ?? months[0];
  if (month === undefined) throw new UserError(EXIT.noInput, `${lib}: the package gb2260 has no registers. Install the packages again with npm ci.`);
  return { month, path: join(lib, `${month}.json`) };
}

const Names = z.record(z.string().regex(/^\d{6}$/u), z.string());

/** A dated register of the package. */
function namesOf(path: string): Record<string, string> {
  try {
    return Names.parse(JSON.parse(textOf(path)));
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw new UserError(EXIT.badData, `${path}: this is not a register of regions, codes with names. Install the packages again with npm ci.`, { cause: thrown });
  }
}

/** Entries that group others and are no places: 市辖区, 县, 省直辖县级行政区划. */
const GROUPING = /^(?:市辖区|县|市|(?:省|自治区)直辖.*)$/u;

/** A register of codes and names → regions in the order of their codes, each with the names of those that it has taken over. */
export function regionsOf(register: Readonly<Record<string, string>>, gone: readonly FormerRegion[] = []): Region[] {
  const regions: Region[] = [];
  const taken = new Set<string>(); // short forms of tiers above: 吉林 is the province, so 吉林市 keeps its full name
  const entries = Object.entries(register).filter(([, name]) => !GROUPING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const known = new Set(entries.map(([code]) => code));
  const former = formerNames(gone, new Map(entries));
  for (const level of ["province", "prefecture", "county"] as const) {
    const tier = entries.filter(([code]) => levelOf(code) === level).map(([code, name]): Region => {
      const short = shortOf(name, level);
      return { code, name, short: taken.has(short) ? name : short, level, parent: parentOf(code, level, known), former: former.get(code) ?? [] };
    });
    for (const { short } of tier) taken.add(short);
    regions.push(...tier);
  }
  return regions.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Code → the former names that lead to it in this register. A name that a region of the register bears is not a former one. */
function formerNames(gone: readonly FormerRegion[], register: ReadonlyMap<string, string>): Map<string, string[]> {
  const current = new Set(register.values());
  const stillThere = group(gone.filter(({ code, name, now }) => now.length === 1 && register.get(code) === name), ({ now }) => now[0]!);
  const names = new Map<string, string[]>();
  for (const one of gone) {
    if (current.has(one.name)) continue;
    const codes = one.now.map((now) => successorIn(register, one, now, stillThere.get(now) ?? []));
    if (codes.includes(undefined)) continue; // some of those that have taken it over are not there yet: whoever is must not get it alone
    for (const code of codes) {
      const led = names.get(code!) ?? [];
      led.push(one.name, ...(one.short === null ? [] : [one.short]));
      names.set(code!, led);
    }
  }
  return names;
}

/** The code under which today's successor stands in a register that may be older: 获鹿县, today 鹿泉区, is 鹿泉市 in 2013; undefined where it cannot be told.
 *
 * earlier   names with the same successor that the register still has: 胶南市 for 胶南县, which went on as 胶南市 before it became part of 黄岛区 */
function successorIn(register: ReadonlyMap<string, string>, one: FormerRegion, now: string, earlier: readonly FormerRegion[]): string | undefined {
  const later = earlier.filter(({ until }) => until > one.until);
  const goesOn = later.find(({ name }) => stemOf(name) === stemOf(one.name));
  if (goesOn) return goesOn.code;
  if (register.has(now)) return now;
  return later.length === 1 ? later[0]!.code : undefined;
}

function stemOf(name: string): string {
  return name.replace(/(?:地区|[县市区盟旗])$/u, "");
}

function levelOf(code: string): Region["level"] {
  return code.endsWith("0000") ? "province" : code.endsWith("00") ? "prefecture" : "county";
}

/** The region above. A county of a municipality (北京市海淀区) or one under a province directly belongs to the province. */
function parentOf(code: string, level: Region["level"], known: ReadonlySet<string>): string | null {
  if (level === "province") return null;
  const prefecture = `${code.slice(0, 4)}00`;
  return level === "county" && known.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
}

/** Peoples in the names of autonomous regions and prefectures; 蒙古 after 蒙古族, 哈尼族 before a shorter end. */
const PEOPLE_NAMES = ["土家族", "布依族", "哈尼族", "傈僳族", "景颇族", "朝鲜族", "蒙古族", "维吾尔", "哈萨克", "柯尔克孜", "蒙古", "苗族", "藏族", "羌族", "彝族", "侗族", "壮族", "白族", "傣族", "回族"];

/** 北京市 → 北京, 内蒙古自治区 → 内蒙古, 延边朝鲜族自治州 → 延边州, 义乌市 → 义乌; the full name where no short form is usual or it is one character long. */
function shortOf(name: string, level: Region["level"]): string {
  const short = level === "province" ? provinceShort(name) : level === "prefecture" ? prefectureShort(name) : name.replace(/市$/u, "");
  return short.length >= 2 ? short : name;
}

function provinceShort(name: string): string {
  if (name.endsWith("自治区")) return name === "内蒙古自治区" ? "内蒙古" : withoutPeoples(name.slice(0, -3));
  return name.replace(/特别行政区$|[省市]$/u, "");
}

function prefectureShort(name: string): string {
  if (name.endsWith("自治州")) return `${withoutPeoples(name.slice(0, -3))}州`;
  return name.replace(/地区$|市$/u, "");
}

function withoutPeoples(name: string): string {
  const people = PEOPLE_NAMES.find((one) => name.endsWith(one));
  return people === undefined ? name : withoutPeoples(name.slice(0, -people.length));
}
