/** Writes docs/rules.md from the rules' own words and examples, and the tables of docs/checks.md and docs/faults.md: `make rules`. Not here: any rule. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleBooks } from "../pipeline/extract/rules.ts";
import type { RuleBook } from "../pipeline/extract/rule.ts";
import { readRegisters } from "../pipeline/read/registers.ts";
import { writeChecks } from "./write-checks.ts";
import { writeFaults } from "./write-faults.ts";

const REGISTERS = fileURLToPath(new URL("../sources/registers", import.meta.url));
export const RULES = fileURLToPath(new URL("rules.md", import.meta.url));

/** The page as it ought to stand. The year of the registers does not matter to examples. */
export function rulesPage(): string {
  const books = ruleBooks(readRegisters(REGISTERS, 2013));
  const count = books.reduce((sum, { rules }) => sum + rules.length, 0);
  const examples = books.flatMap(({ rules }) => rules).reduce((sum, { examples: read, leaves }) => sum + Object.keys(read).length + leaves.length, 0);
  return `${[
    "# Rules of extraction",
    "",
    `Written from the rules themselves by \`make rules\`: ${count} rules, ${examples} examples. Each example runs as a test (\`test/extract/rules.test.ts\`): to mend a rule, add the text that it read wrongly to its \`leaves\`, or the one that it ought to read to its \`examples\`.`,
    "",
    "A fact names its rule as FILE/rule (`nianjian extract --explain`). Texts are our own.",
    "",
    ...books.flatMap(sectionOf),
  ].join("\n").trimEnd()}\n`;
}

function sectionOf({ file, about, rules }: RuleBook): string[] {
  return [`## ${file}`, "", about, "", "| rule | what it reads | reads | leaves alone |", "| --- | --- | --- | --- |", ...rules.map(({ name, says, examples, leaves }) => {
    const read = Object.entries(examples).map(([text, told]) => `${text} → ${told.join(" · ")}`);
    return `| \`${name}\` | ${cell(says)} | ${read.map(cell).join("<br>")} | ${leaves.map(cell).join("<br>")} |`;
  }), ""];
}

const cell = (text: string) => text.replaceAll("|", "\\|");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(RULES, rulesPage());
  writeChecks();
  writeFaults();
}
