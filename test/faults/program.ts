/** The program as a scheduler runs it, built to JavaScript once; and the same kept warm, for runs that nothing is done to. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHIM = new URL("shim.mjs", import.meta.url).href;

/** Builds pipeline/cli.ts under reports/; each module still finds its files from where its source lies. Gives the path. */
export async function builtProgram(): Promise<string> {
  const outdir = join(ROOT, "reports", "faults");
  const ownUrl = async ({ path }: { path: string }) => ({ loader: "ts" as const, contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)) });
  await build({
    absWorkingDir: ROOT, entryPoints: ["pipeline/cli.ts"], outdir, outExtension: { ".js": ".mjs" }, bundle: true, splitting: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "error",
    plugins: [{ name: "own-url", setup: (bundler) => bundler.onLoad({ filter: /[\\/](?:pipeline|schemas)[\\/].*\.ts$/ }, ownUrl) }],
  });
  return join(outdir, "cli.mjs");
}

export interface How {
  /** What is done to it from within (shim.mjs), the numbers of operations counted from 1. */
  readonly faults?: readonly Readonly<Record<string, string | number>>[];
  readonly env?: NodeJS.ProcessEnv;
  readonly node?: readonly string[];
  /** A shell's words before the program: `ulimit -n 30`. */
  readonly shell?: string;
  /** Run as nobody: root may write everywhere. */
  readonly asNobody?: boolean;
  /** Where its standard error goes; read where not said. */
  readonly stderr?: number | "closed";
}

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said on standard error so far. */
  said(): string;
}

const NOBODY = 65534;

/** Starts the program with these arguments. */
export function start(program: string, args: readonly string[], { faults = [], env = {}, node = [], shell, asNobody = false, stderr }: How = {}): Running {
  const command = [process.execPath, ...(faults.length === 0 ? [] : ["--import", SHIM]), ...node, program, ...args];
  const [file, rest] = shell === undefined ? [command[0]!, command.slice(1)] : ["/bin/sh", ["-c", `${shell}; exec "$0" "$@"`, ...command]];
  const child = spawn(file, rest, {
    cwd: ROOT,
    env: { ...process.env, ...env, ...(faults.length > 0 && { NIANJIAN_FAULTS: JSON.stringify(faults) }) },
    stdio: ["ignore", "pipe", typeof stderr === "number" ? stderr : "pipe"],
    ...(asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
  let out = "", err = "";
  child.stdout?.on("data", (chunk: Buffer) => { out += chunk.toString("utf8"); });
  if (stderr === "closed") child.stderr?.destroy();
  else child.stderr?.on("data", (chunk: Buffer) => { err += chunk.toString("utf8"); });
  const ended = new Promise<Ended>((done, failed) => {
    child.on("error", failed);
    child.on("close", (status, signal) => done({ status, signal, out, err }));
  });
  return { child, ended, said: () => err };
}

/** A process that runs the program again and again with its modules loaded. */
export class Warm {
  readonly #child: ChildProcess;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(program: string) {
    this.#child = fork(join(dirname(fileURLToPath(import.meta.url)), "warm.mjs"), [program], { cwd: ROOT, stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [] });
  }

  /** Gives the exit status and what was said on both outputs. */
  run(args: readonly string[]): Promise<{ status: number; said: string }> {
    const answer = this.#turn.then(async () => {
      this.#child.send(args);
      const [message] = (await once(this.#child, "message")) as [{ status: number; said: string }];
      return message;
    });
    this.#turn = answer.catch(() => {});
    return answer;
  }

  close(): void {
    this.#child.disconnect();
  }
}
