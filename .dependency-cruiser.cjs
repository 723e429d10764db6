/** The house rules that imports can break. Run by `npm run lint`. */
module.exports = {
  forbidden: [
    {
      name: "a-stage-imports-no-stage",
      comment: "document.ts and edition.ts alone know who follows whom; what two stages need belongs to a noun in schemas/",
      severity: "error",
      from: { path: "^pipeline/(read|restore|outline|extract|correct|check|tabulate|revise|publish)/" },
      to: { path: "^pipeline/(read|restore|outline|extract|correct|check|tabulate|revise|publish)/", pathNot: "^pipeline/$1/" },
    },
    {
      name: "only-read-and-publish-touch-the-disk",
      comment: "a stage that opens files cannot run in a worker, on another machine or from a cache",
      severity: "error",
      from: { path: "^(pipeline/(restore|outline|extract|correct|check|tabulate|revise)/|schemas/)", pathNot: "(^schemas/write-json-schemas\\.ts|^pipeline/restore/model/(train/[a-z-]+|kernel/build)\\.ts)$" },
      to: { path: "^(node:)?fs" },
    },
    { name: "only-paint-knows-pdfkit", severity: "error", from: { path: "^pipeline/", pathNot: "^pipeline/publish/book/(paint/pdf|face)\\.ts$" }, to: { path: "node_modules/(pdfkit|fontkit)/" } },
    { name: "only-book-knows-exceljs", severity: "error", from: { path: "^pipeline/", pathNot: "^pipeline/publish/workbook/book\\.ts$" }, to: { path: "node_modules/exceljs/" } },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" } },
};
