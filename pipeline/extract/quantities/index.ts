/** Quantities of a passage: number, unit, qualifier. Not here: what is measured. Forms of numbers after GB/T 15835—2011. */
import { halfWidth } from "../numerals.ts";
import { COUNTING, MEASURING } from "../units.ts";
import { bareCounts } from "./bare-counts.ts";
import { figures } from "./figures.ts";
import { folds, halves, parts, tenths } from "./parts.ts";
import { alternation } from "./qualifiers.ts";
import type { Context, Quantity, QuantityRule } from "./quantity.ts";
import { ranks } from "./ranks.ts";
import { scores } from "./scores.ts";
import { spansOfTime } from "./spans-of-time.ts";

export type { Quantity } from "./quantity.ts";

/** Units that no list need name. 个百分点 comes before 个. */
const ALWAYS = ["个百分点", "百分点", "%", "‰"];

/** A territory or an office after a number is part of a name (九市一区) or the thing counted (18个市: 个 is the unit); a span of time is no quantity, nor is an ordinal of meetings. */
const NOT_COUNTED = /^(?:个?(?:省|市|县|区|乡|镇|村|州|省份|省市|省区市|省区|城市|部门|单位|网站)|个?[年月日天周]|个?小时|个?工作日|分钟|秒|成|届|轮|步|点|章|度|字|页|条线路|站)$/u;
const readers = new Map<string, QuantityReader>();

/** Quantities of a text, in order. `noted` hears of each figure that is none, and by which rule. */
export type QuantityReader = (text: string, noted?: Context["noted"]) => Quantity[];

/** A reader for a register's units. The patterns are built once.
 *
 * units   units and measure words, in any order; those that official prose uses everywhere are known */
export function quantityReader(units: readonly string[]): QuantityReader {
  const key = units.join(" ");
  const known = readers.get(key);
  if (known) return known;
  const all = [...new Set([...ALWAYS, ...[...units, ...MEASURING, ...COUNTING].filter((u) => !NOT_COUNTED.test(u)).sort((a, b) => b.length - a.length)])];
  const alternatives = alternation(all);
  const reader: QuantityReader = (text, noted) => {
    const plain = halfWidth(text);
    return quantityRules.flatMap(({ name, needs, read }) => (needs.test(plain) ? read(plain, { units: alternatives, noted }).map((quantity) => ({ ...quantity, rule: name })) : [])).sort((a, b) => a.start - b.start || b.end - a.end).filter(apart());
  };
  readers.set(key, reader);
  return reader;
}

export const quantityRules: readonly QuantityRule[] = [
  {
    name: "half", says: "一半, 半数, 过半: half of the whole, in per cent",
    needs: /半/u, read: halves,
    examples: { 超过一半的村: ["over 50 %"], 近半农户: ["nearly 50 %"], 过半学校: ["over 50 %"] }, leaves: ["过半数通过", "近半年来"],
  },
  {
    name: "part", says: "三分之二: a part of the whole, in per cent",
    needs: /分之/u, read: parts,
    examples: { 五分之二的农户: ["40 %"], 超过四分之三: ["over 75 %"] }, leaves: ["百分之六", "二分之三"],
  },
  {
    name: "tenths", says: "七成, 三成五, 两到三成: tenths, in per cent",
    needs: /成/u, read: tenths,
    examples: { 覆盖面在七成以上: ["atLeast 70 %"], 近三成五的农户: ["nearly 35 %"], 降价两到三成: ["range 20–30 %"] }, leaves: ["成三成功", "七成熟"],
  },
  {
    name: "fold", says: "翻一番: doublings",
    needs: /番/u, read: folds,
    examples: { 总产值翻两番: ["2 番"], 翻了一番多: ["over 1 番"] }, leaves: ["翻几番"],
  },
  {
    name: "rank", says: "居第4位, 列首位, 排名前三: a place in an order",
    needs: /第|[首榜]位|榜首|之[冠首]|前[\d三四五六八十]/u, read: ranks,
    examples: { 居全市第6位: ["6 位"], 列全省首位: ["1 位"], 位居全国前三: ["atMost 3 位"], "分列全市第二、第三位": ["2 位", "3 位"], 为各镇之冠: ["1 位"] }, leaves: ["稳居第一梯队", "成为第一产业", "居首批"],
  },
  {
    name: "span-of-time", says: "回收期70天, 时限压缩至5个工作日: how long something takes, where that is what is measured",
    needs: /[天年月日时钟秒]/u, read: spansOfTime,
    examples: { "平均回收期70.1天": ["70.1 天"], "办理时限压缩至3到5个工作日": ["range 3–5 工作日"], "平均用时约20分钟": ["about 20 分钟"], "账期延长4.2天": ["4.2 天"] }, leaves: ["连续24个月", "历时3年", "2013年"],
  },
  {
    name: "bare-count", says: "等6市, 3部门: places and offices without a classifier",
    needs: /\d[省市县区部单乡镇村国]/u, read: bareCounts,
    examples: { "东河、西河等6市开通": ["6 个"], "教育等7部门联合印发": ["7 个"] }, leaves: ["5市长", "2013年4县"],
  },
  {
    name: "score", says: "得分79.0分: points, where the text speaks of scores",
    needs: /\d分/u, read: scores,
    examples: { "甲馆得分79.0分": ["79 分"], "甲馆评分居首，为92分": ["92 分"] }, leaves: ["用时79分钟", "79分馆", "得分居首"],
  },
  {
    name: "figure", says: "a number with its unit, its multiplier and the qualifiers before and after it; ranges; units that stand with the last of a row",
    needs: /[\d零〇一二两三四五六七八九十百千万亿]/u, read: figures,
    examples: {
      "接待约28.6万人次": ["about 286000 人次"], 一万五千亿元: ["1500000000000 元"], "降低5%—20%": ["range 5–20 %"], "3到5万户": ["range 30000–50000 户"],
      百分之六点五: ["6.5 %"], 千分之三: ["3 ‰"], "高2.7、3个百分点": ["2.7 百分点", "3 百分点"], "限值35微克/立方米": ["35 微克/立方米"],
      "帮扶4.2万脱贫人口": ["42000 人"], 两千余人: ["over 2000 人"],
    },
    leaves: ["2013年9月12日", "九市一区"],
  },
];

/** Keeps what does not overlap what was kept before it. */
function apart(): (q: Quantity) => boolean {
  let end = 0;
  return (q) => {
    if (q.start < end) return false;
    end = q.end;
    return true;
  };
}
