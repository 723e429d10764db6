/** Names of places: what the register knows, what was called otherwise, what is left open, and what counts only in a list of places. */
import { describe, expect, test } from "vitest";
import { isPlaceName, placeReader, regionOf } from "../../pipeline/extract/places.ts";
import { registers } from "../fixtures/registers.ts";

const { regions } = registers;
const read = (text: string) => placeReader(regions)(text).map(({ start, end, region }) => [text.slice(start, end), region?.code ?? null]);

test("names are read longest first, each with its region", () => {
  expect(placeReader(regions)("呼和浩特市和黑龙江").map(({ region }) => region?.code)).toEqual(["150100", "230000"]);
});

describe("a name is the region that bears it", () => {
  test.each([
    ["海淀区", "110108"],
    ["广西", "450000"],
    ["内蒙古", "150000"],
    ["新疆", "650000"],
    ["宁夏", "640000"],
    ["西藏", "540000"],
    ["吉林", "220000"], // the province
    ["吉林省", "220000"],
    ["吉林市", "220200"], // the city keeps its full name
    ["恩施州", "422800"],
    ["湘西州", "433100"],
    ["延边州", "222400"],
    ["凉山州", "513400"],
    ["西双版纳州", "532800"],
    ["伊犁州", "654000"],
    ["恩施土家族苗族自治州", "422800"],
    ["恩施市", "422801"],
    ["巢湖市", "340181"], // the county's tier since 2011; the prefecture is gone
    ["通州区", null], // 北京 and 南通
  ])("%s is %s", (name, code) => expect(regionOf(name, regions)?.code ?? null).toBe(code));
});

describe("a name that several regions bear is a place, and which one stays open", () => {
  test.each(["朝阳区", "鼓楼区", "铁西区", "河东区", "西湖区", "新华区"])("%s", (name) => {
    expect(regionOf(name, regions)).toBeNull();
    expect(placeReader(regions)(`${name}新增登记窗口`)[0]).toEqual({ start: 0, end: name.length, region: null });
  });
});

test("what has no code is no region: the corps of Xinjiang, parts of the country", () => {
  for (const name of ["新疆生产建设兵团", "生产建设兵团", "长三角", "两湖"]) expect(regionOf(name, regions)).toBeNull();
});

describe("a name that has gone is the region that took it over", () => {
  test.each([
    ["襄樊市", "420600"], // 襄阳市
    ["襄樊", "420600"],
    ["思茅市", "530800"], // 普洱市
    ["荆沙市", "421000"], // 荆州市
    ["淮阴市", "320800"], // 淮安市
    ["万县市", "500101"], // 万州区
    ["涪陵市", "500102"],
    ["东川市", "530113"],
    ["渡口市", "510400"], // 攀枝花市
    ["大庸市", "430800"], // 张家界市
    ["咸宁地区", "421200"],
    ["孝感地区", "420900"],
    ["商洛地区", "611000"],
    ["宜春地区", "360900"],
    ["昌潍地区", "370700"], // 潍坊地区, then 潍坊市
    ["伊克昭盟", "150600"], // 鄂尔多斯市
    ["哲里木盟", "150500"], // 通辽市
    ["崇文区", "110101"],
    ["宣武区", "110102"],
    ["通县", "110112"], // as a whole word
    ["鄞县", "330212"],
    ["萧山市", "330109"],
    ["番禺市", "440113"],
    ["顺德市", "440606"],
    ["获鹿县", "130185"], // 鹿泉市 in 2013, 鹿泉区 since
    ["漾濞县", "532922"], // 漾濞彝族自治县
    ["渭南县", "610502"], // the city of the county's tier, then 临渭区; not the prefecture
    ["中甸县", "533421"], // 香格里拉县
    ["路南彝族自治县", "530126"], // 石林彝族自治县
  ])("%s is %s", (name, code) => expect(regionOf(name, regions)?.code ?? null).toBe(code));
});

describe("where several took it over, or nobody did, it is open", () => {
  test.each(["锡山市", "无锡县", "莆田县", "雁北地区", "巢湖地区", "万县地区"])("%s", (name) => expect(regionOf(name, regions)).toBeNull());
});

describe("in running text", () => {
  test.each([
    ["襄樊市的三家汽车厂", [["襄樊市", "420600"]]],
    ["从襄樊到宜昌", [["襄樊", "420600"], ["宜昌", "420500"]]],
    ["锡山市的乡镇企业", [["锡山市", null]]],
    ["原孝感地区七县", [["孝感地区", "420900"]]],
  ])("%s", (text, places) => expect(read(text)).toEqual(places));

  test.each([
    ["认定县级龙头企业四家", []], // 定县
    ["经营恢复县前水平", []], // 复县
    ["千万县民共享", []], // 万县
    ["安康县域经济提速", [["安康", "610900"]]], // the counties of 安康, not 安康县 of old
    ["宁德县级医院改革", [["宁德", "350900"]]],
    ["番禺市场上的鲜菜", []],
  ])("a former name within other words is none: %s", (text, places) => expect(read(text)).toEqual(places));
});

describe("in a list, short names of counties and parts of the country are places too", () => {
  test.each(["平塘", "三都", "关中", "长三角", "青岛", "海淀", "渡口市", "通县"])("%s", (name) => expect(isPlaceName(name, regions)).toBe(true));
  test.each(["茶叶", "关", "中部地带", "渡口"])("not %s", (name) => expect(isPlaceName(name, regions)).toBe(false));
});

describe("every region of the register", () => {
  const bearers = new Map<string, number>();
  for (const { name } of regions) bearers.set(name, (bearers.get(name) ?? 0) + 1);

  test("is found by its full name, where no other bears it", () => {
    const missed = regions.filter(({ name, code }) => bearers.get(name) === 1 && regionOf(name, regions)?.code !== code);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test("stays open where others bear its name", () => expect(regions.filter(({ name }) => bearers.get(name)! > 1 && regionOf(name, regions) !== null)).toEqual([]));

  test("is read in a sentence as the whole of its name", () => {
    const found = placeReader(regions);
    expect(regions.filter(({ name }) => { const [first] = found(`${name}新增登记窗口`); return first?.start !== 0 || first.end !== name.length; }).map(({ name }) => name)).toEqual([]);
  });

  test("is a name for lists", () => expect(regions.filter(({ name, short }) => !isPlaceName(name, regions) || (short.length > 1 && !isPlaceName(short, regions))).map(({ name }) => name)).toEqual([]));
});
