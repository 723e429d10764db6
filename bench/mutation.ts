/** npm run mutation: faults planted in the stages one at a time, to see whether a test fails. `--seed 1 --one-in 20` draws, `--stage check` looks at one. */
import { mkdirSync, writeFileSync } from "node:fs";
import type { LogLevel } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { scoreLine, survivorsPage, tally, type Tally } from "./mutation/score.ts";

const STAGES = ["restore", "extract", "check", "tabulate"] as const;
const REPORT = "reports/mutation.md";

function whole(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError("Give a whole number from 1.");
  return Number(text);
}

const { seed, oneIn, stage } = new Command("mutation")
  .option("--seed <n>", "which mutants are drawn", whole, 1)
  .option("--one-in <n>", "how many: one in so many; 1 for all", whole, 20)
  .addOption(new Option("--stage <name>", "one stage instead of all four").choices(STAGES))
  .parse().opts();

/** The stage's mutants under its tests: killed, survived and not covered; what is not drawn is left out. */
async function tried(name: string): Promise<Tally> {
  Object.assign(process.env, { MUTATION_STAGE: name, MUTATION_SEED: String(seed), MUTATION_ONE_IN: String(oneIn) });
  const stryker = new Stryker({
    mutate: [`pipeline/${name}/**/*.ts`, "!pipeline/restore/model/{train,kernel}/**", "!pipeline/{check,extract}/example.ts"],
    ignorePatterns: ["outputs", "dist", "reports"],
    plugins: ["@stryker-mutator/vitest-runner", "./bench/mutation/plugin.mjs"],
    testRunner: "vitest",
    vitest: { configFile: "bench/mutation/vitest.config.ts", related: false },
    checkers: ["draw"],
    ignorers: ["examples"],
    coverageAnalysis: "perTest",
    reporters: [process.stdout.isTTY ? "progress" : "progress-append-only"],
    concurrency: 2,
    timeoutMS: 120_000, // on a busy machine a shorter limit would kill what no test does
    timeoutFactor: 3,
    cleanTempDir: "always",
    allowConsoleColors: false,
    logLevel: "warn" as LogLevel,
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
  });
  return tally(name, await stryker.runMutationTest(), process.cwd());
}

const tallies: Tally[] = [];
for (const name of stage === undefined ? STAGES : [stage]) {
  tallies.push(await tried(name));
  mkdirSync("reports", { recursive: true });
  writeFileSync(REPORT, survivorsPage(tallies, { seed, oneIn }));
}
console.log(`mutants drawn with seed ${seed}, one in ${oneIn}; survivors in ${REPORT}`);
for (const one of tallies) console.log(scoreLine(one));
if (tallies.length > 1) console.log(scoreLine({ stage: "all", killed: tallies.flatMap(({ killed }) => killed), survived: tallies.flatMap(({ survived }) => survived), timedOut: tallies.reduce((sum, { timedOut }) => sum + timedOut, 0) }));
