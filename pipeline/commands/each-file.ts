/** The files of a command one after another: the first that cannot be taken ends it, or, with --keep-going, is told and the others follow. Not here: what is done with a file. */
import { EXIT, type ExitCode, UserError } from "../messages.ts";
import { progressThrough } from "./report/channel.ts";

/** Gives the status: that of the first file that was refused. Throws its UserError where the command does not keep going. */
export async function eachFile(files: readonly string[], keepGoing: boolean, take: (file: string) => Promise<void>): Promise<ExitCode> {
  let status: ExitCode = EXIT.done;
  const progress = progressThrough(files);
  for (const [done, file] of files.entries()) {
    progress.at(done);
    try {
      await take(file).finally(progress.clear);
    } catch (thrown) {
      if (!keepGoing || !(thrown instanceof UserError)) throw thrown;
      process.stderr.write(`${thrown.message}\n`);
      if (status === EXIT.done) status = thrown.exitCode;
    }
  }
  return status;
}
