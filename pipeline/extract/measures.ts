/** What kind of figure it is: a level, a growth, a change, a share, a rank. Not here: what it measures. */
import type { Measure } from "../../schemas/fact.ts";
import type { Quantity } from "./quantities.ts";

/** The measure of a figure by the words before and after it in its clause. */
export function measureOf(q: Quantity, pre: string, post: string): Measure {
  if (q.rank) return "rank";
  if (q.unit === "百分点" || /净增(?:加)?(?:了|约|近)?$/u.test(pre) || /增量[^，]{0,4}$/u.test(pre)) return "change";
  if (/(?:增长|增|增加|上升|下降|降低|减少|回落|提高|提升|增幅|增速|降幅)(?:了|约|近|超过|逾|达|达到|为)?$/u.test(pre) && /^(?:%|‰|倍)$/u.test(q.unit) && !/(?:到|至|达到?|为)$/u.test(pre.replace(/(?:增速|增幅|降幅)(?:达到?|为)$/u, ""))) return "growth";
  if (q.unit === "%" && (/占[^，]{0,20}$/u.test(pre) || /(?:占比|比重|比例|份额|贡献率)[^，]{0,6}$/u.test(pre))) return "share";
  if (q.unit === "%" && post.startsWith("的")) return "share";
  if (q.unit === "位" && /(?:提升|上升|前移|下降|跃升)(?:了)?$/u.test(pre)) return "change";
  return "level";
}

/** A figure of growth or change that falls: its value is negative. */
export const falls = (pre: string) => /(?:下降|降低|减少|回落|缩小|缩短|压减|下调)(?:了|约|近|超过|逾)?$/u.test(pre);
