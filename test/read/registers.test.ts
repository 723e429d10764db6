import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseFormerRegions } from "../../pipeline/read/former-regions.ts";
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

describe("former names", () => {
  const HEAD = "name,code,until,now,short\n";
  const gone = parseFormerRegions("former-regions.csv", readFileSync(`${DIR}/former-regions.csv`, "utf8"));
  const newest = new Map(readRegisters(DIR, 2030).regions.map(({ code, name }) => [code, name]));

  test("are many, and lead to codes of the newest register", () => {
    expect(gone.length).toBeGreaterThan(1000);
    expect(gone.flatMap(({ now }) => now).filter((code) => !newest.has(code))).toEqual([]);
  });

  test("are names that nobody bears today, but for seven cities that have another code or tier", () => {
    const today = new Set(newest.values());
    expect(gone.filter(({ name }) => today.has(name)).map(({ name }) => name).toSorted()).toEqual(["儋州市", "吐鲁番市", "哈密市", "定州市", "日喀则市", "简阳市", "辛集市"]);
  });

  test("that end in the years of the dated registers are in one of them, under their code", () => {
    const years = Array.from({ length: 15 }, (_, i) => readRegisters(DIR, 2002 + i).regions);
    expect(gone.filter(({ until }) => until > 2003).filter(({ code, name }) => !years.some((regions) => regions.some((one) => one.code === code && one.name === name))).map(({ name }) => name)).toEqual([]);
  });

  test.each([
    [2010, "420600", "襄樊市", ["襄阳地区"]],
    [2013, "420600", "襄阳市", ["襄阳地区", "襄樊市", "襄樊"]],
    [2013, "130185", "鹿泉市", ["获鹿县"]],
    [2016, "130110", "鹿泉区", ["获鹿县", "鹿泉市"]],
    [2012, "370284", "胶南市", ["胶南县"]], // 黄岛区 in 2013
    [2008, "310115", "浦东新区", ["川沙县"]], // 南汇区 joins it in 2009
    [2008, "310119", "南汇区", ["南汇县"]],
    [2013, "130181", "辛集市", ["束鹿县"]],
  ])("in %i %s is %s and was %j", (year, code, name, former) => {
    const one = readRegisters(DIR, year).regions.find((region) => region.code === code);
    expect(one?.name).toBe(name);
    expect(one?.former.toSorted()).toEqual(former.toSorted());
  });

  test("that several took over are with all of them, or with none where one is not there yet", () => {
    const cut = [{ name: "大县", code: "110129", until: 2000, now: ["110101", "110102"], short: null }];
    expect(regionsOf({ 110101: "东城区", 110102: "西城区" }, cut).map(({ former }) => former)).toEqual([["大县"], ["大县"]]);
    expect(regionsOf({ 110101: "东城区" }, cut).map(({ former }) => former)).toEqual([[]]);
  });

  test("that a region bears are not former", () => {
    expect(regionsOf({ 110101: "东城区", 110102: "大县" }, [{ name: "大县", code: "110129", until: 2000, now: ["110101"], short: null }]).map(({ former }) => former)).toEqual([[], []]);
  });

  test.each([
    ["other columns", "name,code\n", "f.csv:1: the columns are not name,code,until,now,short. Write them so."],
    ["a code of five digits", `${HEAD}襄樊市,42060,2011,420600,\n`, "f.csv:2: code: a code of six digits. Correct it."],
    ["a year before the registers", `${HEAD}襄樊市,420600,1011,420600,\n`, "f.csv:2: until: "],
    ["a cell too few", `${HEAD}襄樊市,420600,2011,420600\n`, "f.csv:2: 4 columns, not 5."],
    ["a line that stands twice", `${HEAD}襄樊市,420600,2011,420600,\n襄樊市,420600,2010,420600,\n`, "f.csv:3: 襄樊市 420600 stands in line 2 too. Take one of them out."],
  ])("%s: the mistake is told with its line", (_, text, message) => expect(() => parseFormerRegions("f.csv", text)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringContaining(message) })));

  test("may come from a spreadsheet: a mark at the start, lines of Windows", () => {
    expect(parseFormerRegions("f.csv", `\uFEFF${HEAD.trim()}\r\n永川地区,512100,1983,,\r\n`)).toEqual([{ name: "永川地区", code: "512100", until: 1983, now: [], short: null }]);
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

describe("organisations by their usual short forms", () => {
  const full = new Map(registers.organisations.flatMap(({ name, short }) => short.map((form) => [form, name] as const)));
  test.each([
    ["中办", "中共中央办公厅"],
    ["国办", "国务院办公厅"],
    ["中组部", "中共中央组织部"],
    ["全国人大常委会", "全国人民代表大会常务委员会"],
    ["全国政协", "中国人民政治协商会议全国委员会"],
    ["最高法", "最高人民法院"],
    ["最高检", "最高人民检察院"],
    ["国家监委", "国家监察委员会"],
    ["民盟中央", "中国民主同盟"],
    ["全国工商联", "中华全国工商业联合会"],
    ["国家发改委", "国家发展和改革委员会"],
    ["发改委", "国家发展和改革委员会"],
    ["工信部", "工业和信息化部"],
    ["人社部", "人力资源和社会保障部"],
    ["住建部", "住房和城乡建设部"],
    ["网信办", "国家互联网信息办公室"],
    ["数据局", "国家数据局"],
    ["国资委", "国务院国有资产监督管理委员会"],
    ["市场监管总局", "国家市场监督管理总局"],
    ["卫健委", "国家卫生健康委员会"],
    ["文旅部", "文化和旅游部"],
    ["国家粮储局", "国家粮食和物资储备局"],
    ["国新办", "国务院新闻办公室"],
    ["银保监会", "中国银行保险监督管理委员会"],
    ["外经贸部", "对外贸易经济合作部"],
    ["中科院", "中国科学院"],
    ["社科院", "中国社会科学院"],
    ["新华社", "新华通讯社"],
  ])("%s is %s", (short, name) => expect(full.get(short)).toBe(name));
});

test("what was read is named with its digest, never by an absolute path", () => {
  expect(registerInputs(DIR, 2013).map(({ path }) => path)).toEqual(["registers/gb2260-201308.json", "registers/organisations.yaml", "registers/units.yaml", "registers/glossary.yaml", "registers/pinyin.yaml", "registers/former-regions.csv"]);
});

test("a register that is missing stops the run", () => expect(() => readRegisters("/nowhere", 2013)).toThrow(expect.objectContaining({ exitCode: 66 })));
