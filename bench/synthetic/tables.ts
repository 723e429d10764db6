/** Statistical tables of invented places: five columns of figures, rows by the dozen. Not here: tables that facts make (tabulate). */
import type { Table, TableColumn } from "../../schemas/table.ts";
import { between, oneOf, type Random } from "../random.ts";
import { FIELDS, placeName } from "./words.ts";

const ROWS = 60;
const TABLES_A_PAGE = 0.52; // 60 rows, heads and notes take a little less than two pages

const column = (key: string, title: string, titleEn: string, type: TableColumn["type"], decimals: number | null, unit: string | null = null): TableColumn => ({ key, title, titleEn, type, unit, decimals, width: 8, description: titleEn });

/** Tables that fill about `pages` pages. */
export function syntheticTables(pages: number, random: Random): Table[] {
  return Array.from({ length: Math.max(1, Math.round(pages * TABLES_A_PAGE)) }, (_, n): Table => ({
    id: `made-${n + 1}`, number: String(n + 1), title: `各地${oneOf(random, FIELDS)}情况（2013年）`, titleEn: `Places compared, table ${n + 1}`, unit: null,
    columns: [
      column("place", "地区", "Place", "text", null), column("stations", "站点", "Stations", "number", 0, "个"), column("staff", "人员", "Staff", "number", 0, "人"),
      column("cost", "经费", "Cost", "number", 1, "万元"), column("rate", "覆盖率", "Coverage", "number", 1, "%"), column("growth", "增长", "Growth", "number", 1, "%"),
    ],
    rows: Array.from({ length: ROWS }, () => ({
      cells: [placeName(random), between(random, 2, 900), between(random, 10, 26_000), between(random, 30, 99_999) / 10, between(random, 100, 1000) / 10, between(random, -200, 400) / 10],
      facts: [], status: "stated" as const,
    })),
    notes: ["覆盖率以年末登记数计算。"], source: "各地年报",
  }));
}
