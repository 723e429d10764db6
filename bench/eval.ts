/** How right the pipeline is: `make eval`, or `make eval EVAL=dir` for a larger annotated set.
 *
 *  EVAL holds NAME.raw.txt with NAME.marks.jsonl (marks) or NAME.gold.jsonl (facts) or both. Without it the texts of the
 *  2013 edition are scored against test/fixtures/2013. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FACT_KINDS, type FactKind } from "../schemas/fact.ts";
import { processDocument } from "../pipeline/document.ts";
import { readRegisters } from "../pipeline/read/registers.ts";
import { decodeModel } from "../pipeline/restore/index.ts";
import { f1, macroF1, scoreFacts, scoreMarks, type FactScore, type GoldFact, type GoldMark, type MarkScore } from "./scoring.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const weights = (file: string) => readFileSync(join(root, "pipeline/restore/model", file));
const model = decodeModel(weights("marks.bin.gz"), weights("headings.bin.gz"));
const registers = readRegisters(join(root, "sources/registers"), 2013);

interface Annotated { id: string; raw: string; marks: GoldMark[] | null; gold: GoldFact[] | null }

const lines = <T>(path: string): T[] | null => (existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as T) : null);

function annotated(dir: string | undefined): Annotated[] {
  const answers = dir ?? join(root, "test/fixtures/2013");
  const texts = dir ?? join(root, "sources/2013");
  const ending = dir ? ".raw.txt" : ".txt";
  return readdirSync(texts).filter((file) => file.endsWith(ending)).toSorted().map((file) => {
    const id = file.slice(0, -ending.length);
    return { id, raw: readFileSync(join(texts, file), "utf8"), marks: lines<GoldMark>(join(answers, `${id}.marks.jsonl`)), gold: lines<GoldFact>(join(answers, `${id}.gold.jsonl`)) };
  });
}

const total: MarkScore = { right: 0, all: 0, byMark: new Map() };
const facts = new Map<FactKind, FactScore>();
for (const { id, raw, marks, gold } of annotated(process.argv[2])) {
  const found = processDocument({ id, path: id, text: raw, digest: "0".repeat(64), bytes: raw.length, encoding: "utf-8", problems: [] }, model, registers);
  if (marks) {
    const score = scoreMarks(found.restored, marks);
    total.right += score.right;
    total.all += score.all;
    for (const [mark, row] of score.byMark) {
      const sum = total.byMark.get(mark) ?? total.byMark.set(mark, { gold: 0, said: 0, hit: 0 }).get(mark)!;
      sum.gold += row.gold; sum.said += row.said; sum.hit += row.hit;
    }
    console.log(`${id}\tmarks ${(score.right / score.all).toFixed(3)} of ${score.all}`);
  }
  for (const [kind, score] of gold ? scoreFacts(raw, gold, found.facts) : []) {
    const sum = facts.get(kind) ?? facts.set(kind, { gold: 0, said: 0, hit: 0 }).get(kind)!;
    sum.gold += score.gold; sum.said += score.said; sum.hit += score.hit;
  }
}
if (total.all > 0) console.log(`marks\taccuracy ${(total.right / total.all).toFixed(3)}, macro F1 ${macroF1(total).toFixed(3)} of ${total.all}`);
for (const kind of FACT_KINDS) {
  const score = facts.get(kind);
  if (score) console.log(`${kind}\tcore F1 ${f1(score).toFixed(3)} (${score.hit} right of ${score.gold}, ${score.said} said)`);
}
