/** Where an editor's words stand in a text, raw or restored, as raw stretches; and how a place is told. Not here: what is done there. */
import type { Outline } from "../../schemas/outline.ts";
import { rawSpan, type Restored } from "../../schemas/repair.ts";
import { positionOf } from "../../schemas/span.ts";

/** A text with its way back to the raw offsets. */
export interface TextAtHand {
  readonly raw: string;
  readonly restored: Pick<Restored, "text" | "from" | "to">;
  readonly outline: Pick<Outline, "sections" | "sentences">;
}

/** Raw offsets; start === end is a place between two characters. */
export interface Stretch { readonly start: number; readonly end: number }

/** All places of `before``within``after`, as the raw stretches of `within`, in raw order. Blanks, line ends and the ／ that prints for a line end count for nothing. */
export function placesOf(before: string, within: string, after: string, raw: string, restored: Pick<Restored, "text" | "from" | "to">): Stretch[] {
  const [lead, middle, tail] = [before, within, after].map((words) => squeeze(words).text) as [string, string, string];
  const words = lead + middle + tail;
  if (words === "") return [];
  const inRaw = stretches(raw, words, lead.length, middle.length);
  const inRestored = stretches(restored.text, words, lead.length, middle.length).map(({ start, end }): Stretch => {
    const span = start === end ? null : rawSpan(restored, start, end);
    const at = restored.from[start] ?? raw.length; // all of it was put in there
    return span ?? { start: at, end: at };
  });
  const all = new Map([...inRaw, ...inRestored].map((stretch) => [`${stretch.start}-${stretch.end}`, stretch]));
  return [...all.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where `words` stand in a text, without their first `skip` characters and of the length `length`. */
function stretches(text: string, words: string, skip: number, length: number): Stretch[] {
  const { text: squeezed, at } = squeeze(text);
  const found: Stretch[] = [];
  for (let i = squeezed.indexOf(words); i >= 0; i = squeezed.indexOf(words, i + 1)) {
    const first = i + skip;
    const start = length === 0 && skip === words.length ? at[first - 1]! + 1 : at[first]!;
    found.push({ start, end: length === 0 ? start : at[first + length - 1]! + 1 });
  }
  return found;
}

/** A text without blanks and line ends, and where each of its UTF-16 units stood. */
function squeeze(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) if (!/[\s／]/u.test(text[i]!)) at.push(i);
  return { text: at.map((i) => text[i]!).join(""), at };
}

const AROUND = 8;

/** A place as an editor can copy it into `around`: raw words, what stands there in ［］. */
export function shownAround(raw: string, { start, end }: Stretch): string {
  const line = (words: string) => words.replace(/\s+/gu, " ");
  const within = line(raw.slice(start, end));
  return `${line(raw.slice(Math.max(0, start - AROUND), start))}［${within}］${line(raw.slice(end, end + AROUND))}`;
}

/** 1-based line of a raw offset. */
export const lineOf = (raw: string, offset: number) => positionOf(raw, offset).line;
