/** Every rule's own examples and counter-examples: a rule needs no other test, an editor's counter-example is one more string. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES, rulesPage } from "../../docs/write-rules.ts";
import { ruleBooks } from "../../pipeline/extract/rules.ts";
import { registers } from "../fixtures/registers.ts";

describe.each(ruleBooks(registers))("$file", ({ rules, tell }) => {
  test("names are unique", () => expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length));

  describe.each([...rules])("$name", ({ name, examples, leaves }) => {
    test.each(Object.entries(examples))("reads %s", (text, told) => expect(tell(name, text)).toEqual(told));
    if (leaves.length > 0) test.each([...leaves])("leaves %s", (text) => expect(tell(name, text)).toEqual([]));
  });
});

test("docs/rules.md is as the rules say: `make rules` writes it", () => expect(readFileSync(RULES, "utf8")).toBe(rulesPage()));
