/** Writes the table of docs/checks.md from the checks' own words and examples: `make rules`. What stands around the table is written by hand. Not here: any check. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checks } from "../pipeline/check/index.ts";
import type { Check, Example } from "../pipeline/check/rule.ts";

export const CHECKS = fileURLToPath(new URL("checks.md", import.meta.url));

/** The table stands between these lines. */
const BEGIN = "<!-- written by `make rules` from pipeline/check: -->";
const END = "<!-- end of what `make rules` writes -->";

/** The page as it ought to stand: `page` with its table written anew. */
export function checksPage(page: string): string {
  const [head, rest] = page.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`docs/checks.md: the lines "${BEGIN}" and "${END}" are missing. Put them where the table of checks is to stand.`);
  return `${head}${BEGIN}\n\n${table()}\n\n${END}${tail}`;
}

/** Writes the page. */
export const writeChecks = () => writeFileSync(CHECKS, checksPage(readFileSync(CHECKS, "utf8")));

function table(): string {
  const count = checks.reduce((sum, { examples }) => sum + examples.length, 0);
  return [
    `${checks.length} checks, ${count} examples; each example runs as a test (\`test/check/checks.test.ts\`).`,
    "",
    "| name | 名称 | severity | compares | examples |",
    "| --- | --- | --- | --- | --- |",
    ...checks.map(row),
  ].join("\n");
}

const row = ({ name, title, severity, compares, examples }: Check) => `| \`${name}\` | ${title} | ${severity} | ${cell(compares)} | ${examples.map(shown).map(cell).join("<br>")} |`;

const shown = ({ shows, gives }: Example) => (gives.length === 0 ? `${shows}: no finding` : `${shows}: ${gives.map(([outcome, arithmetic]) => `**${outcome}** ${arithmetic}`).join("; ")}`);

const cell = (text: string) => text.replaceAll("|", "\\|");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeChecks();
