/** The ODS twin of a workbook, by LibreOffice where it is installed: beside the edition, never part of it, for LibreOffice writes other bytes each time. */
import { spawnSync } from "node:child_process";
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { systemCode, wordsOf } from "../messages.ts";
import { shown } from "./paths.ts";

const PROGRAMS = ["soffice", "libreoffice"];
/** It takes seconds; a program that waits for a window never ends. */
const MINUTES = 3;

/** Converts a workbook into `dir`, under its own name. Gives the file's path, or in words why there is none: a conversion that fails takes nothing from the edition, nor from an ODS that was there. */
export function odsTwin(workbook: string, dir: string, programs: readonly string[] = PROGRAMS): { path: string } | { fault: string } {
  const name = `${basename(workbook, ".xlsx")}.ods`;
  const path = join(dir, name);
  const beside = `${path}.part`;
  const work = mkdtempSync(join(tmpdir(), "nianjian-ods-"));
  try {
    // A profile of its own: LibreOffice that is open on the desk would take the file and say nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`;
    const args = [profile, "--headless", "--convert-to", "ods", "--outdir", work, workbook];
    const fault = run(programs, args);
    if (fault !== null) return { fault };
    if (!existsSync(join(work, name))) return { fault: `LibreOffice made no ${name} of ${shown(workbook)}. Open the workbook there and see what it says.` };
    copyFileSync(join(work, name), beside);
    settle(beside);
    renameSync(beside, path);
    return { path };
  } catch (thrown) {
    return { fault: `${shown(path)}: the ODS twin cannot be written (${wordsOf(thrown)}). Make room or give write access, and build again.` };
  } finally {
    for (const left of [beside, work]) rmSync(left, { recursive: true, force: true });
  }
}

/** Has a file on the disk before it takes the place of a former one. */
function settle(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Runs the first of the programs that is there; null where it did its work, or what went wrong. */
function run(programs: readonly string[], args: readonly string[]): string | null {
  for (const program of programs) {
    const { error, status, stderr } = spawnSync(program, args, { encoding: "utf8", timeout: MINUTES * 60_000, killSignal: "SIGKILL" });
    if (systemCode(error) === "ENOENT") continue;
    if (error) return `${program} did not end its work: ${error.message}. Convert the workbook by hand.`;
    return status === 0 ? null : `${program} could not convert the workbook: ${stderr.trim() || `status ${status}`}. Convert it by hand.`;
  }
  return `no ODS twin was made: there is no LibreOffice here (${programs.join(", ")}). Install it (Debian: libreoffice-calc), or leave --ods out.`;
}
