/** An edition on the disk: its manifest, its facts, the files it has. Not here: judging them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fact } from "../../schemas/fact.ts";
import { Manifest } from "../../schemas/manifest.ts";
import { EXIT, UserError } from "../messages.ts";

/** manifest.json of an edition's folder. Throws UserError 66 where there is none, 65 where it is not one. */
export function readManifest(dir: string): Manifest {
  const path = join(dir, "manifest.json");
  if (!existsSync(path)) throw new UserError(EXIT.noInput, `${path}: there is no such file. Name the folder of an edition: outputs/YEAR.`);
  const result = Manifest.safeParse(jsonOf(path, readFileSync(path, "utf8")));
  if (!result.success) throw new UserError(EXIT.badData, `${path}: ${result.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`).join("; ")}. Build the edition again.`);
  return result.data;
}

/** facts.jsonl of an edition's folder, by id. */
export function readFacts(dir: string): Map<string, Fact> {
  const path = join(dir, "data", "facts.jsonl");
  if (!existsSync(path)) throw new UserError(EXIT.noInput, `${path}: there is no such file. Build the edition again.`);
  const lines = readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
  return new Map(lines.map((line, i) => {
    const result = Fact.safeParse(jsonOf(`${path}:${i + 1}`, line));
    if (!result.success) throw new UserError(EXIT.badData, `${path}:${i + 1}: ${result.error.issues[0]?.message ?? "not a fact"}. Build the edition again.`);
    return [result.data.id, result.data];
  }));
}

/** All files below a folder, as the manifest writes them. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length).replaceAll("\\", "/").replace(/^\/+/u, ""))
    .sort();
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UserError(EXIT.badData, `${path}: this is not JSON. Build the edition again.`, { cause: thrown });
  }
}
