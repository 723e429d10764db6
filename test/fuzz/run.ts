/** The night's fuzzing: RUNS inputs (100,000) from SEED (new each night, printed), each held to the laws and to a second of processor time; figures on standard output.
 *
 *  The inputs are taken by a process of their own, so that a hang can be ended and told. Input n of a block comes from the block's seed: SEED of a failure repeats its block. */
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Told } from "./block.ts";
import { BLOCK, inputsOf, shown } from "./inputs.ts";

/** Processor seconds without a word from the process that takes the inputs: it hangs. Not by the clock, which a busy machine stretches. */
const SILENCE = 30;

const runs = wholeNumber("RUNS", 100_000);
const seed = wholeNumber("SEED", Math.floor(Math.random() * 2 ** 31));
const blocks = Math.ceil(runs / BLOCK);
const tally: Record<string, number> = {};
let failures = 0;
let slowest = { seconds: 0, words: "" };
const began = performance.now();

console.log(`fuzz: ${runs} inputs, SEED=${seed}`);
let next = 0;
while (next < blocks) next = await takeFrom(next);
const minutes = (performance.now() - began) / 60_000;
for (const [fate, count] of Object.entries(tally).sort()) console.log(`  ${fate.padEnd(28)} ${count}`);
console.log(`  slowest input                ${slowest.seconds.toFixed(2)} s of processor time (${slowest.words})`);
console.log(`fuzz: ${runs} inputs, SEED=${seed}, ${failures} failures, ${minutes.toFixed(1)} min`);
process.exitCode = failures === 0 ? 0 : 1;

/** Takes blocks from this one on until all are done or the process has gone; the block to go on with. */
function takeFrom(first: number): Promise<number> {
  const child = fork(fileURLToPath(new URL("./block.ts", import.meta.url)), [String(seed), String(first), String(runs)], { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  let block = first;
  let at = 0;
  let heard = 0;
  const watch = setInterval(() => {
    if (processorSeconds(child.pid!) - heard > SILENCE) child.kill("SIGKILL");
  }, 5000);
  child.on("message", (told: Told) => {
    heard = told.at;
    if (told.what === "taking") at = told.input;
    else if (told.what === "block") {
      block = told.block + 1;
      for (const [fate, count] of Object.entries(told.tally)) tally[fate] = (tally[fate] ?? 0) + count;
      if (told.slowest.seconds > slowest.seconds) slowest = told.slowest;
      if (block % 20 === 0) console.log(`  ${Math.min(runs, block * BLOCK)} done, ${failures} failures, ${((performance.now() - began) / 60_000).toFixed(1)} min`);
    } else fail(told.seed, told.words);
  });
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      if (code === 0) return resolve(blocks);
      fail(seed + block, `input ${at}: ${signal === null ? `the process ended with status ${code}` : `no word for ${SILENCE} s of processor time, or ended by ${signal}`}: ${shown(inputsOf(seed + block)[at]!)}`);
      return resolve(block + 1);
    });
  });
}

/** What a process has used, of user's and system's time, by /proc (Linux; hundredths of a second). */
function processorSeconds(pid: number): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ").slice(11, 13).map(Number);
    return (user! + system!) / 100;
  } catch {
    return 0; // it has gone, which its exit tells
  }
}

function fail(of: number, words: string): void {
  failures++;
  console.log(`FAILED, repeat with make fuzz SEED=${of} RUNS=${BLOCK}: ${words}`);
}

function wholeNumber(name: string, otherwise: number): number {
  const written = process.env[name];
  if (written === undefined || written === "") return otherwise;
  if (!/^\d{1,10}$/u.test(written)) {
    console.error(`${name}=${written} is no whole number. Give digits only.`);
    process.exit(2);
  }
  return Number(written);
}
