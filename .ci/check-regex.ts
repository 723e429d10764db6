/** Asks recheck of every regular expression in pipeline/ whether a hostile text can make it slow: `npm run check:regex`. Ends with 1 where one can.
 *
 *  Literals are read from the sources. Patterns that `new RegExp` puts together are caught as they are built, while the texts of 2013 go the way of one text; one that is
 *  never built then is a finding too, for nothing would have checked it.
 *
 *  Where whole texts are read (`WHOLE_TEXTS`) a pattern has to be linear. Elsewhere patterns meet sentences, titles and cells: there one may take the square of their
 *  length, not more. */
import { readFileSync, readdirSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "recheck";
import ts from "typescript";

interface Pattern { readonly source: string; readonly flags: string; readonly at: string }

const WHOLE_TEXTS = /^pipeline\/(?:read|outline|restore(?!\/model\/(?:train|flatten)))/u;
/** Milliseconds for one pattern; most take a tenth of a second, some ten on a busy machine. */
const TIMEOUT = 120_000;
const root = fileURLToPath(new URL("..", import.meta.url));

/** The literals of a file, and where it builds others. */
function patternsOf(file: string): { literals: Pattern[]; built: string[] } {
  const tree = ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.Latest, true);
  const literals: Pattern[] = [];
  const built: string[] = [];
  const visit = (node: ts.Node) => {
    const at = () => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: at() });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") built.push(at());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, built };
}

/** Every pattern that `run` has pipeline/ build. */
async function patternsBuilt(run: () => Promise<void>): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Plain = RegExp;
  const note = (pattern: RegExp) => {
    const at = /pipeline\/[\w/-]+\.ts:\d+/u.exec(new Error("where").stack?.split("\n").find((line) => line.includes("/pipeline/")) ?? "")?.[0];
    if (at !== undefined) found.push({ source: pattern.source, flags: pattern.flags, at });
    return pattern;
  };
  globalThis.RegExp = new Proxy(Plain, {
    construct: (_, args: ConstructorParameters<typeof RegExp>) => note(new Plain(...args)),
    apply: (_, __, args: Parameters<typeof RegExp>) => note(Plain(...args)),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Plain;
  }
  return found;
}

/** Loads what builds patterns, and takes the texts of 2013 the way of one text, as they came and as they should be. */
async function exercise(files: readonly string[]): Promise<void> {
  for (const file of files) await import(root + file);
  const { processed } = await import("../test/fixtures/processed.ts");
  const texts = ["sources/2013", "test/fixtures/2013"].flatMap((dir) => readdirSync(root + dir).filter((name) => name.endsWith(".txt")).map((name) => `${dir}/${name}`));
  for (const path of texts) processed(readFileSync(root + path, "utf8"), path);
}

/** Whether every repetition has an upper bound: then a start costs at most so much, and time grows with the text, whatever the growth on the short texts that recheck tries. */
function isBounded({ source }: Pattern): boolean {
  return !/[*+]|\{\d+,\}/u.test(source.replaceAll(/\\./gu, "").replaceAll(/\[[^\]]*\]/gu, ""));
}

/** What is wrong with a pattern; null where nothing is. */
async function faultOf(pattern: Pattern): Promise<string | null> {
  const { source, flags, at } = pattern;
  const found = await check(source, flags, { timeout: TIMEOUT });
  if (found.status === "safe") return null;
  if (found.status === "unknown") return `${at}: recheck cannot say (${found.error.kind}). Write two plain patterns instead of one.`;
  const { complexity } = found;
  const allowed = WHOLE_TEXTS.test(at) ? 1 : 2;
  if (complexity.type === "polynomial" && (isBounded(pattern) || complexity.degree <= allowed)) return null;
  const growth = complexity.type === "polynomial" ? `with the power ${complexity.degree}` : "exponentially";
  return `${at}: time grows ${growth} of the text; the power ${allowed} is allowed here. Slow on ${found.attack.pattern}.`;
}

const files = readdirSync(`${root}pipeline`, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => `pipeline/${relative(".", file)}`).sort();
const sources = files.map((file) => ({ file, ...patternsOf(file) }));
const built = await patternsBuilt(() => exercise(sources.filter((source) => source.built.length > 0).map(({ file }) => file)));
const seen = new Set(built.map(({ at }) => at));
const faults = sources.flatMap((source) => source.built).filter((at) => !seen.has(at)).map((at) => `${at}: this pattern is never built by the texts of 2013, so it is not checked. Build it when the module is loaded.`);

const distinct = new Map<string, Pattern>();
for (const pattern of [...sources.flatMap(({ literals }) => literals), ...built]) {
  // The same pattern in two places is checked once, under the stricter rule.
  const key = `${pattern.flags} ${pattern.source}`;
  if (!distinct.has(key) || WHOLE_TEXTS.test(pattern.at)) distinct.set(key, pattern);
}
for (const pattern of distinct.values()) {
  const fault = await faultOf(pattern);
  if (fault !== null) faults.push(fault);
}
for (const fault of faults) console.error(fault);
console.log(`${distinct.size} patterns checked, ${faults.length} at fault`);
process.exitCode = faults.length === 0 ? 0 : 1;
