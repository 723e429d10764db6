/** Restored text + the editor's corrections of its repairs → restored text. Only marks change: words and figures of the raw text come through as they are. Not here: which repair is meant, headings. */
import type { AppliedCorrection } from "../../schemas/correction.ts";
import type { Repair, RepairKind, Restored } from "../../schemas/repair.ts";
import { refusal } from "./refusal.ts";
import { repairAt, stretchOf } from "./find-repair.ts";
import { addHeading, dropHeading, withHeadingsReread } from "./headings.ts";
import { BY_EDITOR, type InHand } from "./in-hand.ts";
import type { Placed } from "./placed.ts";
import { shownAround, type Stretch } from "./places.ts";
import { putIn, reading, splice, unitsOf } from "./splice.ts";

export interface CorrectedRepairs { readonly restored: Restored; readonly applied: AppliedCorrection[] }

/** The corrections of this text's repairs, in their order, each on what those before it left.
 *
 *  raw     the text that restored.from and restored.to point into
 *  holds   the map leads back to the raw text, headings are lines, repairs are in raw order; content characters are those of the raw text
 *  errors  UserError 65: a place that is not there or there more than once, a repair that was not made, a reading that changes words */
export function correctRepairs(raw: string, restored: Restored, corrections: readonly Placed[]): CorrectedRepairs {
  const applied: AppliedCorrection[] = [];
  let standing = restored;
  for (const { correction, at } of corrections) {
    if (correction.repair?.text !== restored.document) continue;
    const { after, done } = one({ raw, restored: standing, place: correction.repair, correction, at });
    standing = { ...after, repairs: withHeadingsReread(after) };
    applied.push(done);
  }
  return { restored: standing, applied };
}

function one(hand: InHand): { after: Restored; done: AppliedCorrection } {
  const { raw, restored, correction: { action, reads, heading } } = hand;
  if (action === "add") {
    const stretch = stretchOf(hand);
    const { after, repair } = heading === undefined ? add(hand, stretch, reads!) : addHeading(hand, stretch, heading);
    return { after: withRepair(after, repair), done: applied(hand, repair, [{ field: "restored", before: repair.raw, after: repair.restored }]) };
  }
  const repair = repairAt(hand);
  const others = { ...restored, repairs: restored.repairs.filter((other) => other !== repair) };
  switch (action) {
    case "confirm":
      return { after: withRepair(others, { ...repair, reason: `${repair.reason}；编者已核`, confidence: 1 }), done: applied(hand, repair, [{ field: "confidence", before: repair.confidence, after: 1 }]) };
    case "drop":
      return { after: repair.kind === "heading" ? dropHeading(others, repair) : reread(hand, others, repair, repair.raw), done: applied(hand, repair, [{ field: "restored", before: repair.restored, after: repair.raw }]) };
    case "set": {
      if (repair.kind === "heading") throw refusal(hand.at, `${shownAround(raw, repair.span)} is a heading and reads as its text does. Drop it, and add one with \`heading\` where it should be.`);
      const now = edited(raw, repair.span, reads!);
      return { after: withRepair(reread(hand, others, repair, reads!), now), done: applied(hand, repair, [{ field: "restored", before: repair.restored, after: reads! }]) };
    }
  }
}

/** A place that a repair changed, read otherwise. */
function reread(hand: InHand, standing: Restored, { span: { start, end }, raw: words, restored: stood }: Repair, reads: string): Restored {
  keepsWords(hand, words, reads);
  const isLast = end === hand.raw.length && stood.startsWith(words) && !stood.endsWith(words);
  const restored = isLast ? withoutLast(standing, end, stood.slice(words.length)) : standing;
  const put = stood.endsWith(words) ? stood.slice(0, stood.length - words.length) : "";
  const other = restored.repairs.find(({ kind, span }) => kind !== "heading" && span.start === start && span.end === end);
  if (put !== "" && other !== undefined) return putOtherwise(restored, start, end, put, beside(hand, words, reads, other));
  const without = putOtherwise(restored, start, end, put, "");
  const units = unitsOf(without, start, end);
  withinLine(hand, without.text.slice(units.start, units.end), { start, end });
  return splice(without, units.start, units.end, reading(reads, words, start));
}

/** What was put in at the raw text's end, taken out. */
function withoutLast(restored: Restored, end: number, put: string): Restored {
  const at = restored.text.lastIndexOf(put);
  return at >= unitsOf(restored, end - 1, end).end ? splice(restored, at, at + put.length, putIn("", end)) : restored;
}

/** Other words for what was put in before raw[start, end). */
function putOtherwise(restored: Restored, start: number, end: number, put: string, by: string): Restored {
  const units = unitsOf(restored, start, end);
  const at = put === "" ? -1 : restored.text.slice(units.put, units.start).lastIndexOf(put);
  return at < 0 ? restored : splice(restored, units.put + at, units.put + at + put.length, putIn(by, start));
}

/** What a reading puts in before a character that another repair changes: a lost title before a mark. */
function beside({ at, raw }: InHand, words: string, reads: string, other: Repair): string {
  if (!reads.endsWith(words)) throw refusal(at, `${JSON.stringify(words)} in ${shownAround(raw, other.span)} is another repair's (${other.kind}, reads ${JSON.stringify(other.restored)}). Keep it at the end of \`reads\` here, and correct that one on its own.`);
  return reads.slice(0, reads.length - words.length);
}

/** A repair where restoration made none. */
function add(hand: InHand, { start, end }: Stretch, reads: string): { after: Restored; repair: Repair } {
  const { raw, restored, at } = hand;
  const there = restored.repairs.find(({ kind, span }) => kind !== "heading" && span.start < Math.max(end, start + 1) && span.end > start);
  if (there) throw refusal(at, `a repair was made there already: ${shownAround(raw, there.span)} reads ${JSON.stringify(there.restored)} (start: ${there.span.start}). Set that one, or drop it first.`);
  keepsWords(hand, raw.slice(start, end), reads);
  if (start < end) {
    const units = unitsOf(restored, start, end);
    withinLine(hand, restored.text.slice(units.start, units.end), { start, end });
    return { after: splice(restored, units.start, units.end, reading(reads, raw.slice(start, end), start)), repair: edited(raw, { start, end }, reads) };
  }
  if (raw === "") throw refusal(at, `the text is empty. Drop the correction.`);
  return between(raw, restored, start, reads);
}

/** Marks put in between two characters. One that closes stays with what is before it, on its line. It is shown with the character after, at a line's end with the one before. */
function between(raw: string, restored: Restored, start: number, reads: string): { after: Restored; repair: Repair } {
  const closes = /^[，。、；：！？％%”’）》]/u.test(reads);
  const at = closes ? raw.slice(0, start).trimEnd().length : start;
  const units = unitsOf(restored, at, at + 1);
  const index = closes ? units.put : units.start;
  const follows = at > 0 && /^\s?$/u.test(raw.slice(at, at + 1));
  const span = follows ? { start: at - 1, end: at } : { start: at, end: at + 1 };
  const stood = raw.slice(span.start, span.end);
  return { after: splice(restored, index, index, putIn(reads, at)), repair: edited(raw, span, follows ? stood + reads : reads + stood) };
}

function edited(raw: string, { start, end }: Stretch, reads: string): Repair {
  return { kind: kindOf(reads), span: { start, end }, raw: raw.slice(start, end), restored: reads, reason: BY_EDITOR, confidence: 1 };
}

const KINDS: readonly [RegExp, RepairKind][] = [[/〔题名缺失〕/u, "title"], [/[%％]/u, "percent"], [/[“”‘’]/u, "quotation"], [/[（）()]/u, "bracket"], [/\./u, "point"]];
const kindOf = (reads: string): RepairKind => KINDS.find(([marks]) => marks.test(reads))?.[1] ?? "mark";

/** Marks, brackets, blanks and the words that stand for a lost title: all that a repair may put in or take out. */
const MARKS = /《〔题名缺失〕》|[\s.,;:!?%'"()，、。；：！？％“”‘’（）《》〈〉—…·]/gu;

function keepsWords({ at, place }: InHand, words: string, reads: string): void {
  const [kept, wanted] = [words, reads].map((text) => text.replace(MARKS, "")) as [string, string];
  if (kept !== wanted) throw refusal(at, `where ${place.text} has ${JSON.stringify(words)}, ${JSON.stringify(reads)} would change its words. A repair changes marks only: keep the characters ${JSON.stringify(kept)} in \`reads\`, and correct what a text says by the facts drawn from it.`);
}

function withinLine({ at, raw }: InHand, words: string, stretch: Stretch): void {
  if (words.includes("\n")) throw refusal(at, `${shownAround(raw, stretch)} runs over a line end. Mark a place within one line.`);
}

function withRepair(restored: Restored, repair: Repair): Restored {
  return { ...restored, repairs: [...restored.repairs, repair].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

function applied({ restored: { document }, correction }: InHand, { span, raw }: Repair, changes: AppliedCorrection["changes"]): AppliedCorrection {
  return { correction, target: "repair", id: `${document}:repair:${span.start}-${span.end}`, document, span, quote: raw, changes };
}
