/** What `npm sbom` writes (CycloneDX, standard input) → the same without what differs from run to run, on standard output: `make sbom`.
 *
 *  out     what an installation without development tools has, components in the order of their references; no serial number, time, npm version or folder name, so the same package-lock.json gives the same bytes
 *  errors  a component without a licence, or one that is named twice: an Error with its name, and nothing is written */
import { readFileSync } from "node:fs";
import { z } from "zod";

/** Licences that a package states in its LICENSE file and not in its package.json, by name and version: read before one is added. */
const STATED: Readonly<Record<string, string>> = { "png-js@2.0.0": "MIT" };

const Component = z.looseObject({ "bom-ref": z.string(), licenses: z.array(z.unknown()).default([]), properties: z.array(z.object({ name: z.string(), value: z.string() })) });
const Sbom = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string(), tools: z.array(z.object({ vendor: z.string(), name: z.string(), version: z.string() })), component: z.looseObject({ "bom-ref": z.string(), name: z.string() }) }),
  components: z.array(Component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const { serialNumber: _serialNumber, metadata: { timestamp: _timestamp, tools, component, ...metadata }, components, dependencies, ...rest } = Sbom.parse(JSON.parse(readFileSync(0, "utf8")));
// Not `npm sbom --omit dev`: npm 11.19 then also leaves out what a development tool happens to need too, as yaml and tsx.
const isDevelopment = ({ properties }: z.infer<typeof Component>) => properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");
const byRef = components.filter((of) => !isDevelopment(of)).map(licensed).sort((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
const twice = byRef.find((one, i) => one["bom-ref"] === byRef[i + 1]?.["bom-ref"]);
if (twice) throw new Error(`${twice["bom-ref"]}: this component is named twice.`);
const refs = new Set([component["bom-ref"], ...byRef.map((of) => of["bom-ref"])]);
const written = {
  ...rest,
  metadata: { ...metadata, tools: tools.map(({ vendor, name }) => ({ vendor, name })), component: { ...component, name: "nianjian" } },
  components: byRef,
  dependencies: dependencies
    .filter(({ ref }) => refs.has(ref))
    .map((of) => ({ ...of, dependsOn: of.dependsOn.filter((ref) => refs.has(ref)).sort() }))
    .sort((one, other) => (one.ref < other.ref ? -1 : 1)),
};
process.stdout.write(`${JSON.stringify(written, null, 1)}\n`);

function licensed(of: z.infer<typeof Component>): z.infer<typeof Component> {
  if (of.licenses.length > 0) return of;
  const id = STATED[of["bom-ref"]];
  if (id === undefined) throw new Error(`${of["bom-ref"]}: it states no licence. Read its LICENSE file and add it to STATED in schedule/sbom.ts.`);
  return { ...of, licenses: [{ license: { id } }] };
}
