/** A tiny edition, made and verified in a folder of its own, which then goes: whether everything works together here. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordsOf } from "../../messages.ts";
import { buildYear } from "../build/year.ts";
import { silent } from "../report.ts";
import type { DoctorWords } from "../words/doctor.ts";
import { yearFiles } from "../year-files.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Before all years of sources/: no other year's texts are read for it. */
const YEAR = 1999;
const TEXT = "1999年底.全市热线接通率达到92.5.\n甲县.乙县.丙县3个县已开通热线.\n";

export async function tinyBuild(words: DoctorWords): Promise<Diagnosis> {
  const dir = mkdtempSync(join(tmpdir(), "nianjian-doctor-"));
  try {
    const began = performance.now();
    for (const { name, text } of yearFiles(YEAR)) writeFileSync(join(dir, name), text);
    writeFileSync(join(dir, "01-热线.txt"), TEXT);
    const { published } = await buildYear(YEAR, { sources: dir, out: join(dir, "outputs"), ods: false, cache: false, keepGoing: false }, silent);
    return { state: "ok", words: words.built(published.files.length, ((performance.now() - began) / 1000).toFixed(1)) };
  } catch (thrown) {
    return { state: "fail", words: words.notBuilt(wordsOf(thrown)) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
