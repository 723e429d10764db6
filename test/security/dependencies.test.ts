/** Few dependencies, each with its reason, none that moves by itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { HOME } from "../../pipeline/home.ts";

const read = (path: string) => readFileSync(join(HOME, path), "utf8");
const Names = z.record(z.string(), z.string()).default({});
const { dependencies, devDependencies, overrides } = z.object({ dependencies: Names, devDependencies: Names, overrides: z.record(z.string(), Names) }).parse(JSON.parse(read("package.json")));
const Locked = z.object({ name: z.string().optional(), version: z.string(), integrity: z.string().optional(), license: z.string().optional(), dev: z.boolean().default(false), deprecated: z.string().optional(), hasInstallScript: z.boolean().default(false) });
const lock = z.object({ packages: z.record(z.string(), Locked) }).parse(JSON.parse(read("package-lock.json"))).packages;

/** What an installation without development tools has: name, version and what the lockfile says of it. */
const installed = Object.entries(lock)
  .filter(([path, { dev }]) => path !== "" && !dev)
  .map(([path, entry]) => ({ ...entry, name: entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length) }));

describe("package.json", () => {
  test.each(Object.entries({ ...dependencies, ...devDependencies, ...Object.assign({}, ...Object.values(overrides)) as Record<string, string> }))("pins %s at %s", (_, version) => expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u));

  /** The names of the first column of a table. */
  const rows = (table: string) => table.split("\n").filter((line) => line.startsWith("| `")).flatMap((line) => [...line.split("|")[1]!.matchAll(/`([^`]+)`/gu)].map(([, name]) => name!)).sort();
  const [, run, develop] = read("docs/dependencies.md").split(/^\| (?:devD|d)ependency .*$/mu);
  test("has a reason in docs/dependencies.md for each dependency, and there is none for another", () => {
    expect(rows(run!)).toEqual(Object.keys(dependencies).sort());
    expect(rows(develop!)).toEqual(Object.keys(devDependencies).sort());
  });
});

/** Packages that their maintainers have given up, up to the last version given up, where old dependencies bring them. Written down here, since a registry's mirror need not say so. */
const GIVEN_UP: readonly (readonly [name: string, last: number])[] = [["fstream", 1], ["glob", 12], ["inflight", 1], ["lodash.get", 4], ["lodash.isequal", 4], ["q", 1], ["querystring", 0], ["request", 2], ["rimraf", 3], ["uuid", 10]];

describe("what is installed", () => {
  test("has nothing that its maintainers gave up", () => {
    expect(installed.filter(({ deprecated }) => deprecated !== undefined).map(({ name }) => name)).toEqual([]);
    const isGivenUp = ({ name, version }: (typeof installed)[number]) => GIVEN_UP.some(([other, last]) => name === other && Number(version.split(".")[0]) <= last);
    expect(installed.filter(isGivenUp).map(({ name, version }) => `${name}@${version}`)).toEqual([]);
  });

  test("is held to its bytes by the lockfile", () => expect(installed.filter(({ integrity }) => integrity?.startsWith("sha512-") !== true).map(({ name }) => name)).toEqual([]));

  // esbuild's script only makes its start faster; .npmrc keeps every script from running.
  test("wants to run a script at installation in one package alone, and may not", () => {
    expect(installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(["esbuild"]);
    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/mu);
  });
});

describe("the list of components that editions carry", () => {
  const Component = z.object({ name: z.string(), version: z.string(), hashes: z.array(z.object({ alg: z.string(), content: z.string() })), licenses: z.array(z.union([z.object({ expression: z.string() }), z.object({ license: z.object({ id: z.string() }) })])).min(1) });
  const text = read("pipeline/publish/sbom.cdx.json");
  const { components } = z.object({ components: z.array(Component) }).parse(JSON.parse(text));
  const line = (name: string, version: string, hash: string) => `${name} ${version} ${hash}`;

  test("is that of package-lock.json (else: make sbom)", () => {
    const listed = components.map(({ name, version, hashes }) => line(name, version, hashes.map(({ alg, content }) => `${alg} ${content}`).join()));
    const locked = installed.map(({ name, version, integrity }) => line(name, version, `SHA-512 ${Buffer.from(integrity!.replace("sha512-", ""), "base64").toString("hex")}`));
    expect(listed.sort()).toEqual([...new Set(locked)].sort());
  });

  test("says each licence, as the lockfile does where it says one", () => {
    const said = new Map(components.map(({ name, version, licenses }) => [`${name}@${version}`, licenses.map((one) => ("expression" in one ? one.expression : one.license.id)).join()]));
    for (const { name, version, license } of installed) if (license !== undefined) expect(said.get(`${name}@${version}`)?.replaceAll(/[()]/gu, "")).toBe(license.replaceAll(/[()]/gu, ""));
  });

  test("has no time and no number of its own", () => expect(text).not.toMatch(/"(?:serialNumber|timestamp)"/u));
});
