/** The rules of a finished workbook over the editions' own: `tsx .ci/check-workbooks.ts FOLDER…`, a folder an edition. Prints what does not hold; status 1 where anything does not. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { besideFaults } from "../test/publish/workbook/rules/book.ts";
import { faultsOf, rules } from "../test/publish/workbook/rules/index.ts";
import { open, unzip } from "../test/publish/workbook/rules/read.ts";

for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".xlsx"))) {
    const parts = unzip(readFileSync(join(folder, name)));
    const missing = besideFaults(open(parts), readdirSync(join(folder, "data")));
    const found = [...faultsOf(parts), ...(missing.length > 0 ? [{ number: 18, name: "CSV beside it", faults: missing }] : [])];
    console.log(`${join(folder, name)}: ${rules.length + 1 - found.length} of ${rules.length + 1} rules hold`);
    for (const { number, name: rule, faults } of found) console.log(`  ${number} ${rule}: ${faults.length} faults\n${faults.slice(0, 5).map((fault) => `    ${fault}`).join("\n")}`);
    if (found.length > 0) process.exitCode = 1;
  }
}
