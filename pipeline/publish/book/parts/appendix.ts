/** What the tables of appendices (附表) have in common. Not here: any of them. */
import type { Table, TableColumn, TableRow } from "../../../../schemas/table.ts";
import { type Desk, look, paragraph } from "../blocks.ts";
import type { Block } from "../pages.ts";
import { INK } from "../style.ts";
import { tableBlocks } from "../table/index.ts";

export const column = (key: string, title: string, titleEn: string, type: TableColumn["type"], width: number, decimals: number | null = null): TableColumn => ({ key, title, titleEn, type, unit: null, decimals, width, description: titleEn });

/** A row that rests on no fact. */
export const row = (cells: TableRow["cells"]): TableRow => ({ cells, facts: [], status: "stated" });

export const appendixTable = (desk: Desk, table: Table): Block[] => tableBlocks(desk, table, { zh: "附表", en: "Appendix table" }, new Map(), null);

/** A section's head. `before` is the space over it, in points. */
export const head = (desk: Desk, title: string, before = 0): Block => paragraph(desk, [look("sansBold", 13, INK.accent)(title)], { type: "H2", align: "left", before, keep: true });
