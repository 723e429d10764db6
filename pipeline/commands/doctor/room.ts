/** Whether a folder, or the one above it where it is not there yet, can be written, and how much room its disk has. */
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { systemCode, wordsOf } from "../../messages.ts";
import type { DoctorWords } from "../words/doctor.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** An edition of 50 pages is 2 MB, one of 200,000 facts and 2,000 pages some 100 MB, and all revisions are kept. */
const LEAST = 200e6;
const SAFE = 2e9;

/** A file is really written there and removed again: rights alone do not show a disk that is read-only or full. */
export function roomIn(dir: string, words: DoctorWords): Diagnosis {
  let there = resolve(dir);
  while (!existsSync(there)) there = dirname(there);
  try {
    const probe = mkdtempSync(join(there, ".nianjian-doctor-"));
    try {
      writeFileSync(join(probe, "probe"), "x");
    } finally {
      rmSync(probe, { recursive: true, force: true });
    }
  } catch (thrown) {
    return { state: "fail", words: words.notWritable(dir, systemCode(thrown) ?? wordsOf(thrown)) };
  }
  const { bavail, bsize } = statfsSync(there);
  return judged(dir, bavail * bsize, words);
}

/** `free`: bytes that this user may still write. */
export function judged(dir: string, free: number, words: DoctorWords): Diagnosis {
  if (free >= SAFE) return { state: "ok", words: words.room(dir, sizeOf(free)) };
  return { state: free < LEAST ? "fail" : "note", words: words.roomShort(dir, sizeOf(free), sizeOf(SAFE)) };
}

const sizeOf = (bytes: number): string => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);
