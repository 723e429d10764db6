/** The house rules that imports can break. Run by `npm run lint`; test/architecture.test.ts plants a fault for each. */
const STAGE = "^pipeline/(read|restore|outline|extract|correct|check|tabulate|revise|publish)/";
/** What is run at a desk: it trains the model and compiles its loops. */
const AT_A_DESK = "^pipeline/restore/model/(train/[a-z-]+|kernel/build)\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "a-stage-imports-no-stage",
      comment: "document.ts and edition.ts alone know who follows whom; what two stages need belongs to a noun in schemas/",
      severity: "error",
      from: { path: STAGE },
      to: { path: STAGE, pathNot: "^pipeline/$1/" },
    },
    {
      name: "nouns-know-no-pipeline",
      comment: "schemas/ is what everybody agrees on: it imports nothing of ours but itself",
      severity: "error",
      from: { path: "^schemas/" },
      to: { path: "^pipeline/" },
    },
    {
      name: "stages-know-not-who-runs-them",
      comment: "nouns, stages, their order (document.ts, edition.ts), who runs them (engine), commands, cli.ts: each imports only what stands before it",
      severity: "error",
      from: { path: STAGE },
      to: { path: "^pipeline/(document\\.ts$|edition\\.ts$|cli\\.ts$|engine/|commands/)" },
    },
    { name: "the-order-knows-not-who-runs-it", severity: "error", from: { path: "^pipeline/(document|edition)\\.ts$" }, to: { path: "^pipeline/(cli\\.ts$|engine/|commands/)" } },
    { name: "the-engine-knows-no-command", severity: "error", from: { path: "^pipeline/engine/" }, to: { path: "^pipeline/(cli\\.ts$|commands/)" } },
    { name: "commands-do-not-know-the-cli", severity: "error", from: { path: "^pipeline/commands/" }, to: { path: "^pipeline/cli\\.ts$" } },
    {
      name: "what-runs-needs-no-tooling",
      comment: "tests, benches and scripts of the documentation are not there where an edition is built",
      severity: "error",
      from: { path: "^(pipeline|schemas)/" },
      to: { path: "^(test|bench|docs|\\.ci)/" },
    },
    {
      name: "what-runs-needs-no-development-package",
      comment: "npm ci --omit=dev is enough to build an edition",
      severity: "error",
      from: { path: "^(pipeline|schemas)/", pathNot: AT_A_DESK },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-network",
      comment: "an edition is built from what lies on the disk",
      severity: "error",
      from: { path: "^(pipeline|schemas)/" },
      to: { path: "^(node:)?(net|tls|http|https|http2|dgram|dns|inspector)(/|$)" },
    },
    {
      name: "only-read-and-publish-touch-the-disk",
      comment: "a stage that opens files cannot run in a worker, on another machine or from a cache",
      severity: "error",
      from: { path: "^(pipeline/(restore|outline|extract|correct|check|tabulate|revise)/|schemas/)", pathNot: `(^schemas/write-json-schemas\\.ts$|${AT_A_DESK})` },
      to: { path: "^(node:)?fs" },
    },
    { name: "only-paint-knows-pdfkit", severity: "error", from: { path: "^pipeline/", pathNot: "^pipeline/publish/book/(paint/pdf|face)\\.ts$" }, to: { path: "node_modules/(@types/)?(pdfkit|fontkit)/" } },
    { name: "only-book-knows-exceljs", severity: "error", from: { path: "^pipeline/", pathNot: "^pipeline/publish/workbook/book\\.ts$" }, to: { path: "node_modules/exceljs/" } },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" } },
};
