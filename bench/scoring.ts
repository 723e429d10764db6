/** How right restored marks and extracted facts are, against annotated answers. Not here: reading files, printing. */
import type { Fact, FactKind } from "../schemas/fact.ts";
import type { Restored } from "../schemas/repair.ts";

/** A dot of the raw text and the readings that are right there, the usual one first. */
export interface GoldMark { readonly at: number; readonly accept: readonly string[] }
/** An annotated fact: the contract's slots, and its quote; the span is found by the quote. */
export interface GoldFact { kind: FactKind; quote: string; span?: { start: number; end: number }; [slot: string]: unknown }

export interface MarkScore { right: number; all: number; byMark: Map<string, { gold: number; said: number; hit: number }> }

const MARK = /[，。、；：！？%.]/u;

/** What stands in the restored text where the raw text has a dot, mark by mark. */
export function scoreMarks(restored: Restored, gold: readonly GoldMark[]): MarkScore {
  const standing = new Map<number, string>();
  restored.from.forEach((from, i) => {
    if (MARK.test(restored.text[i]!) && restored.to[i] === from + 1) standing.set(from, (standing.get(from) ?? "") + restored.text[i]!);
  });
  const score: MarkScore = { right: 0, all: gold.length, byMark: new Map() };
  const row = (mark: string) => score.byMark.get(mark) ?? score.byMark.set(mark, { gold: 0, said: 0, hit: 0 }).get(mark)!;
  for (const { at, accept } of gold) {
    const said = standing.get(at) ?? "";
    const right = accept.includes(said) || (accept[0] === "@" && said.length <= 1);
    const want = right && accept[0] !== "@" ? said : accept[0]!.replace("@", "");
    if (right) score.right++;
    for (const mark of want) { row(mark).gold++; if (said.includes(mark)) row(mark).hit++; }
    for (const mark of said) row(mark).said++;
  }
  return score;
}

/** Mean F1 of the four marks that carry the text: 、 ， 。 %. */
export function macroF1({ byMark }: MarkScore): number {
  const scores = ["、", "，", "。", "%"].flatMap((mark) => { const row = byMark.get(mark); return row?.gold ? [(2 * row.hit) / (row.gold + row.said || 1)] : []; });
  return scores.reduce((a, b) => a + b, 0) / (scores.length || 1);
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
  return total === 0 ? 0 : (2 * shared) / total;
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

export interface FactScore { gold: number; said: number; hit: number }

/** Gold facts against facts of one text, by kind: each is used once, right pairs first. */
export function scoreFacts(raw: string, gold: readonly GoldFact[], facts: readonly Fact[]): Map<FactKind, FactScore> {
  const out = new Map<FactKind, FactScore>();
  for (const kind of new Set(gold.map((g) => g.kind))) {
    const wanted = gold.filter((g) => g.kind === kind).map((g) => { const start = g.span?.start ?? raw.indexOf(g.quote); return { g, start, end: start + g.quote.length }; });
    const said = facts.filter((f) => f.kind === kind);
    const pairs = wanted.flatMap((w) => said.filter((f) => f.span.start < w.end && w.start < f.span.end).map((f) => ({ w, f, right: coreRight(w.g, f) })));
    const used = new Set<unknown>();
    let hit = 0;
    for (const { w, f, right } of [...pairs].sort((a, b) => Number(b.right) - Number(a.right))) {
      if (used.has(w) || used.has(f)) continue;
      used.add(w).add(f);
      if (right) hit++;
    }
    out.set(kind, { gold: wanted.length, said: said.length, hit });
  }
  return out;
}

export const f1 = ({ gold, said, hit }: FactScore) => (gold + said === 0 ? 0 : (2 * hit) / (gold + said));
