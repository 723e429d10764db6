/** What kind of figure it is: a level, a growth, a change, a share, a rank. Not here: what it measures. */
import type { Measure } from "../../schemas/fact.ts";
import type { Quantity } from "./quantities/index.ts";

/** The measure of a figure by the words before and after it in its clause. */
export function measureOf(q: Quantity, pre: string, post: string): Measure {
  if (q.rank) return "rank";
  if (q.unit === "番") return "growth";
  if (q.unit === "百分点" || q.unit === "基点" || /净[增减](?:加|少)?(?:了|约|近)?$/u.test(pre) || /增量[^，]{0,4}$/u.test(pre)) return "change";
  if (/(?:增长|增|增加|上升|下降|降低|减少|回落|提高|提升|增幅|增速|涨幅|降幅|跌幅|减幅|上涨|贬值|升值|扩大|加快|放缓|放慢|收窄|微增|微降|(?:均|各|同比|环比|较上年|比上年|再|又|略|小幅|大幅)[增升涨降跌减]|下跌|下调|上调|精简|削减|偏多|偏少|偏高|偏低|压减|压缩|缩短|速度|增长目标|减产|增产|减收|增收)(?:均|分别)?(?:了|约|近|超过|逾|达|达到|为|在)?$/u.test(pre) && /^(?:%|‰|倍)$/u.test(q.unit) && !/(?:到|至|达到?|为)$/u.test(pre.replace(/(?:增速|增幅|涨幅|降幅|跌幅|减幅|速度|目标)(?:均|分别)?(?:达到?|为|在)$/u, ""))) return "growth";
  if (q.unit === "%" && (/占[^，]{0,20}$/u.test(pre) || /(?:占比|比重|比例|份额|贡献率)[^，]{0,6}$/u.test(pre))) return "share";
  if (q.unit === "%" && post.startsWith("的")) return "share";
  // 贫困人口减少80万人, 寿命提高1岁: by how much, in the unit
  if (/(?:^|\p{Script=Han})(?:增加|减少|提高|下降|降低|上升|缩短|延长|压减|净增|净减|增收|减收|扩大|收窄|微增|微降|多|少)(?:了|约|近)?$/u.test(pre) && /^(?:[、，；]|和|$)/u.test(post)) return "change";
  if (q.unit === "位" && /(?:提升|上升|前移|下降|跃升)(?:了)?$/u.test(pre)) return "change";
  return "level";
}

/** A figure of growth or change that falls: its value is negative. */
export const falls = (pre: string) => BELOW.test(pre) || /(?:下降|降低|减少|回落|收窄|放缓|放慢|贬值|净减|微降|跌幅|减幅|(?:均|各|同比|环比|较上年|比上年|再|又|略|小幅|大幅|期)[降跌减低少]|缩小|缩短|压减|压缩|削减|偏少|偏低|精简|下跌|下调|降幅|减产|减收)(?:均|分别|达到?|为|在|了|约|近|超过|逾)?$/u.test(pre);

/** 低于全国平均3个百分点, 比上年少5张: the difference is one downward. */
const BELOW = /(?:低于|少于|慢于)[^，。；、]{1,12}$|[比较][^，。；、]{1,8}[少低慢](?:了)?$/u;
