/** Other names of what registers name: short forms, former names, names of one indicator in other years. Not here: finding names in text. */
import type { Registers } from "./register.ts";

/** Other name → main name: 工信部 → 工业和信息化部, 襄樊市 → 襄阳市, 网民数 → 网民规模. A name that could mean two things is left out, as are those of
 *  districts and counties, whose short forms are words of every day. */
export function aliasesOf({ organisations, regions, glossary }: Pick<Registers, "organisations" | "regions" | "glossary">): Record<string, string> {
  const main = new Map<string, Set<string>>();
  const name = (other: string, full: string): void => {
    if (other !== full) main.set(other, (main.get(other) ?? new Set()).add(full));
  };
  for (const { name: full, short } of organisations) for (const one of short) name(one, full);
  for (const { name: full, short, former, level } of regions) {
    if (level !== "county") name(short, full);
    for (const one of former) name(one, full);
  }
  for (const { zh, same } of glossary) for (const one of same) name(one, zh);
  const found: Record<string, string> = {};
  for (const [other, names] of main) {
    const [only] = names;
    if (names.size === 1 && only !== undefined && !main.has(only)) found[other] = only;
  }
  return found;
}
