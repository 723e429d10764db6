/** Headings that an editor adds or takes out: the line ends around them. Not here: their words, which stay as they are. */
import { rawSpan, type Repair, type Restored } from "../../schemas/repair.ts";
import { refusal } from "./refusal.ts";
import { BY_EDITOR, type InHand } from "./in-hand.ts";
import { shownAround, type Stretch } from "./places.ts";
import { putIn, splice, unitsOf } from "./splice.ts";

type Heading = Restored["headings"][number];

/** raw[start, end) on a line of its own, as a heading of this level; what was put in right before it, a bracket or a quotation mark, goes with it. */
export function addHeading({ raw, restored, at }: InHand, { start, end }: Stretch, level: number): { after: Restored; repair: Repair } {
  if (start === end) throw refusal(at, `a heading holds words. Mark them by ［］.`);
  const units = unitsOf(restored, start, end);
  const first = units.put + Math.max(restored.text.slice(units.put, units.start).lastIndexOf("\n") + 1, lengthOfClosing(restored.text.slice(units.put, units.start)));
  if (restored.text.slice(first, units.end).includes("\n")) throw refusal(at, `${shownAround(raw, { start, end })} runs over a line end. Mark a place within one line.`);
  if (restored.headings.some((heading) => heading.start < units.end && heading.end > first)) throw refusal(at, `${shownAround(raw, { start, end })} is a heading or part of one already. Drop that one first.`);
  const breaksBefore = first > 0 && restored.text[first - 1] !== "\n";
  const breaksAfter = units.end < restored.text.length && restored.text[units.end] !== "\n";
  const closed = breaksAfter ? splice(restored, units.end, units.end, putIn("\n", end)) : restored;
  const opened = breaksBefore ? splice(closed, first, first, putIn("\n", start)) : closed;
  const heading: Heading = { start: first + Number(breaksBefore), end: units.end + Number(breaksBefore), level };
  const words = `${breaksBefore ? "\n" : ""}${opened.text.slice(heading.start, heading.end)}${breaksAfter ? "\n" : ""}`;
  return {
    after: { ...opened, headings: [...opened.headings, heading].sort((a, b) => a.start - b.start) },
    repair: { kind: "heading", span: { start, end }, raw: raw.slice(start, end), restored: words, reason: BY_EDITOR, confidence: 1 },
  };
}

const lengthOfClosing = (put: string) => /^[，。、；：！？％%”’）》]*/u.exec(put)![0].length;

/** The text goes on behind it. The line end before it stays where one was put in behind it too: a number begins a paragraph, heading or not. */
export function dropHeading(restored: Restored, repair: Repair): Restored {
  const heading = headingOf(restored, repair);
  if (heading === undefined) return restored;
  const headings = restored.headings.filter((other) => other !== heading);
  const goes = repair.restored.endsWith("\n") ? heading.end : heading.start - 1;
  const isNeeded = headings.some((other) => other.start === goes + 1 || other.end === goes);
  const isPutIn = restored.text[goes] === "\n" && restored.from[goes] === restored.to[goes];
  const without = { ...restored, headings };
  return isPutIn && !isNeeded ? splice(without, goes, goes + 1, putIn("", repair.span.start)) : without;
}

/** Repairs, with those of headings as they read now: marks within one may have been corrected. */
export function withHeadingsReread(restored: Restored): Repair[] {
  return restored.repairs.map((repair) => {
    const heading = repair.kind === "heading" ? headingOf(restored, repair) : undefined;
    if (heading === undefined) return repair;
    return { ...repair, restored: `${repair.restored.startsWith("\n") ? "\n" : ""}${restored.text.slice(heading.start, heading.end)}${repair.restored.endsWith("\n") ? "\n" : ""}` };
  });
}

function headingOf(restored: Restored, { span }: Repair): Heading | undefined {
  return restored.headings.find(({ start, end }) => {
    const behind = rawSpan(restored, start, end);
    return behind !== null && behind.start < span.end && behind.end > span.start;
  });
}
