/** What a figure shows, in words: its text alternative. The values as the text hedges them, then the extremes. Not here: the phrase of a row, which its rule words. */
import { greatest, least } from "d3-array";
import type { SeriesFigure, Table } from "../../schemas/table.ts";
import type { SeriesPlot, TilesPlot, TimelinePlot } from "./draft.ts";
import { hedged } from "./words.ts";

const KINDS: Readonly<Record<SeriesFigure["kind"], string>> = { bar: "横条图", column: "柱形图", line: "折线图", dot: "点图" };

/** 横条图：省级92.5%；县级约60%。数值最大的是省级（92.5%），最小的是县级（约60%）。 */
export function seriesInWords(kind: SeriesFigure["kind"], plot: SeriesPlot, table: Table): string {
  const extremes = plot.values.flatMap((key) => extremesOf(plot, key, table) ?? []);
  return `${KINDS[kind]}：${plot.words.join("；")}。${extremes.length > 0 ? `${extremes.join("；")}。` : ""}`;
}

/** Two values are their own extremes, equal ones have none, and those before and after a break are not compared. */
function extremesOf(plot: SeriesPlot, key: string, { columns, rows }: Table): string | null {
  if (plot.breaks?.some((one) => one.value === key) === true) return null;
  const at = (wanted: string) => columns.findIndex((column) => column.key === wanted);
  const named = rows.flatMap(({ cells }) => {
    const value = cells[at(key)];
    return typeof value === "number" ? [{ name: String(cells[at(plot.category)]), value }] : [];
  });
  const [high, low] = [greatest(named, ({ value }) => value), least(named, ({ value }) => value)];
  if (named.length < 3 || high === undefined || low === undefined || high.value === low.value) return null;
  const worded = ({ name, value }: { name: string; value: number }): string => {
    const hedge = plot.hedges?.find((one) => one.value === key && one.at === name);
    return `${/^\d{4}$/u.test(name) ? `${name}年` : name}（${hedged(value, hedge?.qualifier ?? null, plot.unit ?? "", hedge?.high ?? undefined)}）`;
  };
  const [most, fewest] = plot.unit === "位" ? ["最后", "最前"] : ["最大", "最小"];
  const series = plot.values.length > 1 ? columns[at(key)]!.title : plot.unit === "位" ? "位次" : "数值";
  return `${series}${most}的是${worded(high)}，${fewest}的是${worded(low)}`;
}

/** 方格地图：已设机构的2个省级地区（北京、天津）。 */
export function tilesInWords({ words }: TilesPlot): string {
  return `方格地图，每个省级地区一格：${words.join("；")}。`;
}

/** 时间轴，由先到后共3项：2013年9月甲市开通热线；… */
export function timelineInWords({ words }: TimelinePlot): string {
  return `时间轴，由先到后共${words.length}项：${words.join("；")}。`;
}
