/** What chance draws in the property tests: the same each time, so that the same code has the same outcome; another by SEED, as the night's fuzzing does. */
import fc from "fast-check";

/** Of a day without a meaning. */
const EVERY_DAY = 20_130_925;

fc.configureGlobal({ seed: process.env["SEED"] ? Number(process.env["SEED"]) : EVERY_DAY, ...(process.env["RUNS"] ? { numRuns: Number(process.env["RUNS"]) } : {}) });
