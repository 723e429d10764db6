/** The Makefile at its door: what it is given. Recipes are printed, not run. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "../fixtures/nianjian.ts";

function make(args: readonly string[], given: Readonly<Record<string, string>> = {}) {
  // what the make that runs these tests was given is not for this one
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:MAKE|MFLAGS|YEAR$)/u.test(name)));
  return spawnSync("make", ["--dry-run", "--no-print-directory", "--old-file=node_modules/.package-lock.json", ...args], { cwd: ROOT, encoding: "utf8", env: { ...env, ...given, LC_ALL: "C.UTF-8" } });
}

test.each<[string, string[], RegExp]>([
  ["a year that nobody named", ["year"], /name the year that is to be laid out: make year YEAR=2015\./u],
  ["a variable that is misspelt", ["edition", "YAER=2016"], /YAER: make knows no such variable, and did nothing\. It knows YEAR /u],
  ["two of them, for any target", ["help", "YEER=1", "YEAR=2014", "OUUT=2"], /(?:YEER OUUT|OUUT YEER): make knows/u],
])("%s is refused with status 2", (_, args, line) => expect(make(args)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(line) }));

test.each<[string, string[], Record<string, string>, string]>([
  ["the year of the Makefile", ["edition"], {}, "build '2013'"],
  ["a year", ["year", "YEAR=2015"], {}, "year '2015'"],
  ["a year of the environment", ["year"], { YEAR: "2016" }, "year '2016'"],
  ["a folder with a space and an equals sign", ["edition", "SOURCES=a x=y"], {}, "--sources 'a x=y'"],
  ["what the program reads from its environment", ["edition", "LANG=zh_CN.UTF-8", "NIANJIAN_CACHE=/c"], {}, "build '2013'"],
])("%s is taken", (_, args, env, recipe) => expect(make(args, env)).toMatchObject({ status: 0, stdout: expect.stringContaining(recipe) }));
