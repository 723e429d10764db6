/** Facts of two editions → what was added, dropped, altered. An id holds a place of the raw text, so a word put in before it changes it:
 *  facts are paired by what they say first, then by id, then by what they speak of. */
import type { Changes, FactChange, FactRecord } from "../../schemas/revision.ts";

export function compareFacts(before: readonly FactRecord[], after: readonly FactRecord[]): Pick<Changes, "facts" | "moved"> {
  const pairs = pair(before, after, [content, (fact) => fact.id, topic]);
  const paired = new Set(pairs.values());
  const facts = after.flatMap((fact): FactChange[] => {
    const former = pairs.get(fact);
    if (former === undefined) return [changeOf("added", fact)];
    const fields = fieldsOf(former, fact);
    return fields.length === 0 ? [] : [changeOf("altered", fact, fields)];
  });
  const dropped = before.filter((fact) => !paired.has(fact)).map((fact) => changeOf("dropped", fact));
  const moved = [...pairs].filter(([now, was]) => now.id !== was.id && fieldsOf(was, now).length === 0).length;
  return { facts: [...facts, ...dropped], moved };
}

/** What says where a fact stands, not what it says. */
const PLACE = new Set(["id", "span", "section"]);

/** Later fact → earlier one. Each key is tried in turn on what the one before left over; of several that share it, the first goes with the first. */
function pair(before: readonly FactRecord[], after: readonly FactRecord[], keys: readonly ((fact: FactRecord) => string | null)[]): Map<FactRecord, FactRecord> {
  const pairs = new Map<FactRecord, FactRecord>();
  let [was, now] = [before, after];
  for (const key of keys) {
    const waiting = new Map<string, FactRecord[]>();
    for (const fact of was) {
      const name = key(fact);
      if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), fact]);
    }
    const taken = new Set<FactRecord>();
    now = now.filter((fact) => {
      const name = key(fact);
      const former = name === null ? undefined : waiting.get(name)?.shift();
      if (former === undefined) return true;
      pairs.set(fact, former);
      taken.add(former);
      return false;
    });
    was = was.filter((fact) => !taken.has(fact));
  }
  return pairs;
}

/** All that a fact says. */
function content(fact: FactRecord): string {
  return JSON.stringify(Object.entries(fact).filter(([field]) => !PLACE.has(field)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a fact of each kind speaks of: its value may be another. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  observation: ["indicator", "subject", "measure", "timePeriod", "unit"],
  event: ["action"],
  roster: ["category"],
  transition: ["aspect"],
  document: ["title", "documentType"],
  assessment: ["topic"],
};

function topic(fact: FactRecord): string | null {
  const fields = TOPICS[fact.kind];
  return fields === undefined ? null : JSON.stringify([fact.document, fact.kind, ...fields.map((field) => fact[field] ?? null)]);
}

function fieldsOf(before: FactRecord, after: FactRecord): FactChange["fields"] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !PLACE.has(field));
  return fields
    .map((field) => ({ field, before: plain(before[field]), after: plain(after[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

type Plain = FactChange["fields"][number]["before"];
const plain = (value: unknown): Plain => (value === undefined ? null : (value as Plain));

function changeOf(change: FactChange["change"], { id, kind, document, span, quote, text }: FactRecord, fields: FactChange["fields"] = []): FactChange {
  return { change, id, kind, document, span, quote, text, fields };
}
