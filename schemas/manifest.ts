/** What an edition was made from and what it holds, file by file. */
import { z } from "zod";

const file = z.object({
  path: z.string().describe("relative to the sources or to the edition"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: z.int().nonnegative(),
});

export const Manifest = z
  .object({
    title: z.string(),
    year: z.int(),
    revision: z.string(),
    date: z.string(),
    digest: z.string().describe("over all inputs"),
    versions: z.record(z.string(), z.string()),
    inputs: z.array(file),
    outputs: z.array(file).describe("every file of the edition but this one"),
    counts: z.record(z.string(), z.int().nonnegative()).describe("texts, repairs, facts by kind, findings by outcome, tables, figures"),
  })
  .meta({ id: "Manifest", examples: [{ title: "年鉴", year: 2013, revision: "r1", date: "2014-05-29", digest: "0".repeat(64), versions: { nianjian: "0.1.0" }, inputs: [], outputs: [], counts: { texts: 0 } }] });
export type Manifest = z.infer<typeof Manifest>;
