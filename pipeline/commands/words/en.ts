/** English: what the program says to the people who run it. */
import type { Words } from "./words.ts";

const list = (counts: readonly (readonly [string, number])[]): string => counts.map(([name, count]) => `${name} ${count}`).join(", ");
const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en: Words = {
  stages: { read: "reading", earlier: "reading the year", texts: "texts", check: "checks and tables", load: "loading the presses", data: "data", workbooks: "workbooks", book: "book", write: "writing", verify: "verifying", ods: "ODS" },
  kinds: { observation: "observations", event: "events", roster: "rosters", transition: "transitions", document: "documents", assessment: "assessments" },
  findings: { agrees: "agree", differs: "differ", "cannot tell": "cannot be decided" },
  outcomes: { running: "running", published: "published", unchanged: "unchanged", draft: "a draft, not published", "not due": "not due yet", held: "held by another run", failed: "failed" },
  heads: { texts: "texts", cache: "from cache", facts: "facts", repairs: "repairs", corrections: "corrections", findings: "findings", tables: "tables", changes: "changes", files: "files", verified: "verified", next: "look next", time: "time" },
  cached: (found, all) => `${found} of ${all} texts, those of earlier years too`,
  headline: ({ titleEn, year, revision }, outcome) => `${titleEn} ${year}, ${revision}: ${outcome === "unchanged" ? "it stands there already" : en.outcomes[outcome]}`,
  unchanged: (year, revision) => `${year}: nothing has changed since ${revision}.`,
  awaited: ({ what, dir, year, missing }) =>
    what === "folder" ? `${dir}: not due yet: there is no such folder. Lay the year out with \`make year YEAR=${year}\`, and put its texts in.`
    : what === "texts" ? `${dir}: not due yet: there are no texts here. Put the year's raw texts in, one a file, as 01-….txt, 02-….txt.`
    : `${dir}: not due yet: ${some(missing.length, "text", "texts")} that edition.yaml names ${missing.length === 1 ? "is" : "are"} not there: ${missing.join(", ")}. Put them in, or take them out of edition.yaml.`,
  gone: (dir, year, revision, files) => `${dir}: not built: ${revision} was made from ${some(files.length, "file that is", "files that are")} gone: ${files.join(", ")}. Bring ${files.length === 1 ? "it" : "them"} back, or build without ${files.length === 1 ? "it" : "them"} on purpose, with \`build ${year}\`.`,
  since: {
    gone: (file, revision) => `${file}: ${revision} was made from it, and it is gone: this edition is without it. If it is not to go, bring it back and build again.`,
    edited: (file, revision) => `${file}: changed since ${revision}. Texts are not edited, corrections go to corrections.yaml; if the office sent it anew, all is well.`,
    sameDate: (file, date, former, revision) => `${file}: ${revision} prints the date of ${former}, ${date}. Set \`date\` to the day of the revision, and build again.`,
  },
  noYears: (dir) => `${dir}: not due yet: there is no year here. Lay one out with \`make year YEAR=…\`, and put its texts in.`,
  failed: (year, status) => `${year}: failed, status ${status}`,
  together: (counts, status) => `${counts.map(([outcome, count]) => `${count} ${en.outcomes[outcome]}`).join("; ")}. Status ${status}`,
  counted: (counts) => (counts.length === 0 ? "" : ` (${list(counts)})`),
  doubtful: (count, below) => (count === 0 ? "" : `, ${count} of them doubtful (less sure than ${below})`),
  missing: (ids) => `, without ${ids.join(", ")}`,
  tables: (tables, figures) => `${tables}, with ${some(figures, "figure", "figures")}`,
  changes: (since, facts, tables) => `since ${since}: ${some(facts, "fact", "facts")}, ${some(tables, "table", "tables")}`,
  verified: "book, workbooks and data hold the same numbers",
  data: (files) => some(files, "file", "files"),
  next: {
    errors: (count) => `${some(count, "finding", "findings")} of severity error: see the lines below, and corrections.yaml`,
    warned: (count) => `${some(count, "warning", "warnings")}: the ${count === 1 ? "line" : "lines"} above this summary`,
    differs: (count, command) => `${some(count, "finding differs", "findings differ")}: ${command}`,
    open: (count, workbook) => `${some(count, "finding", "findings")} that cannot be decided: 资料质量 in the book, or 核对 in ${workbook}`,
    doubtful: (count, book) => `${some(count, "doubtful repair", "doubtful repairs")}: 资料质量 in ${book}`,
    notes: (count) => `${some(count, "note", "notes")} on the texts: 资料质量 in the book`,
    changes: (command) => `what changed: 修订说明 in the book, or ${command}`,
    read: (book) => `read ${book}`,
  },
  seconds: (seconds) => `${seconds.toFixed(1)} s`,
  checked: ({ all, differs, errors, open, agrees }) => `${some(all, "finding", "findings")}: ${differs} differ (${errors} of them errors), ${open} cannot be decided, ${agrees} agree`,
  killedBefore: (run, started, pid) => `the run before this one (${run}, started ${started}, process ${pid}) did not end: it was killed, or the machine went down. The editions are as they were before it, or after it.`,
  notKept: (path, why) => `${path}: what came of this run cannot be kept there (${why}). The run goes on without it. Give write access, or make room.`,
  doctor: {
    names: { node: "node", program: "program", packages: "packages", fonts: "fonts", model: "model", registers: "registers", outputs: "outputs", temp: "temp", cache: "cache", locale: "locale", lock: "lock", libreoffice: "LibreOffice", poppler: "poppler", build: "build" },
    states: { ok: "ok", note: "note", fail: "fail" },
    nodeOld: (version, needed) => `Node ${version} is too old. Install Node ${needed} or later.`,
    packages: (count) => `${count} packages, as package-lock.json has them`,
    packagesDiffer: (names) => `not as package-lock.json has them: ${names.join(", ")}. Install the packages again with \`npm ci\`.`,
    packagesUnknown: "there is no package-lock.json here to hold the packages against: a bundle has them in it",
    fonts: (faces, megabytes) => `${faces} faces, ${megabytes} MB`,
    model: (digest, kilobytes) => `marks.bin and headings.bin.gz ${digest}, ${kilobytes} KB`,
    registers: (regions, date, organisations, units, terms) => `${regions} regions (${date}), ${organisations} organisations, ${units} units, ${terms} terms`,
    room: (dir, free) => `${dir} can be written, ${free} free`,
    roomShort: (dir, free, wanted) => `${dir} has ${free} free. Make room: ${wanted} is safe for years to come.`,
    notWritable: (dir, code) => `${dir} cannot be written (${code}). Give yourself write access to it.`,
    notUtf8: (locale) => `${locale === "" ? "no locale is set" : locale} is no UTF-8 locale: Chinese may be unreadable on a terminal; editions are the same. Set LANG=C.UTF-8 or zh_CN.UTF-8.`,
    flock: "flock(1) holds off a second run",
    noFlock: "there is no flock(1): two runs at once would not notice each other. Install util-linux.",
    noLibreOffice: "not installed: only `build --ods` needs it (Debian: libreoffice-calc)",
    noPoppler: "not installed: only `make pictures` and some tests need it (Debian: poppler-utils)",
    built: (files, seconds) => `a text of two sentences became ${files} files that say the same, in ${seconds} s`,
    notBuilt: (why) => `a text of two sentences could not be made into an edition: ${why}`,
    sum: (failed, notes) => (failed === 0 ? `this installation can make an edition${notes === 0 ? "" : `; ${some(notes, "note", "notes")} above`}` : `${some(failed, "check", "checks")} failed: do what ${failed === 1 ? "it says" : "they say"}, then run doctor again`),
  },
};
