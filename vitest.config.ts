import { configDefaults, defineConfig } from "vitest/config";

/** No test says how long something takes; the limits only end what hangs, on a machine however busy. */
export default defineConfig({ test: { exclude: [...configDefaults.exclude, ".stryker-tmp/**"], testTimeout: 120_000, hookTimeout: 180_000 } });
