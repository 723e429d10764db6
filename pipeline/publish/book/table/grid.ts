/** What all pieces of one table share while it is laid out: its columns where they stand, its look, its structure. Lengths are points. */
import type { Desk } from "../blocks.ts";
import type { Draw, Tag } from "../draw.ts";
import { INK } from "../style.ts";
import type { Column } from "./columns.ts";
import { HEAVY, type TableLook } from "./look.ts";
import type { Typesetter } from "./type.ts";

/** What a table is called: 表 or 附表. */
export interface Name {
  zh: string;
  en: string;
}

export interface Grid {
  desk: Desk;
  type: Typesetter;
  look: TableLook;
  columns: readonly Column[];
  /** the table's left edge and its width */
  left: number;
  width: number;
  tag: Tag;
}

/** A rule over the table's width. */
export const ruled = ({ left, width }: Pick<Grid, "left" | "width">, y: number, weight: number): Draw => ({ kind: "line", x: left, y, x2: left + width, y2: y, ink: weight === HEAVY ? INK.accent : INK.rule, weight, tag: null });
