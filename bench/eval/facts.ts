/** How right extracted facts are, against annotated ones. Not here: reading files, printing.
 *
 *  A said fact answers a gold one of its kind where their spans overlap; each is used once, right pairs first. core: the slots that make a fact of its kind are right. full: the
 *  mean over all its slots, names by the character pairs that they share. What answers nothing counts against both. */
import type { Fact, FactKind } from "../../schemas/fact.ts";
import type { GoldFact } from "./read.ts";
import { share } from "./tally.ts";

/** `core` and `full` are sums over answered gold facts. */
export interface FactScore { gold: number; said: number; core: number; full: number }

/** F1 of a sum of right facts: precision and recall have the same numerator. */
export const f1 = ({ gold, said }: FactScore, right: number): number => share(2 * right, gold + said);

interface Stretch { readonly start: number; readonly end: number }

/** Gold facts against facts of one text, by kind.
 *
 * spanOf   where a gold fact stands in the text that the facts were extracted from */
export function scoreFacts(gold: readonly GoldFact[], spanOf: (gold: GoldFact) => Stretch, facts: readonly Fact[]): Map<FactKind, FactScore> {
  const out = new Map<FactKind, FactScore>();
  for (const kind of new Set(gold.map((one) => one.kind))) {
    const wanted = gold.filter((one) => one.kind === kind).map((one) => ({ one, ...spanOf(one) }));
    const said = facts.filter((fact) => fact.kind === kind);
    const pairs = wanted.flatMap((w) => said.filter(({ span }) => span.start < w.end && w.start < span.end).map((fact) => ({ w, fact, ...rightness(w.one, fact) })));
    const used = new Set<unknown>();
    const score = { gold: wanted.length, said: said.length, core: 0, full: 0 };
    for (const { w, fact, core, full } of pairs.toSorted((a, b) => b.core - a.core || b.full - a.full)) {
      if (used.has(w) || used.has(fact)) continue;
      used.add(w).add(fact);
      score.core += core;
      score.full += full;
    }
    out.set(kind, score);
  }
  return out;
}

/** Adds the scores of one text to a sum, kind by kind. */
export function addScores(sum: Map<FactKind, FactScore>, scores: ReadonlyMap<FactKind, FactScore>): void {
  for (const [kind, { gold, said, core, full }] of scores) {
    const all = sum.get(kind) ?? { gold: 0, said: 0, core: 0, full: 0 };
    sum.set(kind, { gold: all.gold + gold, said: all.said + said, core: all.core + core, full: all.full + full });
  }
}

/** 1 or 0 for the core, and the mean over all slots. */
function rightness(gold: GoldFact, fact: Fact): { core: number; full: number } {
  const { core, slots } = judged(gold, fact);
  return { core: Number(core), full: share(slots.map(Number).reduce((sum, slot) => sum + slot, 0), slots.length) };
}

function judged(g: GoldFact, fact: Fact): { core: boolean; slots: (boolean | number)[] } {
  const time = "timePeriod" in fact && isTime(g["timePeriod"] as string | null, fact.timePeriod, fact.certainty);
  switch (fact.kind) {
    case "observation": {
      const value = fact.value === g["value"] && (fact.valueHigh ?? null) === (g["valueHigh"] ?? null);
      const slots = [value, fact.unit === g["unit"], fact.qualifier === g["qualifier"]];
      return { core: slots.every(Boolean), slots: [...slots, fact.measure === g["measure"], time, alike(fact.indicator, g["indicator"]), alike(fact.subject, g["subject"])] };
    }
    case "roster": {
      const members = shared(fact.members, g["members"] as string[]);
      return { core: members === 1, slots: [members, fact.open === g["open"], fact.claimedCount === (g["claimedCount"] ?? null), fact.claimedShare === (g["claimedShare"] ?? null), alike(fact.category, g["category"])] };
    }
    case "event": return { core: time, slots: [time, shared(fact.actors, g["actors"] as string[]), alike(fact.action, g["action"])] };
    case "transition": {
      const states = [alike(fact.from, g["from"]), alike(fact.to, g["to"])];
      return { core: states.every((state) => state >= 0.6), slots: [alike(fact.aspect, g["aspect"]), ...states] };
    }
    case "document": {
      // A title that the degraded text lost may well stand in the clean one.
      const title = g["titleLost"] ? fact.titleLost || fact.title !== null : alike(fact.title, g["title"]) === 1;
      return { core: title, slots: [title, alike(fact.documentType, g["documentType"]), time] };
    }
    case "assessment": return { core: fact.stance === g["stance"], slots: [fact.stance === g["stance"], alike(fact.topic, g["topic"])] };
  }
}

/** A year that the text leaves to its surroundings may be filled in, and so may a time that was carried over, if it says so. */
function isTime(gold: string | null | undefined, said: string | null, certainty: Fact["certainty"]): boolean {
  if ((gold ?? null) === said) return true;
  if (gold === null || gold === undefined) return certainty === "inferred";
  return gold.includes("--") && said !== null && said.split("/").map((date) => date.replace(/^\d{4}-/u, "--")).join("/") === gold;
}

const bare = (text: unknown) => String(text ?? "").replace(/[\s\p{P}]/gu, "");

/** F1 of two sets of names. */
function shared(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [new Set(a.map(bare)), new Set(b.map(bare))];
  return x.size + y.size === 0 ? 1 : share(2 * [...x].filter((name) => y.has(name)).length, x.size + y.size);
}

/** Dice over character pairs. */
export function alike(a: unknown, b: unknown): number {
  const [x, y] = [bare(a), bare(b)];
  if (x === y) return 1;
  const pairs = (s: string) => Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const rest = pairs(y);
  const total = pairs(x).length + rest.length;
  const same = pairs(x).filter((pair) => { const at = rest.indexOf(pair); if (at >= 0) rest.splice(at, 1); return at >= 0; }).length;
  return share(2 * same, total);
}
