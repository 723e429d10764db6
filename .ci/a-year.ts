/** Runs docs/a-year.md: every command in a copy of the project, every file that it shows written there, what comes out held against what it prints. Where … stands, anything may.
 *
 *  `npx tsx .ci/a-year.ts`; status 1 with the first command of which it is not so. `--print` prints what comes out of all, and holds it against nothing. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const GUIDE = "docs/a-year.md";
const FENCE = /^```(?<kind>console|text|yaml)(?: (?<file>\S+))?\n(?<body>[\s\S]*?)^```$/gmu;

/** A command and the lines that it is said to print; a last line `status N` says how it ends, 0 where it is not said. */
interface Step {
  readonly command: string;
  readonly printed: string[];
}

function stepsOf(body: string): Step[] {
  return body.split(/^\$ /mu).slice(1).map((step) => {
    const lines = step.replace(/\n$/u, "").split("\n");
    const marker = /<<'(\w+)'$/u.exec(lines[0]!)?.[1];
    const end = marker === undefined ? 1 : lines.indexOf(marker) + 1;
    return { command: lines.slice(0, end).join("\n"), printed: lines.slice(end) };
  });
}

/** Printed lines as a pattern: a line that is … alone stands for any lines, none too. */
function patternOf(lines: readonly string[]): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const words = lines.map((line) => (line === "…" ? "(?:.*\\n)*?" : `${line.split("…").map(literal).join(".*")}\\n`));
  return new RegExp(`^${words.join("")}$`, "u");
}

/** What a command prints, and how it ends. script(1) gives it a terminal, as a person has one. */
function run(command: string, dir: string): { out: string; status: number } {
  const { stdout, status } = spawnSync("script", ["-qefc", command, "/dev/null"], { cwd: dir, encoding: "utf8", input: "", env: { ...process.env, TERM: "dumb", SHELL: "/bin/bash", LANG: "C.UTF-8", LC_ALL: "" } });
  const lines = stdout.replaceAll("\r\n", "\n").replaceAll("\u001B[2K", "").split("\n");
  return { out: lines.map((line) => line.slice(line.lastIndexOf("\r") + 1)).join("\n"), status: status ?? -1 };
}

/** How a command did otherwise than the guide says; null where it did not. */
function fault({ command, printed }: Step, { out, status }: { out: string; status: number }): string | null {
  const said = /^status (\d+)$/u.exec(printed.at(-1) ?? "")?.[1];
  if (status !== Number(said ?? 0)) return `$ ${command}\n${out}status ${status}, the guide says ${said ?? 0}`;
  const wanted = said === undefined ? printed : printed.slice(0, -1);
  return patternOf(wanted).test(out === "" || out.endsWith("\n") ? out : `${out}\n`) ? null : `$ ${command}\n${out}is not what the guide prints:\n${wanted.join("\n")}`;
}

function copyOfProject(): string {
  const dir = mkdtempSync(join(tmpdir(), "a-year-"));
  const files = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { encoding: "utf8" }).stdout.split("\0").filter((path) => path !== "");
  for (const path of files) cpSync(path, join(dir, path), { preserveTimestamps: true }); // else make would install again
  // Hard links: an install that went through a symbolic link would empty the project's own.
  if (spawnSync("cp", ["-al", "node_modules", dir]).status !== 0) throw new Error(`${dir}: node_modules cannot be linked there. Set TMPDIR to a folder on the disk of the project.`);
  return dir;
}

const guide = readFileSync(GUIDE, "utf8");
const isPrinting = process.argv.includes("--print");
const dir = copyOfProject();
let commands = 0;
try {
  for (const { groups } of guide.matchAll(FENCE)) {
    const { file, body } = groups as { file?: string; body: string };
    if (file !== undefined) {
      mkdirSync(join(dir, dirname(file)), { recursive: true });
      writeFileSync(join(dir, file), body);
      continue;
    }
    for (const step of stepsOf(body)) {
      const end = run(step.command, dir);
      if (isPrinting) console.log(`$ ${step.command}\n${end.out}status ${end.status}`);
      const wrong = isPrinting ? null : fault(step, end);
      if (wrong !== null) throw new Error(`${GUIDE}: ${wrong}`);
      commands++;
    }
  }
  if (!isPrinting) console.log(`${GUIDE}: ${commands} commands do what it says`);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true });
}
