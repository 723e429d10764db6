/** What Stryker asks of us: which mutants are drawn, and what is no code. JavaScript, as Stryker's workers load it without tsx. */
import { createHash } from "node:crypto";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Whether a mutant is drawn: by a digest of its place and its change, so that a seed draws the same ones on every machine. */
function isDrawn({ fileName, location: { start, end }, mutatorName, replacement }) {
  const { MUTATION_SEED: seed = "1", MUTATION_ONE_IN: oneIn = "1" } = process.env;
  const file = fileName.slice(fileName.lastIndexOf("/pipeline/"));
  const digest = createHash("sha256").update(JSON.stringify([seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement])).digest();
  return digest.readUInt32BE(0) * Number(oneIn) < 2 ** 32;
}

/** The one way to leave single mutants out that Stryker has: what is not drawn counts as if it did not compile, that is, not at all. */
class Draw {
  init() {
    return Promise.resolve();
  }

  check(mutants) {
    return Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, isDrawn(mutant) ? { status: "passed" } : { status: "compileError", reason: "not drawn" }])));
  }

  group(mutants) {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }
}

/** Examples of rules and checks stand beside them, and are their tests. */
const isTest = (path) => path.isObjectProperty() && ["examples", "leaves"].includes(path.node.key.name);

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, "draw", Draw),
  declareValuePlugin(PluginKind.Ignore, "examples", { shouldIgnore: (path) => (isTest(path) ? "an example: a test, no code" : undefined) }),
];
