/** Whether the installed packages are those of package-lock.json. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { HOME } from "../../home.ts";
import type { DoctorWords } from "../words/doctor.ts";
import type { Diagnosis } from "./diagnosis.ts";

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional(), optional: z.boolean().optional(), devOptional: z.boolean().optional(), link: z.boolean().optional() })) });
const Installed = z.object({ version: z.string() });

/** More names than this are told by their number. */
const NAMED = 5;

/** Each package's own package.json is asked. One that is only for development, or for another kind of machine, may be missing. */
export function packages(words: DoctorWords, root = HOME): Diagnosis {
  const lock = join(root, "package-lock.json");
  if (!existsSync(lock)) return { state: "note", words: words.packagesUnknown };
  const wanted = Object.entries(Lock.parse(JSON.parse(readFileSync(lock, "utf8"))).packages).filter(([path, { link }]) => path !== "" && link !== true);
  const found = wanted.map(([path, one]) => ({ name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length), ...one, installed: installedAt(join(root, path)) }));
  const wrong = found.filter(({ installed, version, dev, optional, devOptional }) => (installed === null ? !(dev || optional || devOptional) : installed !== version));
  if (wrong.length === 0) return { state: "ok", words: words.packages(found.filter(({ installed }) => installed !== null).length) };
  const names = wrong.slice(0, NAMED).map(({ name, version, installed }) => `${name} ${installed ?? "–"} (${version ?? "?"})`);
  return { state: "fail", words: words.packagesDiffer(wrong.length > NAMED ? [...names, `… ${wrong.length}`] : names) };
}

/** The version of an installed package; null where it is not there. */
function installedAt(dir: string): string | null {
  const path = join(dir, "package.json");
  return existsSync(path) ? (Installed.safeParse(JSON.parse(readFileSync(path, "utf8"))).data?.version ?? "?") : null;
}
