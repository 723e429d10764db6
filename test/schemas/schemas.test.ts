import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as correction from "../../schemas/correction.ts";
import * as edition from "../../schemas/edition.ts";
import * as fact from "../../schemas/fact.ts";
import * as finding from "../../schemas/finding.ts";
import * as manifest from "../../schemas/manifest.ts";
import * as outline from "../../schemas/outline.ts";
import * as register from "../../schemas/register.ts";
import * as repair from "../../schemas/repair.ts";
import * as run from "../../schemas/run.ts";
import * as source from "../../schemas/source.ts";
import * as span from "../../schemas/span.ts";
import * as table from "../../schemas/table.ts";
import { jsonSchemas } from "../../schemas/write-json-schemas.ts";

const nouns = Object.entries({ ...correction, ...edition, ...fact, ...finding, ...manifest, ...outline, ...register, ...repair, ...run, ...source, ...span, ...table }).flatMap(([name, one]) => (one instanceof z.ZodType ? [[name, one] as const] : []));
const withExamples = nouns.flatMap(([name, schema]) => z.array(z.unknown()).parse(schema.meta()?.["examples"] ?? []).map((example) => [name, schema, example] as const));

test.each(withExamples)("an example of %s is one", (_, schema, example) => expect(() => schema.parse(example)).not.toThrow());

describe("schemas/json/", () => {
  const dir = fileURLToPath(new URL("../../schemas/json/", import.meta.url));
  const written = jsonSchemas();
  test("holds a file a noun and no other", () => expect(readdirSync(dir).sort()).toEqual([...written.keys()].sort()));
  test.each([...written])("%s is fresh: else run make schemas", (name, text) => expect(readFileSync(`${dir}${name}`, "utf8")).toBe(text));
});
