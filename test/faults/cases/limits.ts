/** Signals, streams that nobody reads, limits of the process, masks of new files, clocks. */
import { openSync, utimesSync } from "node:fs";
import type { Case } from "../case.ts";

const signalled = (signal: NodeJS.Signals): Case => ({ name: signal, how: "sent while files are written", waits: { op: "create", nth: 6 }, during: (_, { child }) => { child.kill(signal); }, ends: [signal], shows: "old" });
const limited = (name: string, how: string, run: Case["run"] & object, says: RegExp, ends: Case["ends"]): Case => ({ name, how, run, says, ends, shows: "whole" });
const clocked = (name: string, how: string, run: Case["run"] & object, arrange?: Case["arrange"]): Case => ({ name, how, run, ends: [0], shows: "new", ...(arrange && { arrange }) });
const clock = (years: number, after = 0) => ({ faults: [{ op: "clock", years, after }] });

export const limits: readonly Case[] = [
  ...(["SIGTERM", "SIGINT", "SIGHUP"] as const).map(signalled),
  { name: "SIGPIPE", how: "nobody reads the log any more, from the first line on", run: { stderr: "closed" }, ends: [0], shows: "new" },
  { name: "the log's disk is full", how: "standard error is /dev/full", skip: () => (process.platform === "linux" ? null : "there is no /dev/full"), run: () => ({ stderr: openSync("/dev/full", "w") }), ends: [0], shows: "new" },
  limited("few open files", "ulimit -n 24", { shell: "ulimit -n 24" }, /./u, [0, 1, 70, 73]),
  limited("small files only", "ulimit -f: no file over 50 KiB", { shell: "ulimit -f 100" }, /EFBIG|larger than/u, [73]),
  limited("little memory", "--max-old-space-size=24: V8 ends the process", { node: ["--max-old-space-size=24"] }, /heap/u, ["SIGABRT", 134]),
  { name: "umask 077", how: "new files are for the user alone", run: { shell: "umask 077" }, ends: [0], shows: "new" },
  { name: "umask 000", how: "new files are for everybody", run: { shell: "umask 000" }, ends: [0], shows: "new" },
  clocked("the clock is ten years back", "Date says so from the first call", clock(-10)),
  clocked("the clock is ten years ahead", "Date says so from the first call", clock(10)),
  clocked("the clock jumps back", "by ten years after twenty calls", clock(-10, 20)),
  clocked("the clock jumps ahead", "by ten years after twenty calls", clock(10, 20)),
  clocked("another time zone", "TZ=Pacific/Apia, which has left out a day", { env: { TZ: "Pacific/Apia" } }),
  clocked("no time zone of this world", "TZ=Nowhere/At_All", { env: { TZ: "Nowhere/At_All" } }),
  clocked("the end of summer time", "TZ=America/New_York, a second before the hour that comes twice", { env: { TZ: "America/New_York" }, faults: [{ op: "clock", to: "2026-11-01T05:59:59Z" }] }),
  clocked("files from the future", "texts and the former edition were written in 2106", {}, (stage) => { for (const path of [stage.text(), stage.folder, stage.lock]) utimesSync(path, 4_291_747_200, 4_291_747_200); }),
  clocked("another locale", "LC_ALL=tr_TR.UTF-8", { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } }),
];
