/** Writes the table of docs/faults.md from the cases' own words: `make rules`. What stands around it is written by hand. Not here: any case. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Case, Scenario } from "../test/faults/case.ts";
import { all } from "../test/faults/cases/index.ts";

export const FAULTS = fileURLToPath(new URL("faults.md", import.meta.url));

/** The table stands between these lines. */
const BEGIN = "<!-- written by `make rules` from test/faults/cases: -->";
const END = "<!-- end of what `make rules` writes -->";

/** The page as it ought to stand: `page` with its table written anew. */
export function faultsPage(page: string): string {
  const [head, rest] = page.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`docs/faults.md: the lines "${BEGIN}" and "${END}" are missing. Put them where the table of cases is to stand.`);
  return `${head}${BEGIN}\n\n${table()}\n\n${END}${tail}`;
}

/** Writes the page. */
export const writeFaults = () => writeFileSync(FAULTS, faultsPage(readFileSync(FAULTS, "utf8")));

const table = (): string => [`${all.length} cases:`, "", "| case | what is done | ends with | shows |", "| --- | --- | --- | --- |", ...all.map(row)].join("\n");

const SHOWN = { old: "the former edition", new: "the new edition", whole: "either, whole", nothing: "none", anything: "what was put there" } as const;

function row(one: Case | Scenario): string {
  const cells = "sees" in one ? [one.sees, "one edition, whole"] : [one.ends.join(" or "), SHOWN[one.shows]];
  return `| ${[one.name, one.how, ...cells].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
