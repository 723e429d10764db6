/** The rules of PDF/UA-1 and PDF/A-3a over books: `tsx .ci/check-pdf.ts FILE…`. Prints what does not hold; status 1 where anything does not. */
import { readFileSync } from "node:fs";
import { faultsOf, load, rules } from "../test/publish/book/pdf-rules/index.ts";

for (const path of process.argv.slice(2)) {
  const found = faultsOf(await load(readFileSync(path)));
  console.log(`${path}: ${rules.length - found.length} of ${rules.length} rules hold`);
  for (const { name, clause, faults } of found) console.log(`  ${name} (${clause}): ${faults.length} faults\n${faults.slice(0, 5).map((fault) => `    ${fault}`).join("\n")}`);
  if (found.length > 0) process.exitCode = 1;
}
