/** Repairs as an editor looks at them: with the words around, the least sure first, the doubtful told apart. Not here: how they are printed. */
import type { Edition, EditionText } from "../../schemas/edition.ts";
import { textsOf } from "../../schemas/edition-texts.ts";
import type { Repair } from "../../schemas/repair.ts";

/** A repair with the text it was made in. */
export interface RepairInText {
  text: EditionText;
  repair: Repair;
  /** Whether it is less sure than the edition asks (quality.doubtfulBelow). */
  doubtful: boolean;
}

/** All repairs of an edition, the least sure first, those equally sure in the texts' order. */
export function leastSureFirst(edition: Edition): RepairInText[] {
  const { doubtfulBelow } = edition.spec.quality;
  const all = textsOf(edition).flatMap((text) => text.repairs.map((repair) => ({ text, repair, doubtful: repair.confidence < doubtfulBelow })));
  return all.toSorted((a, b) => a.repair.confidence - b.repair.confidence);
}

/** Characters printed around a repair: enough to read the sense, little enough for one line of a table. */
const BEFORE = 9;
const AFTER = 9;
const LONGEST = 24;

/** The words around a repair as they are printed, what was put back in ［］: 接通率为81［%，］县级热线为63%. A mark or half a title at the edge is left out. */
export function quoteOf({ text: { raw, repairs }, repair }: RepairInText): string {
  const { start, end } = repair.span;
  const before = printed(raw, repairs, Math.max(0, start - BEFORE), start).slice(-BEFORE);
  const after = printed(raw, repairs, end, Math.min(raw.length, end + AFTER)).slice(0, AFTER);
  return `${before.replace(/^[^《]*》|^[，。、；：！？）”\s]+/u, "")}［${putBack(repair)}］${after.replace(/《[^》]*$/u, "")}`.replace(/\s+/gu, " ");
}

/** What was put: a line break as ／, nothing as （删去）, a long heading by its two ends. */
export function putBack({ restored }: Repair): string {
  if (restored === "") return "（删去）";
  const line = restored.replaceAll("\n", "／");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST / 2)}……${line.slice(-LONGEST / 3)}`;
}

/** raw.slice(start, end) with the repairs within it made. Headings span others and change but the line break. */
function printed(raw: string, repairs: readonly Repair[], start: number, end: number): string {
  let at = start;
  let out = "";
  for (const { kind, span, restored } of repairs) {
    if (kind === "heading" || span.start < at || span.end > end) continue;
    out += raw.slice(at, span.start) + restored;
    at = span.end;
  }
  return out + raw.slice(at, end);
}
