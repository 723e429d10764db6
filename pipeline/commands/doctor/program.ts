/** Programs beside Node that some commands use. */
import { spawnSync } from "node:child_process";

/** A program that asks for a window never answers. */
const SECONDS = 20;

/** The first line that the first of the programs says when it is asked for its version; null where none is there. */
export function versionOf(programs: readonly string[], ask = "--version"): string | null {
  for (const program of programs) {
    const { error, stdout, stderr } = spawnSync(program, [ask], { encoding: "utf8", timeout: SECONDS * 1000, killSignal: "SIGKILL" });
    if (!error) return `${stdout}\n${stderr}`.split("\n").map((line) => line.trim()).find((line) => line !== "") ?? program;
  }
  return null;
}
