import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FAULTS, faultsPage } from "../../docs/write-faults.ts";

test("docs/faults.md is as the cases say: `make rules` writes it", () => {
  const page = readFileSync(FAULTS, "utf8");
  expect(page).toBe(faultsPage(page));
});
