import { defineConfig } from "vitest/config";

/** The stages that a text's own way has; the properties go that way. */
const OF_ONE_TEXT = ["restore", "extract"];
const stage = process.env["MUTATION_STAGE"] ?? "";

/** A stage's mutants are judged by the stage's own tests; those of one text also by the properties, the others by the goldens of whole editions. Runs of 100,000 characters are left out: they are long, and say nothing that shorter ones do not.
 *  Files share what they import: each mutant has a process of its own, and importing is most of its time. */
export default defineConfig({
  test: {
    include: [`test/${stage}/**/*.test.ts`, ...(OF_ONE_TEXT.includes(stage) ? ["test/properties/**/*.test.ts"] : ["test/edition/goldens.test.ts"])],
    exclude: ["test/restore/long-runs.test.ts"],
    setupFiles: ["bench/mutation/settle.ts"],
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
