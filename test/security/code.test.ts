/** What the program consists of, as the bundler finds it from cli.ts on, and which of Node's doors its own files open. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { isBuiltin } from "node:module";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { HOME } from "../../pipeline/home.ts";

/** Modules of Node that work on what they are given and reach nothing outside. */
const HARMLESS = new Set(["node:crypto", "node:events", "node:module", "node:os", "node:path", "node:perf_hooks", "node:stream", "node:timers/promises", "node:url", "node:util", "node:zlib"]);
/** Who may open the disk, and who may start another program (flock for the lock, LibreOffice for `--ods`). */
const DOORS: readonly (readonly [module: RegExp, files: RegExp])[] = [
  [/^node:fs(?:\/promises)?$/u, /^(?:pipeline\/(?:read|publish|commands|engine)\/)/u],
  [/^node:readline$/u, /^pipeline\/commands\//u],
  [/^node:child_process$/u, /^pipeline\/(?:publish\/disk|commands\/ods)\.ts$/u],
];

let sources: string[] = [];
let imports: { file: string; module: string }[] = [];
beforeAll(async () => {
  const { metafile } = await build({ absWorkingDir: HOME, entryPoints: ["pipeline/cli.ts"], bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", outdir: "dist", write: false, metafile: true });
  sources = Object.keys(metafile.inputs).filter((file) => file.endsWith(".ts"));
  imports = Object.entries(metafile.inputs).flatMap(([file, input]) => input.imports.filter(({ external }) => external).map(({ path }) => ({ file, module: isBuiltin(path) ? `node:${path.replace(/^node:/u, "")}` : path })));
});

test("the program is what cli.ts reaches: nothing that trains, measures or tests", () => {
  expect(sources).toContain("pipeline/publish/disk.ts");
  expect(sources.filter((file) => !/^(?:pipeline|schemas)\//u.test(file) || /\/(?:train|assembly)\//u.test(file))).toEqual([]);
});

test("its files import no network, no virtual machine and no thread, and the disk and other programs only where they may", () => {
  const isAllowed = ({ file, module }: { file: string; module: string }) => HARMLESS.has(module) || DOORS.some(([door, where]) => door.test(module) && where.test(file));
  expect(imports.filter(({ module }) => module.startsWith("node:")).filter((one) => !isAllowed(one))).toEqual([]);
});

/** Where a file makes code from strings, asks a shell, or reaches the network by a global. */
function faultsOf(file: string, text: string): string[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node) => {
    const at = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const called = node.expression.getText();
      if (/^(?:globalThis\.)?(?:eval|Function|fetch|WebSocket|EventSource)$/u.test(called)) faults.push(`${at}: ${called}`);
      if (/^(?:\w+\.)?(?:exec|execSync|fork)$/u.test(called) && /child_process/u.test(text)) faults.push(`${at}: ${called}`);
    }
    if (ts.isPropertyAssignment(node) && /^["']?shell["']?$/u.test(node.name.getText())) faults.push(`${at}: a shell`);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && !ts.isStringLiteral(node.arguments[0]!)) faults.push(`${at}: an import by a computed name`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}

describe("code from strings, shells, the network", () => {
  test("are in no file of the program", () => {
    expect(sources.flatMap((file) => faultsOf(file, readFileSync(join(HOME, file), "utf8")))).toEqual([]);
  });

  test.each(["eval(x)", "new Function(x)", "Function(x)()", "await fetch(x)", "globalThis.fetch(x)", 'import { exec } from "node:child_process"; exec(x)', 'spawnSync("a", [], { shell: true })', "await import(x)"])("%s would be found", (text) => {
    expect(faultsOf("a.ts", text)).toHaveLength(1);
  });
});
