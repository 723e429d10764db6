/** A small year on a stage of its own: its texts, an edition of them as it was published, the texts as they were changed since. Not here: what is done to it. */
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type How, type Running, start, type Warm } from "./program.ts";

/** A year before all of sources/, so that no other year's texts are read for it. */
export const YEAR = 2010;
const TEXTS = { "01-热线.txt": "一、服务热线.全市建成服务热线32条，比上年增加4条.", "02-办事.txt": "二、网上办事.市级部门网上办事覆盖率达到60%." };
/** What the texts say when the run begins that something is done to. */
const CHANGED = { "02-办事.txt": "二、网上办事.市级部门网上办事覆盖率达到75%，区级部门超过40%." };

const edition = (year: number): string => `title: 热线年鉴
titlePinyin: Rexian Nianjian
titleEn: Yearbook of Hotlines
year: ${year}
date: "${year + 1}-05-04"
editor: 编辑部
editorEn: The Editors
trim: 185x260
columns:
  - { id: reports, title: 报告, titleEn: Reports, texts: [] }
rest: reports
tables:
  - { rule: defaults }
`;

/** Path below a folder → digest of the file. */
export type Tree = Readonly<Record<string, string>>;

export function treeOf(dir: string): Tree {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((path) => [path.slice(dir.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")]));
}

const same = (one: Tree, other: Tree): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the stages are copies of, and what an edition of the old texts and of the new ones is to the byte. */
export interface Template {
  readonly dir: string;
  readonly old: { readonly name: string; readonly tree: Tree };
  readonly fresh: { readonly name: string; readonly tree: Tree };
  readonly program: string;
  readonly warm: Warm;
}

/** Builds both editions, the old one first. */
export async function template(program: string, warm: Warm): Promise<Template> {
  const dir = mkdtempSync(join(tmpdir(), "nianjian-faults-"));
  chmodSync(dir, 0o755);
  const sources = join(dir, "sources"), out = join(dir, "out");
  mkdirSync(sources);
  writeFileSync(join(sources, "edition.yaml"), edition(YEAR));
  for (const [name, words] of Object.entries(TEXTS)) writeFileSync(join(sources, name), words);
  const built = async (into: string) => {
    const { status, said } = await warm.run(["build", String(YEAR), "--sources", sources, "--out", into]);
    if (status !== 0) throw new Error(`the small year cannot be built: ${said}`);
    const folder = realpathSync(join(into, String(YEAR)));
    return { name: folder.slice(folder.lastIndexOf("/") + 1), tree: treeOf(folder) };
  };
  const old = await built(out);
  for (const [name, words] of Object.entries(CHANGED)) writeFileSync(join(sources, name), words);
  cpSync(out, join(dir, "both"), { recursive: true, verbatimSymlinks: true });
  const fresh = await built(join(dir, "both"));
  return { dir, old, fresh, program, warm };
}

export type Shown = "old" | "new" | "nothing";

export class Stage {
  readonly dir: string;
  readonly sources: string;
  out: string;

  constructor(readonly of: Template) {
    this.dir = mkdtempSync(join(of.dir, "stage-"));
    chmodSync(this.dir, 0o755);
    this.sources = join(this.dir, "sources");
    this.out = join(this.dir, "out");
    cpSync(join(of.dir, "sources"), this.sources, { recursive: true });
    cpSync(join(of.dir, "out"), this.out, { recursive: true, verbatimSymlinks: true });
  }

  /** outputs/YEAR */
  get link(): string {
    return join(this.out, String(YEAR));
  }

  get editions(): string {
    return join(this.out, ".editions");
  }

  get lock(): string {
    return join(this.editions, `${YEAR}.lock`);
  }

  get folder(): string {
    return join(this.editions, this.of.old.name);
  }

  text(name: "01-热线.txt" | "02-办事.txt" = "02-办事.txt"): string {
    return join(this.sources, name);
  }

  /** The texts as they were when the old edition was made. */
  withOldTexts(): void {
    for (const [name, words] of Object.entries(TEXTS)) writeFileSync(join(this.sources, name), words);
  }

  withNewTexts(): void {
    for (const [name, words] of Object.entries(CHANGED)) writeFileSync(join(this.sources, name), words);
  }

  /** Lays out another year beside. */
  otherYear(year: number): string {
    const dir = join(this.dir, `sources-${year}`);
    cpSync(this.sources, dir, { recursive: true });
    writeFileSync(join(dir, "edition.yaml"), edition(year));
    return dir;
  }

  build(how: How = {}, year = YEAR, sources = this.sources): Running {
    return start(this.of.program, ["build", String(year), "--sources", sources, "--out", this.out], { ...how, env: { NIANJIAN_CACHE: join(this.dir, "cache"), ...how.env } });
  }

  /** A point where the program waits until `go`: the fault for it, and both ends. */
  point(op: string, more: Readonly<Record<string, string | number>> = {}): { fault: Record<string, string | number>; reached: (run: Running) => Promise<void>; go: () => void } {
    const at = join(this.dir, `at-${op}`), until = join(this.dir, `go-${op}`);
    const reached = async ({ child, said }: Running) => {
      while (!existsSync(at)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended before it came to ${op}: ${said()}`);
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    return { fault: { op, does: "wait", at, until, ...more }, reached, go: () => writeFileSync(until, "") };
  }

  /** Which edition OUT/YEAR shows; throws where it is neither, whole. */
  shown(): Shown {
    if (lstatSync(this.link, { throwIfNoEntry: false }) === undefined) return "nothing";
    const tree = treeOf(realpathSync(this.link));
    if (same(tree, this.of.old.tree)) return "old";
    if (same(tree, this.of.fresh.tree)) return "new";
    throw new Error(`${YEAR} shows neither the old edition nor the new one, whole: ${readlinkSync(this.link)}`);
  }

  /** Throws where the former edition was not kept as it was. */
  kept(): void {
    if (!existsSync(this.folder) || !same(treeOf(this.folder), this.of.old.tree)) throw new Error("the former edition was not kept as it was");
  }

  /** What lies about that is no edition, no link of a year, no lock. */
  leavings(): string[] {
    const known = new Set([".editions", String(YEAR), this.of.old.name, this.of.fresh.name, `${YEAR}.lock`, "run.json", ".runs"]);
    return [...readdirSync(this.out), ...readdirSync(this.editions)].filter((name) => !known.has(name));
  }

  /** An ordinary build, then verify: both have nothing to complain of. */
  async next(): Promise<void> {
    const built = await this.of.warm.run(["build", String(YEAR), "--sources", this.sources, "--out", this.out]);
    if (built.status !== 0) throw new Error(`the next build ended with ${built.status}: ${built.said.split("\n").filter((line) => !line.includes('"level":30')).join(" ")}`);
    const verified = await this.of.warm.run(["verify", this.link]);
    if (verified.status !== 0 || verified.said !== "") throw new Error(`verify says: ${verified.said}`);
  }

  close(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
