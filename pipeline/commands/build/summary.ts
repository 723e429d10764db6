/** What came of a build, in lines for people: what it is, what it holds, what to look at next, its files. */
import { FACT_KINDS } from "../../../schemas/fact-kinds.ts";
import { Outcome } from "../../../schemas/finding.ts";
import type { RunOutcome } from "../../../schemas/run.ts";
import { topFiles } from "../../publish/names.ts";
import { leastSureFirst } from "../../publish/repairs.ts";
import { shown } from "../paths.ts";
import { padded, widthOf } from "../report/width.ts";
import type { Words } from "../words/index.ts";
import type { Built } from "./year.ts";

export interface Told {
  readonly counts: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
  readonly outcome: RunOutcome;
  readonly seconds: number;
  /** Warnings that were told before it. */
  readonly warned: number;
  readonly sources?: string;
}

export function summary({ published: { edition, path, files }, errors, twin, cache }: Built, { counts, missing, outcome, seconds, warned, sources }: Told, words: Words): string[] {
  const { spec, revision, changes } = edition;
  const { heads } = words;
  const count = (name: string) => counts[name] ?? 0;
  const some = (pairs: readonly (readonly [string, number])[]) => words.counted(pairs.filter(([, number]) => number > 0));
  const doubtful = leastSureFirst(edition).filter((repair) => repair.doubtful).length;
  const lines: [string, string][] = [
    [heads.texts, `${count("texts")}${missing.length === 0 ? "" : words.missing(missing)}`],
    ...(cache === null ? [] : [[heads.cache, words.cached(cache.counts.found, cache.counts.found + cache.counts.made)] satisfies [string, string]]),
    [heads.facts, `${count("facts")}${some(FACT_KINDS.map((kind) => [words.kinds[kind], count(`facts.${kind}`)]))}`],
    [heads.repairs, `${count("repairs")}${words.doubtful(doubtful, spec.quality.doubtfulBelow)}`],
    ...(count("corrections") === 0 ? [] : [[heads.corrections, String(count("corrections"))] satisfies [string, string]]),
    [heads.findings, `${count("findings")}${some(Outcome.options.map((kind) => [words.findings[kind], count(`findings.${kind}`)]))}`],
    [heads.tables, words.tables(count("tables"), count("figures"))],
    ...(changes === null ? [] : [[heads.changes, words.changes(changes.from.revision, changes.facts.length, changes.tables.length)] satisfies [string, string]]),
    [heads.verified, words.verified],
    [heads.time, words.seconds(seconds)],
    ...fileLines(path, files, words).map((line, i): [string, string] => [i === 0 ? heads.files : "", line]),
    ...(twin === null ? [] : [["", "path" in twin ? shown(twin.path) : twin.fault] satisfies [string, string]]),
    ...nextLines().map((line, i): [string, string] => [i === 0 ? heads.next : "", line]),
  ];
  const column = Math.max(...lines.map(([head]) => widthOf(head)));
  return [words.headline({ title: spec.title, titleEn: spec.titleEn, year: spec.year, revision }, outcome), ...lines.map(([head, line]) => `  ${padded(head, column)}  ${line}`)];

  /** The gravest first; where nothing asks for it, the book itself. */
  function nextLines(): string[] {
    const { next } = words;
    const { book } = topFiles(spec.year);
    const command = (words: string) => `npm run -s nianjian -- ${words}`;
    const differs = count("findings.differs") - errors.length;
    const lines = [
      ...(errors.length > 0 ? [next.errors(errors.length)] : []),
      ...(warned > 0 ? [next.warned(warned)] : []),
      ...(differs > 0 ? [next.differs(differs, command(`check ${spec.year}${sources === undefined ? "" : ` --sources ${sources}`}`))] : []),
      ...(count("findings.cannot tell") > 0 ? [next.open(count("findings.cannot tell"), `nianjian-${spec.year}-facts.xlsx`)] : []),
      ...(doubtful > 0 ? [next.doubtful(doubtful, book)] : []),
      ...(edition.notes.length > 0 ? [next.notes(edition.notes.length)] : []),
      ...(changes === null || outcome !== "published" ? [] : [next.changes(command(`diff ${spec.year} ${changes.from.revision} ${revision}`))]),
    ];
    return lines.length > 0 ? lines : [next.read(book)];
  }
}

/** The folder, then the files at its top each, and those of data/ together. */
function fileLines(path: string, files: Built["published"]["files"], words: Words): string[] {
  const isData = ({ name }: { name: string }) => name.startsWith("data/");
  const data = files.filter(isData);
  const named = [...files.filter((file) => !isData(file)), { name: "data/", bytes: data.reduce((sum, { bytes }) => sum + bytes, 0) }];
  const column = Math.max(...named.map(({ name }) => widthOf(name)));
  return [shown(path), ...named.map(({ name, bytes }) => `${padded(name, column)}  ${sizeOf(bytes)}${name === "data/" ? `, ${words.data(data.length)}` : ""}`)];
}

/** 1536 bytes → 1.5 KB: thousands of bytes, as file managers count. */
const sizeOf = (bytes: number): string => (bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
