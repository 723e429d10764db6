/** Writes a synthetic edition as JSON, to profile what is made of it: `node --import tsx bench/synthetic/write.ts VARIANT PAGES FILE`. */
import { writeFileSync } from "node:fs";
import { syntheticEdition, type Variant, VARIANTS } from "./edition.ts";

const [variant, pages, file] = process.argv.slice(2);
if (!VARIANTS.some((one) => one === variant) || !(Number(pages) > 0) || file === undefined) throw new Error(`give a variant (${VARIANTS.join(", ")}), a number of pages and a file`);
writeFileSync(file, JSON.stringify(syntheticEdition({ variant: variant as Variant, pages: Number(pages) })));
