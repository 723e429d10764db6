/** What a run says of itself, on standard error: one line that changes on a terminal, pino's JSON elsewhere. Results never go through here. */

export interface Reporter {
  /** What is being done now. */
  step(words: string): void;
  /** What somebody should know of, though the run goes on. */
  warn(words: string): void;
  /** What a run came to: lines for people, fields for logs. */
  done(lines: readonly string[], fields: Readonly<Record<string, unknown>>): void;
}

export async function reporter(): Promise<Reporter> {
  return process.stderr.isTTY ? terminal() : logs();
}

function terminal(): Reporter {
  const began = performance.now();
  const clear = "\r\u001B[2K";
  return {
    step: (words) => process.stderr.write(`${clear}${((performance.now() - began) / 1000).toFixed(1)} s  ${words} …`),
    warn: (words) => process.stderr.write(`${clear}${words}\n`),
    done: (lines) => process.stderr.write(`${clear}${lines.join("\n")}\n`),
  };
}

async function logs(): Promise<Reporter> {
  const { pino } = await import("pino");
  const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    step: (words) => log.info({ step: words }, words),
    warn: (words) => log.warn(words),
    done: (lines, fields) => log.info(fields, lines[0] ?? "done"),
  };
}

/** Says nothing: for commands whose result is all there is to say. */
export const silent: Reporter = { step: () => {}, warn: () => {}, done: () => {} };
