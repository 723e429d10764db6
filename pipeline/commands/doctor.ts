/** doctor: whether this installation can make an edition: a line a check on standard output, ok, note or fail and what to do, or one JSON object. Not here: the checks. */
import { EXIT, wordsOf, type ExitCode } from "../messages.ts";
import { checksOf } from "./doctor/checks.ts";
import type { Diagnosis } from "./doctor/diagnosis.ts";
import { write } from "./output.ts";
import { outputsDir } from "./paths.ts";
import { padded, widthOf } from "./report/width.ts";
import type { CheckName } from "./words/doctor.ts";
import { wordsIn, type Lang } from "./words/index.ts";

/** Gives status 1 where a check fails; a note changes no status. */
export async function runDoctor({ json, out = outputsDir(), lang }: { json: boolean; out?: string | undefined; lang?: Lang | undefined }): Promise<ExitCode> {
  const { doctor: words } = wordsIn(lang);
  const told: (Diagnosis & { check: CheckName })[] = [];
  const wide = (texts: readonly string[]) => Math.max(...texts.map(widthOf));
  const [states, names] = [wide(Object.values(words.states)), wide(Object.values(words.names))];
  for (const { check, run } of checksOf(words, out)) {
    const diagnosis = await diagnosed(run);
    told.push({ check, ...diagnosis });
    if (!json) await write(`${padded(words.states[diagnosis.state], states)}  ${padded(words.names[check], names)}  ${diagnosis.words}\n`);
  }
  const count = (state: Diagnosis["state"]) => told.filter((one) => one.state === state).length;
  const sum = words.sum(count("fail"), count("note"));
  await write(json ? `${JSON.stringify({ ok: count("fail") === 0, words: sum, checks: told }, null, 2)}\n` : `${sum}\n`);
  return count("fail") > 0 ? EXIT.invalid : EXIT.done;
}

async function diagnosed(run: () => Diagnosis | Promise<Diagnosis>): Promise<Diagnosis> {
  try {
    return await run();
  } catch (thrown) {
    return { state: "fail", words: wordsOf(thrown) };
  }
}
