import { defineConfig } from "vitest/config";

/** A stage's mutants are judged by the stage's own tests and the properties. Runs of 100,000 characters are left out: they are long, and say nothing that shorter ones do not. */
export default defineConfig({
  test: {
    include: [`test/${process.env["MUTATION_STAGE"]}/**/*.test.ts`, "test/properties/**/*.test.ts"],
    exclude: ["test/restore/long-runs.test.ts"],
    setupFiles: ["bench/mutation/settle.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
