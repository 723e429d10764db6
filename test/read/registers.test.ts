import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readRegisters, registerInputs, regionsOf } from "../../pipeline/read/registers.ts";
import { Registers } from "../../schemas/register.ts";

const DIR = fileURLToPath(new URL("../../sources/registers", import.meta.url));
const registers = readRegisters(DIR, 2013);
const region = (code: string) => registers.regions.find((one) => one.code === code);

test("the registers are what their schema says", () => expect(Registers.parse(registers)).toEqual(registers));

test.each([
  [2013, "2013-08"],
  [2014, "2014-10"],
  [2030, "2016-07"], // the newest there is
  [1990, "2002-12"], // the oldest there is
])("the regions of %i are those of %s", (year, month) => expect(readRegisters(DIR, year).regionsDate).toBe(month));

describe("regions", () => {
  test("are 34 of the province's tier, 31 of them on the mainland", () => {
    const provinces = registers.regions.filter(({ level }) => level === "province");
    expect(provinces).toHaveLength(34);
    expect(provinces.slice(-3).map(({ short }) => short)).toEqual(["台湾", "香港", "澳门"]);
  });

  test.each([
    ["110000", "北京", "province", null],
    ["150000", "内蒙古", "province", null],
    ["450000", "广西", "province", null],
    ["650000", "新疆", "province", null],
    ["370200", "青岛", "prefecture", "370000"],
    ["220200", "吉林市", "prefecture", "220000"], // 吉林 is the province
    ["222400", "延边州", "prefecture", "220000"],
    ["532500", "红河州", "prefecture", "530000"],
    ["110108", "海淀区", "county", "110000"], // 110100 市辖区 is no place
    ["330782", "义乌", "county", "330700"],
    ["429004", "仙桃", "county", "420000"], // 省直辖县级行政区划 is no place
  ])("%s is %s, %s, under %s", (code, short, level, parent) => expect(region(code)).toMatchObject({ short, level, parent }));

  test("leave out what groups others and is no place", () => {
    expect(regionsOf({ 110000: "北京市", 110100: "市辖区", 110101: "东城区", 110200: "县", 429000: "省直辖县级行政区划" }).map(({ name }) => name)).toEqual(["北京市", "东城区"]);
  });

  test("have a parent that is there", () => {
    const codes = new Set(registers.regions.map(({ code }) => code));
    expect(registers.regions.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([]);
  });
});

test("units and terms come longest first", () => {
  for (const words of [registers.units.map(({ unit }) => unit), registers.glossary.map(({ zh }) => zh)]) {
    expect(words.map((word) => word.length)).toEqual(words.map((word) => word.length).sort((a, b) => b - a));
    expect(new Set(words).size).toBe(words.length);
  }
});

test("an organisation has one name, and no short form means two of them", () => {
  const names = registers.organisations.flatMap(({ name, short }) => [name, ...short]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("what was read is named with its digest, never by an absolute path", () => {
  expect(registerInputs(DIR, 2013).map(({ path }) => path)).toEqual(["registers/gb2260-201308.json", "registers/organisations.yaml", "registers/units.yaml", "registers/glossary.yaml", "registers/pinyin.yaml"]);
});

test("a register that is missing stops the run", () => expect(() => readRegisters("/nowhere", 2013)).toThrow(expect.objectContaining({ exitCode: 66 })));
