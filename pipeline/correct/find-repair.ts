/** The one repair or place that a correction means, or an error that names the nearest. Not here: changing it. */
import type { Repair } from "../../schemas/repair.ts";
import { refusal } from "./refusal.ts";
import type { InHand } from "./in-hand.ts";
import { likeness, nearest, nearestInWords } from "../likeness.ts";
import { lineOf, placesOf, shownAround, type Stretch } from "./places.ts";

/** The place that a repair is to be made at. */
export function stretchOf(hand: InHand): Stretch {
  const { raw, place: { text, around, start, end }, at } = hand;
  if (around !== undefined) return onlyPlace(hand, around);
  if (end === undefined) throw refusal(at, `a repair that is added by \`start\` needs \`end\` too. Give the offset after its last character.`);
  if (end > raw.length) throw refusal(at, `${text} has ${raw.length} characters, and ${start} to ${end} is past them. Correct the offsets.`);
  return { start: start!, end };
}

/** The repair that was made at the place. */
export function repairAt(hand: InHand): Repair {
  const { raw, restored: { repairs }, place: { text, around, start, end, kind }, at } = hand;
  const stretch = around === undefined ? { start: start!, end } : onlyPlace(hand, around);
  const all = repairs.filter((repair) => isAt(repair, stretch) && (kind === undefined || repair.kind === kind));
  const printed = all.filter(({ restored: reads }) => reads === around?.split(/[［］]/u)[1]);
  const found = printed.length === 1 ? printed : all;
  if (found.length === 1) return found[0]!;
  const where = around === undefined ? `the offset ${start} of ${text}` : `"${around}" (${text}, line ${lineOf(raw, stretch.start)}, start: ${stretch.start})`;
  if (found.length > 1) throw refusal(at, `${found.length} repairs were made at ${where}: ${found.map((repair) => named(repair, hand)).join(", ")}. Say which by \`kind\`.`);
  const middle = (one: Stretch) => (one.start + one.end) / 2;
  const far = (repair: Repair) => Math.abs(middle(repair.span) - middle({ start: stretch.start, end: stretch.end ?? stretch.start }));
  throw refusal(at, `no repair${kind === undefined ? "" : ` of kind ${kind}`} was made at ${where}. ${nearestOf(repairs, (repair) => -far(repair), hand, -Infinity)}, or make one there with action: add.`);
}

/** Of a repair that put something in, the marked place may be what was put in alone. */
function isAt({ span, raw, restored }: Repair, { start, end }: { start: number; end?: number | undefined }): boolean {
  if (span.start !== start) return false;
  return end === undefined || span.end === end || (end === start && restored !== raw && restored.endsWith(raw));
}

function onlyPlace(hand: InHand, around: string): Stretch {
  const { raw, restored, place: { text }, at } = hand;
  const [before, within, after] = around.split(/[［］]/u) as [string, string, string];
  const found = placesOf(before, within, after, raw, restored);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const some = found.slice(0, 5).map((stretch) => `"${shownAround(raw, stretch)}" (line ${lineOf(raw, stretch.start)}, start: ${stretch.start})`).join(", ");
    throw refusal(at, `"${around}" stands at ${found.length} places in ${text}: ${some}${found.length > 5 ? " …" : ""}. Take in more of the words around it, or say which by \`start\`.`);
  }
  const words = before + within + after;
  const alike = ({ span, restored: put }: Repair) => {
    const [left, right] = [raw.slice(Math.max(0, span.start - before.length), span.start), raw.slice(span.end, span.end + after.length)];
    return Math.max(likeness(words, left + raw.slice(span.start, span.end) + right), likeness(words, left + put + right));
  };
  throw refusal(at, `${text} has nowhere "${around}". ${nearestOf(restored.repairs, alike, hand)}.`);
}

function nearestOf(repairs: readonly Repair[], nearness: (repair: Repair) => number, hand: InHand, least?: number): string {
  const near = nearest(repairs, nearness, least).map((repair) => named(repair, hand));
  return near.length === 0 ? "No repair was made near anything like it: drop the correction, or copy the words from the text" : `${nearestInWords(near, "")}: point the correction there, or drop it`;
}

/** "接通率为81［.］县级热线" reads "%，" (percent, 01-热线, line 12, start: 34) */
function named({ kind, span, restored }: Repair, { raw, place: { text } }: InHand): string {
  return `"${shownAround(raw, span)}" reads ${JSON.stringify(restored.length > 40 ? `${restored.slice(0, 38)}……` : restored)} (${kind}, ${text}, line ${lineOf(raw, span.start)}, start: ${span.start})`;
}
