/** Statistical tables → a CSV each. */
import type { Edition } from "../../../schemas/edition.ts";
import { tableColumns } from "./columns.ts";
import { csv } from "./csv.ts";
import { fieldsOfColumns } from "./fields.ts";
import { tableFile } from "./names.ts";
import type { Resource } from "./resource.ts";

export function tablesOf({ tables, spec }: Pick<Edition, "tables" | "spec">): Resource[] {
  return tables.map((table) => {
    const file = tableFile(table.id);
    const columns = tableColumns(table);
    const name = file.slice("data/".length, -".csv".length);
    const description = [table.titleEn, ...table.notes, `资料来源：${table.source}`].join(" · ");
    return { name, file, format: "csv", title: `表${table.number} ${table.title}`, description, bytes: csv(columns, table.rows, spec.csv), fields: fieldsOfColumns(columns), primaryKey: [], columns };
  });
}
