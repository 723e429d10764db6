/** The facts of whole texts as pages to read: the rule that made each, its slots, and the words that each slot came from. What is right for these texts stands in their NAME.gold.jsonl; here stands what comes out. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { explained } from "../../pipeline/extract/index.ts";
import { isAsItWas } from "../fixtures/golden.ts";
import { processed } from "../fixtures/processed.ts";
import { registers } from "../fixtures/registers.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const textsIn = (folder: string) => readdirSync(new URL(folder, FIXTURES)).filter((file) => file.endsWith(".clean.txt")).sort().map((file) => `${folder}/${file}`);
/** The texts of 2013 and the first two passages of each genre. */
const TEXTS = [...textsIn("2013"), ...["accidents", "communiques", "gazetteers", "policies", "yearbooks"].flatMap((genre) => textsIn(`passages/${genre}`).slice(0, 2))];

function factsPage(raw: string): string {
  const { document, restored, outline } = processed(raw);
  return explained(document, restored, outline, registers).map(({ id: _id, kind: _kind, document: _document, section, span, quote, text: _text, certainty, rule, slots, ...fact }) => {
    const told = Object.entries(fact).filter(([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0));
    const words = Object.entries(slots).filter(([, from]) => from.length > 0).map(([slot, from]) => `${slot} ${from.map((one) => `${one.reading[0]}“${one.words}”`).join("")}`);
    return [`${span.start}-${span.end} ${quote.replaceAll("\n", "⏎")}`, `  ${rule}${certainty === "stated" ? "" : ` (${certainty})`} in ${section.length}: ${told.map(([slot, value]) => `${slot}=${JSON.stringify(value)}`).join(" ")}`, `  ${words.join(" ")}`, ""].join("\n");
  }).join("");
}

test.each(TEXTS)("%s", (path) => {
  const name = path.replaceAll("/", "-").replace(/\.clean\.txt$/u, "").replace("passages-", "");
  expect(isAsItWas(new URL(`facts/${name}.txt`, import.meta.url), factsPage(readFileSync(new URL(path, FIXTURES), "utf8"))), `test/extract/facts/${name}.txt is not what comes out of ${basename(path)} now: see ${name}-changed.txt beside it`).toBe(true);
});
