import { defineConfig } from "vitest/config";

/** Whole editions are made of what these two stages give. */
const OF_A_YEAR = ["check", "tabulate"];
const stage = process.env["MUTATION_STAGE"] ?? "";

/** A stage's mutants are judged by the stage's own tests, those of a whole year also by the goldens of editions. Runs of 100,000 characters are left out: they are long, and say nothing that shorter ones do not; so are the floors of the passages, which one fault in a rule does not reach.
 *  Files share what they import: each mutant has a process of its own, and importing is most of its time. */
export default defineConfig({
  test: {
    include: [`test/${stage}/**/*.test.ts`, ...(OF_A_YEAR.includes(stage) ? ["test/edition/goldens.test.ts"] : [])],
    exclude: ["test/restore/long-runs.test.ts", "test/extract/passages.test.ts"],
    setupFiles: ["test/setup/seed.ts"],
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
