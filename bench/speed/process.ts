/** One way of doing a thing, in a fresh process: built before, timed from its start to its end. Not here: what the ways are, taking turns. */
import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Took } from "./took.ts";

/** What a process said of itself, and its seconds from start to end. */
export type Once = Took & { readonly wall: number };

/** A way's program as JavaScript: compiling TypeScript at the start of each process is no part of its work. It is built within node_modules, so that packages are found. */
export function builtWay(program: string, cache: string): string {
  const outdir = fileURLToPath(new URL(`../../node_modules/.cache/${cache}`, import.meta.url));
  buildSync({ entryPoints: [program], outdir, bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", outExtension: { ".js": ".mjs" } });
  return join(outdir, basename(program).replace(/\.ts$/u, ".mjs"));
}

/** Runs a command whose last output is what it took. Throws with its words where it fails. */
export function once(way: string, command: string, args: readonly string[]): Once {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  const wall = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${way} did not do its work: ${stderr}`);
  return { ...(JSON.parse(stdout) as Took), wall };
}
