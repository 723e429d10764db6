/** What the rows and cells of a table of series rest on. */
import type { z } from "zod";
import type { Status, TableRow } from "../../../schemas/table.ts";
import { WEAKNESS } from "../draft.ts";
import type { Point } from "./collect.ts";

/** Facts and certainty of a row and of each of its cells. */
export function restingOn(cells: readonly (readonly Point[])[], all: readonly Point[]): Pick<TableRow, "facts" | "status" | "cellFacts" | "cellStatus"> {
  const ids = (points: readonly Point[]) => [...new Set(points.flatMap((point) => point.ids.slice(0, 1)))];
  return { facts: ids(all), status: weakest(all), cellFacts: cells.map(ids), cellStatus: cells.map(weakest) };
}

const weakest = (points: readonly Point[]): z.infer<typeof Status> => WEAKNESS[Math.max(0, ...points.map(({ fact }) => WEAKNESS.indexOf(fact.certainty)))] ?? "stated";
