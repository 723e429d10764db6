/** The workbooks, opened by openpyxl with every warning an error: a reader that is not the writer, and stricter than most. Skipped with a word where Python has no openpyxl (Debian: python3-openpyxl). */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workbooks } from "../../../pipeline/publish/workbook/index.ts";
import { sampleEdition } from "../../fixtures/sample-edition.ts";

const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{"name": s.title, "tables": list(s.tables), "charts": [[type(c).__name__, len(c.series), c.title.tx.rich.p[0].r[0].t, c.x_axis.title.tx.rich.p[0].r[0].t, c.y_axis.title.tx.rich.p[0].r[0].t] for c in s._charts]} for s in book.worksheets]))
`;

interface Read {
  name: string;
  tables: string[];
  charts: [kind: string, series: number, title: string, names: string, numbers: string][];
}

// Debian's own Python first: another that stands before it on the path has packages of its own.
const python = ["/usr/bin/python3", "python3"].find((path) => spawnSync(path, ["-c", "import openpyxl"]).status === 0);
if (python === undefined) console.warn("openpyxl is missing: the workbooks were not opened by it");

test.skipIf(python === undefined)("openpyxl loads every sheet, table and chart, without a warning", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianjian-"));
  try {
    const [tables, facts] = (await workbooks(sampleEdition())).map(({ name, bytes }): Read[] => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const { stdout, stderr, status } = spawnSync(python!, ["-W", "error", "-c", READ, path], { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(0);
      return JSON.parse(stdout) as Read[];
    }) as [Read[], Read[]];
    expect(tables.flatMap(({ charts }) => charts)).toEqual([
      ["BarChart", 2, "图1 各级热线接通率和回访率（2013年）", "主体", "单位：%"],
      ["BarChart", 2, "图2 号码整合地区占比：所列与所称（2013年）", "类别", "单位：%"],
    ]);
    expect(tables.flatMap(({ tables: names }) => names)).toEqual(["目录表", "符号表", "注表", "表1_answer_rates", "表2_region_shares", "表3_counts", "表4_rosters", "所据事实表"]);
    expect(facts.map(({ name }) => name)).toEqual(["封面", "目录", "事实", "观测", "核对", "修复", "订正", "句", "文本", "修订", "质量"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
