/** For logs: pino's JSON, an entry a line. pino's own fields are `level` (20 debug, 30 info, 40 warn, 50 error), `time` (milliseconds since 1970, UTC) and `msg`;
 *  ours `run`, `year`, `stage`, `of`, `document`, `duration_ms`, and those of the outcome (docs/operation.md). */
import { pino, type DestinationStream } from "pino";
import { rounded, type Channel } from "../report.ts";

/** `to`: where entries go, standard error unless told otherwise; `run`: the run's id. */
export function logs(run: string, to: DestinationStream = standardError()): Channel {
  const log = pino({ base: { run }, level: "info" }, to);
  return {
    began: ({ year, stage, of }) => log.info({ year, stage, ...aboutYear(of) }, `${stage} begins`),
    ended: ({ year, stage, of, ms }) => log.info({ year, stage, ...aboutYear(of), duration_ms: rounded(ms) }, `${stage} ended`),
    text: ({ year, document, ms, done, total }) => log.info({ year, stage: "texts", document, duration_ms: rounded(ms), done, total }, `text ${done} of ${total}`),
    warn: (words) => log.warn(words),
    outcome: (lines, fields, level) => log[level](fields, lines[0] ?? "done"),
    failed(words, fields, level) {
      log[level]({ ...fields, error: words }, fields.outcome);
      // The message as people read it: what `systemctl status` and a mail of cron show.
      to.write(`${words}\n`);
    },
  };
}

/** A log that cannot be written, on a full disk or with nobody to read it, stops no edition: run.json and the status still say what came of it. */
function standardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: true }).on("error", () => {});
}

const aboutYear = (of: number | null) => (of === null ? {} : { of });
