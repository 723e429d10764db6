/** The commands and their words. No work is done here: each command loads what it needs and runs it. */
import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { failureOf } from "./commands/failure.ts";
import { LANGS } from "./commands/words/index.ts";
import { EXIT, systemCode, wordsOf } from "./messages.ts";

/** Set by the command that ran; what was thrown decides over it. */
let status: number = EXIT.done;

const program = new Command("nianjian")
  .description("From the raw text of a yearbook to the annual edition: a book and workbooks with the statistical appendices.")
  .option("--debug", "show where an error was thrown")
  .showHelpAfterError("(nianjian COMMAND --help explains a command)")
  .exitOverride();

program
  .command("restore")
  .description("restore raw texts: the marks, percent signs, titles and headings that were lost")
  .argument("<file...>", "raw texts (UTF-8, UTF-16 or GB18030); - is standard input", files)
  .option("--json", "a line a file: document, text, repairs", false)
  .option("--keep-going", "go on without a file that cannot be read; its status is the command's in the end", false)
  .action(async (files, options) => {
    status = await (await import("./commands/restore.ts")).runRestore(files, options);
  });

program
  .command("extract")
  .description("extract the facts of raw texts, one JSON object a line")
  .argument("<file...>", "raw texts (UTF-8, UTF-16 or GB18030); - is standard input", files)
  .addOption(new Option("--year <year>", "the year whose register of regions is used").default(2013).argParser(year))
  .option("--explain", "add to each fact the rule that made it and the words that each slot came from", false)
  .option("--keep-going", "go on without a file that cannot be read; its status is the command's in the end", false)
  .action(async (files, options) => {
    status = await (await import("./commands/extract.ts")).runExtract(files, options);
  });

program
  .command("check")
  .description("check a year's figures against each other and the registers; a finding a line")
  .argument("<year>", "the year, as in sources/YEAR", year)
  .option("--sources <dir>", "take the raw texts from this folder", given)
  .option("--keep-going", "go on without a text that cannot be read; the status is 65 then", false)
  .option("--cache <dir>", "keep what was found in each text in this folder, for the next run (default: NIANJIAN_CACHE, else .cache)", given)
  .option("--no-cache", "process every text again")
  .addOption(lang())
  .action(async (of, options) => {
    status = await (await import("./commands/check.ts")).runCheck(of, options);
  });

program
  .command("build")
  .description("build editions under outputs/YEAR; a year that fails does not stop the others, and the gravest status is the command's")
  .argument("[year...]", "the years, as in sources/YEAR; with --due all of sources/ where none is named", years)
  .option("--due", "build only what is due: texts are there, and something has changed since the published revision, or there is none; 69 where texts are not there yet", false)
  .option("--sources <dir>", "take the raw texts from this folder, and its edition.yaml and corrections.yaml where it has them", given)
  .option("--out <dir>", "put the edition under this folder", given)
  .option("--cache <dir>", "keep what was found in each text in this folder, for the next run (default: NIANJIAN_CACHE, else .cache)", given)
  .option("--no-cache", "process every text again")
  .option("--ods", "also put the tables beside the edition as ODS, by LibreOffice where it is installed", false)
  .option("--keep-going", "make the edition without a text that cannot be read, and let it say so; the status is 65 then", false)
  .addOption(lang())
  .action(async (of, options) => {
    status = await (await import("./commands/build.ts")).runBuild(of ?? [], options);
  });

program
  .command("verify")
  .description("verify that an edition is as it was built, and that its book, workbooks and data hold the same numbers")
  .argument("<dir>", "the edition's folder: outputs/YEAR", given)
  .action(async (dir) => {
    status = await (await import("./commands/verify.ts")).runVerify(dir);
  });

program
  .command("diff")
  .description("show what changed between two revisions of an edition")
  .argument("<year>", "the year, as in outputs/YEAR", year)
  .argument("<r1>", "the earlier revision: its number (r1), the beginning of its digest, or a folder", given)
  .argument("<r2>", "the later one", given)
  .option("--out <dir>", "where the editions lie", given)
  .action(async (of, one, other, options) => (await import("./commands/diff.ts")).runDiff(of, one, other, options));

program
  .command("year")
  .description("lay out sources/YEAR for a new year, every key explained")
  .argument("<year>", "the year", year)
  .action(async (of) => (await import("./commands/year.ts")).runYear(of));

program
  .command("doctor")
  .description("examine the installation, from Node to a tiny edition: ok, note or fail, and what to do")
  .option("--json", "one JSON object", false)
  .option("--out <dir>", "where editions are to lie", given)
  .addOption(lang())
  .action(async (options) => {
    status = await (await import("./commands/doctor.ts")).runDoctor(options);
  });

function lang() {
  return new Option("--lang <lang>", "the language of what is said to people; by the locale where it is left out").choices(LANGS);
}

/** What is empty, as of a variable that is not set, would be taken for this folder or for any edition. */
function given(written: string): string {
  if (written.trim() === "") throw new InvalidArgumentError("It is empty. Name a file or a folder, or leave it out.");
  return written;
}

function files(written: string, before: string[] = []): string[] {
  return [...before, given(written)];
}

function years(written: string, before: number[] = []): number[] {
  return [...before, year(written)];
}

function year(written: string): number {
  if (!/^(?:19|2\d)\d{2}$/u.test(written)) throw new InvalidArgumentError("A year has four digits, 1900 to 2999.");
  return Number(written);
}

/** What was thrown → the exit status; its words go to standard error. */
function statusOf(thrown: unknown): number {
  const { status, words } = failureOf(thrown);
  if (words !== "") process.stderr.write(`${words}\n`);
  return status;
}

// What is told on the way may be lost; the work goes on.
process.stderr.on("error", () => {});

// A reader that has seen enough (| head) is no error.
process.stdout.on("error", (error) => {
  if (systemCode(error) === "EPIPE") process.exit(EXIT.done);
  process.stderr.write(`standard output: this cannot be written (${systemCode(error) ?? wordsOf(error)}). Make room, or lead it elsewhere.\n`);
  process.exit(EXIT.cannotWrite);
});

try {
  await program.parseAsync();
} catch (thrown) {
  status = statusOf(thrown);
}
process.exitCode = status;
