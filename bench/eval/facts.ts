/** How right extracted facts are, against annotated ones. Not here: reading files, printing. */
import type { Fact, FactKind } from "../../schemas/fact.ts";
import type { GoldFact } from "./read.ts";
import { share } from "./tally.ts";

export interface FactScore { gold: number; said: number; hit: number }

export const f1 = ({ gold, said, hit }: FactScore): number => share(2 * hit, gold + said);

/** Gold facts against facts of one text, by kind: each is used once, right pairs first. */
export function scoreFacts(raw: string, gold: readonly GoldFact[], facts: readonly Fact[]): Map<FactKind, FactScore> {
  const out = new Map<FactKind, FactScore>();
  for (const kind of new Set(gold.map((g) => g.kind))) {
    const wanted = gold.filter((g) => g.kind === kind).map((g) => { const start = g.span?.start ?? raw.indexOf(g.quote); return { g, start, end: start + g.quote.length }; });
    const said = facts.filter((f) => f.kind === kind);
    const pairs = wanted.flatMap((w) => said.filter((f) => f.span.start < w.end && w.start < f.span.end).map((f) => ({ w, f, right: coreRight(w.g, f) })));
    const used = new Set<unknown>();
    let hit = 0;
    for (const { w, f, right } of pairs.toSorted((a, b) => Number(b.right) - Number(a.right))) {
      if (used.has(w) || used.has(f)) continue;
      used.add(w).add(f);
      if (right) hit++;
    }
    out.set(kind, { gold: wanted.length, said: said.length, hit });
  }
  return out;
}

/** Adds the scores of one text to a sum, kind by kind. */
export function addScores(sum: Map<FactKind, FactScore>, scores: ReadonlyMap<FactKind, FactScore>): void {
  for (const [kind, { gold, said, hit }] of scores) {
    const all = sum.get(kind) ?? { gold: 0, said: 0, hit: 0 };
    sum.set(kind, { gold: all.gold + gold, said: all.said + said, hit: all.hit + hit });
  }
}

/** Whether the slots that make a fact of its kind are right. */
function coreRight(gold: GoldFact, fact: Fact): boolean {
  const g = gold;
  switch (fact.kind) {
    case "observation": return fact.value === g["value"] && (fact.valueHigh ?? null) === (g["valueHigh"] ?? null) && fact.unit === g["unit"] && fact.qualifier === g["qualifier"];
    case "roster": return [...fact.members].map(bare).sort().join() === [...(g["members"] as string[])].map(bare).sort().join();
    case "event": return fact.timePeriod === g["timePeriod"] || (String(g["timePeriod"]).startsWith("--") && (fact.timePeriod ?? "").endsWith(String(g["timePeriod"]).slice(1)));
    case "transition": return alike(fact.from, g["from"]) >= 0.6 && alike(fact.to, g["to"]) >= 0.6;
    case "document": return g["titleLost"] ? fact.titleLost : alike(fact.title, g["title"]) === 1;
    case "assessment": return fact.stance === g["stance"];
  }
}

const bare = (text: unknown) => String(text ?? "").replace(/[\s\p{P}]/gu, "");

/** Dice over character pairs. */
export function alike(a: unknown, b: unknown): number {
  const [x, y] = [bare(a), bare(b)];
  if (x === y) return 1;
  const pairs = (s: string) => Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const rest = pairs(y);
  const total = pairs(x).length + rest.length;
  const shared = pairs(x).filter((pair) => { const at = rest.indexOf(pair); if (at >= 0) rest.splice(at, 1); return at >= 0; }).length;
  return share(2 * shared, total);
}
