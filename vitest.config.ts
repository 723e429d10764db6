import { configDefaults, defineConfig } from "vitest/config";

/** No test says how long something takes; the limits only end what hangs, on a machine however busy. */
export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, ".stryker-tmp/**"],
    setupFiles: ["test/setup/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    coverage: {
      provider: "v8",
      include: ["pipeline/**/*.ts"],
      exclude: ["pipeline/restore/model/kernel/assembly/**"], // AssemblyScript: what runs is the WebAssembly made from it
      reporter: ["text-summary", "json-summary", "html"],
      reportsDirectory: "reports/coverage",
      thresholds: { lines: 90 },
    },
  },
});
