/** A finding hangs on its facts alone, and on each of them by the slots that say what is compared with what: a page a check, to read and to hold against. */
import { expect, test } from "vitest";
import { checks } from "../../pipeline/check/index.ts";
import { isAsItWas } from "../fixtures/golden.ts";
import { registers } from "../fixtures/registers.ts";
import { hangsOn } from "./hangs-on.ts";

test.each([...checks])("$name", (check) => {
  const page = new URL(`hangs-on/${check.name}.txt`, import.meta.url);
  expect(isAsItWas(page, `${hangsOn(check, registers).join("\n")}\n`), `test/check/hangs-on/${check.name}.txt is not what the check does now: see ${check.name}-changed.txt beside it`).toBe(true);
});
