/** docs/bad-input.md from the table of test/read/bad-input.ts. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BadInput, badInputs, badRegisters, unreadable } from "../test/read/bad-input.ts";

export function badInputPage(): string {
  return `# Bad input

Written from the table that the test reads (\`test/read/bad-input.ts\`) by \`npx tsx docs/write-bad-input.ts\`.

A text, \`edition.yaml\` or \`corrections.yaml\` that cannot be taken ends the run with status 65 (what it holds) or 66 (it is missing or may not be read) and a line: where,
what is wrong, what to do. All texts that cannot be taken are told at once, a line each. Nothing is written, the published edition stays as it was.

With \`--keep-going\`, \`build\` and \`check\` go on without those texts, and \`restore\` and \`extract\` without those files. The edition is made and published all the same; it names
what it lacks under 凡例 and 资料质量, in \`manifest.json\` (\`leftOut\`) and in the summary, corrections of a text that was left out wait with it (one that has a \`quote\` and neither \`text\` nor \`fact\` names no text, and stops the run where only that text has the words: give it its \`text\`), and the status is 65, so that a
scheduler notices. Mend the text and build again: that is the next revision. \`edition.yaml\` and \`corrections.yaml\` are not gone on without, nor a folder without one sound text.

Every text and both files have to lie in the year's folder, wherever links lead. A text may have 16 MB, a YAML file a million characters; aliases, anchors and tags of YAML are refused.
A sentence of more than 800 characters, which no official text has, is read in pieces, cut at a mark.

${tableOf("Refused", [...badInputs.filter(({ status }) => status !== 0), unreadable])}
${tableOf("Read, and noted in the edition", badInputs.filter(({ status, line }) => status === 0 && line !== null))}
Read without a word: ${badInputs.filter(({ line }) => line === null).map(({ name }) => name).join(", ")}.

${tableOf("Registers refused", badRegisters.map(({ name, line }) => ({ name, line: line.replace(/:M:/gu, ":13:").replace(/:N:/gu, ":12:").replace(/line N/gu, "line 12").replace(".#.", ".10."), status: 65 })))}
## Found by machine

\`make fuzz\` feeds 100,000 made-up inputs to the stages (\`RUNS=n SEED=n\` for fewer, or the same again), \`make test\` 2,000: damaged texts of our own, random bytes, nasty
strings (\`test/fuzz/nasty.ts\`), in all encodings, and both YAML files with mistakes in them. What must hold stands in \`test/fuzz/laws.ts\`. A failure is printed with the SEED
that repeats it.
`;
}

function tableOf(title: string, inputs: readonly Pick<BadInput, "name" | "line" | "status">[]): string {
  return [`## ${title}`, "", "| what | line | status |", "| --- | --- | --- |", ...inputs.map(({ name, line, status }) => `| ${name} | ${line!.split("\n").map(cell).join("<br>")} | ${status} |`), ""].join("\n");
}

const cell = (text: string) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL("bad-input.md", import.meta.url), badInputPage());
