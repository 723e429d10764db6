import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { beforeEach, describe, expect, test } from "vitest";
import { codeDigest, codeOf } from "../../pipeline/engine/code.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TEXTS = join(ROOT, "pipeline/engine/texts.ts");

/** A small program: a module with what it imports, what it does not, and packages. */
const PROGRAM: Readonly<Record<string, string>> = {
  "src/way.ts": 'import { step } from "./stage/step.ts";\nimport type { Noun } from "./noun.ts";\nimport { group } from "pkg/deep";\nexport { more } from "./more.ts"; // from "./nowhere.ts"\nvoid import("./late.ts");\n',
  "src/stage/step.ts": 'import words from "../words.json" with { type: "json" };\nimport "../way.ts";\n',
  "src/noun.ts": 'import { readFileSync } from "node:fs";\n',
  "src/more.ts": "",
  "src/late.ts": "",
  "src/words.json": "[]",
  "src/other.ts": "",
  "node_modules/pkg/package.json": '{ "version": "1.0.0", "dependencies": { "below": "*" } }',
  "node_modules/pkg/node_modules/below/package.json": '{ "version": "1.0.0" }',
  "node_modules/below/package.json": '{ "version": "2.0.0" }',
  "node_modules/unused/package.json": '{ "version": "1.0.0" }',
};

let dir: string;
const write = (name: string, words: string) => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), words);
};
const digest = (at = dir) => codeDigest(pathToFileURL(join(at, "src/way.ts")).href);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "nianjian-code-"));
  for (const [name, words] of Object.entries(PROGRAM)) write(name, words);
});

describe("the digest of code", () => {
  test.each([
    "src/way.ts", "src/stage/step.ts", "src/noun.ts", "src/more.ts", "src/late.ts", "src/words.json", "node_modules/pkg/package.json", "node_modules/pkg/node_modules/below/package.json",
  ])("changes with %s", (name) => {
    const before = digest();
    write(name, `${PROGRAM[name]!} `);
    expect(digest()).not.toBe(before);
  });

  test.each(["src/other.ts", "node_modules/below/package.json", "node_modules/unused/package.json", "README.md"])("does not change with %s", (name) => {
    const before = digest();
    write(name, "{}");
    expect(digest()).toBe(before);
  });

  test("does not change where the program is moved", () => {
    const moved = mkdtempSync(join(tmpdir(), "nianjian-moved-"));
    cpSync(dir, moved, { recursive: true });
    expect(digest(moved)).toBe(digest());
  });
});

describe("the code of the texts", () => {
  const { files, packages } = codeOf(pathToFileURL(TEXTS).href);

  test("is all that a bundler takes for it", () => {
    const { metafile } = buildSync({ entryPoints: [TEXTS], absWorkingDir: ROOT, bundle: true, write: false, metafile: true, format: "esm", platform: "node" });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.length).toBeGreaterThan(100);
    const unknown = inputs.filter((path) => !files.has(join(ROOT, path)) && ![...packages.keys()].some((manifest) => join(ROOT, path).startsWith(`${dirname(manifest)}/`)));
    expect(unknown).toEqual([]);
  });

  test("is the stages of one text and the nouns, not those of the edition", () => {
    const stages = new Set([...files.keys()].map((path) => relative(join(ROOT, "pipeline"), path)).filter((path) => !path.startsWith("..")).map((path) => path.split("/")[0]));
    expect([...stages].sort()).toEqual(["correct", "document.ts", "engine", "extract", "likeness.ts", "messages.ts", "outline", "restore"]);
  });

  test("is its bundle, where it runs from one", () => {
    const outdir = mkdtempSync(join(tmpdir(), "nianjian-bundle-"));
    const from = pathToFileURL(join(outdir, "texts.js")).href;
    buildSync({ entryPoints: [TEXTS], outdir, bundle: true, splitting: true, format: "esm", platform: "node" });
    const before = codeDigest(from);
    expect([...codeOf(from).files.keys()]).toContain(join(outdir, "texts.js"));
    buildSync({ entryPoints: [TEXTS], outdir, bundle: true, splitting: true, format: "esm", platform: "node", banner: { js: "// changed" } });
    expect(codeDigest(from)).not.toBe(before);
  });
});
