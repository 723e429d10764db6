/** Writes schemas/json/NAME.schema.json for every noun that leaves the program or comes into it: `make schemas`. Not here: the nouns. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Corrections } from "./correction.ts";
import { EditionSpec } from "./edition.ts";
import { Fact } from "./fact.ts";
import { Finding } from "./finding.ts";
import { Manifest } from "./manifest.ts";
import { Outline } from "./outline.ts";
import { Registers } from "./register.ts";
import { Repair } from "./repair.ts";
import { Run } from "./run.ts";
import { Document } from "./source.ts";
import { Figure, Table } from "./table.ts";

/** File name → noun. Files that people write (edition.yaml, corrections.yaml) are described as written: defaults may be left out. */
const NOUNS = {
  "correction": { schema: Corrections, io: "input" },
  "edition-spec": { schema: EditionSpec, io: "input" },
  "fact": { schema: Fact, io: "output" },
  "figure": { schema: Figure, io: "output" },
  "finding": { schema: Finding, io: "output" },
  "manifest": { schema: Manifest, io: "output" },
  "outline": { schema: Outline, io: "output" },
  "registers": { schema: Registers, io: "output" },
  "repair": { schema: Repair, io: "output" },
  "run": { schema: Run, io: "output" },
  "document": { schema: Document, io: "output" },
  "table": { schema: Table, io: "output" },
} as const satisfies Record<string, { schema: z.ZodType; io: "input" | "output" }>;

/** All JSON Schemas (draft 2020-12) by file name. */
export function jsonSchemas(): Map<string, string> {
  return new Map(Object.entries(NOUNS).map(([name, { schema, io }]) => [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema, { io }), null, 2)}\n`]));
}

const DIR = fileURLToPath(new URL("json/", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(DIR, { recursive: true });
  for (const [name, text] of jsonSchemas()) writeFileSync(join(DIR, name), text);
}
