/** What makes an edition: the versions of the program, of Node and of the libraries whose work is in the files. */
import { join } from "node:path";
import { z } from "zod";
import { HOME } from "../home.ts";
import { bytesOf } from "./files.ts";

const Package = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** Libraries that only run the program and leave no trace in its files. */
const SILENT = new Set(["@commander-js/extra-typings", "commander", "esbuild", "get-east-asian-width", "pino", "tsx"]);

export function readVersions(): Record<string, string> {
  const { version, dependencies } = Package.parse(JSON.parse(bytesOf(join(HOME, "package.json")).toString("utf8")));
  const libraries = Object.entries(dependencies).filter(([name]) => !SILENT.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { nianjian: version, node: process.versions.node, ...Object.fromEntries(libraries) };
}
