/** Books as PDF/A-1b, judged by PDFBox preflight: `tsx .ci/preflight.ts YEAR…`. Preflight knows no later part of PDF/A, so it is shown the same pages in version 1.4.
 *  Status 1 where a book is not valid; a word and status 0 where there is no Java or no PDFBox (Debian: libpdfbox2-java libactivation-java libjaxb-api-java). */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editionOf } from "../pipeline/commands/open-year.ts";
import { FACE_NAMES, type FontFiles, openFaces } from "../pipeline/publish/book/face.ts";
import { fontPaths, laidOut } from "../pipeline/publish/book/index.ts";
import { silent } from "../pipeline/commands/report.ts";
import { paint, TWIN } from "../pipeline/publish/book/paint/index.ts";

const JARS = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-io", "commons-logging", "javax.activation", "jaxb-api"].map((name) => `/usr/share/java/${name}.jar`);

const missing = [...JARS.filter((jar) => !existsSync(jar)), ...(spawnSync("java", ["-version"]).status === 0 ? [] : ["java"])];
if (missing.length > 0) console.log(`preflight skipped, PDF/A-1b not judged: ${missing.join(", ")} missing`);
else for (const year of process.argv.slice(2)) await judge(Number(year));

async function judge(year: number): Promise<void> {
  const edition = await editionOf(year, undefined, silent);
  const paths = fontPaths();
  const faces = openFaces(Object.fromEntries(FACE_NAMES.map((name) => [name, readFileSync(paths[name])])) as FontFiles);
  const folder = mkdtempSync(join(tmpdir(), "preflight-"));
  const file = join(folder, `nianjian-${year}-a1b.pdf`);
  writeFileSync(file, paint(laidOut(edition, faces), faces, TWIN));
  const { stdout, stderr, status } = spawnSync("java", ["-cp", JARS.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  console.log((stdout + stderr).trim());
  if (status !== 0 || !stdout.includes("is a valid PDF/A-1b file")) process.exitCode = 1;
}
