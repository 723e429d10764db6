/** Samples → all figures of an evaluation, as they are printed and stored. Not here: reading, printing. */
import type { FactKind } from "../../schemas/fact.ts";
import { FACT_KINDS } from "../../schemas/fact-kinds.ts";
import type { Registers } from "../../schemas/register.ts";
import { processDocument } from "../../pipeline/document.ts";
import { restore, type Model } from "../../pipeline/restore/index.ts";
import { documentOf } from "../document.ts";
import { addScores, f1, scoreFacts, type FactScore } from "./facts.ts";
import { judge, type Answer } from "./marks.ts";
import type { Sample } from "./read.ts";
import { reliability, type Reliability } from "./reliability.ts";
import { share, tally, tallyBy, type Tally } from "./tally.ts";

export interface TextFigures { readonly id: string; readonly genre: string; readonly split: string; readonly marks: number; readonly accuracy: number; readonly intact: boolean }

export interface Evaluation {
  /** null where no text has marks to be scored. */
  readonly marks: {
    readonly all: Tally;
    readonly texts: readonly TextFigures[];
    readonly genres: Readonly<Record<string, Tally>>;
    readonly splits: Readonly<Record<string, Tally>>;
    readonly reliability: Reliability;
  } | null;
  /** Split → form of the text → kind. */
  readonly facts: Readonly<Record<string, Readonly<Record<Form, FactFigures>>>>;
}

/** degraded: without its marks, as it comes · clean: with them. */
export type Form = "degraded" | "clean";
export type FactFigures = Readonly<Partial<Record<FactKind, FactScore & { readonly coreF1: number; readonly fullF1: number }>>>;

export function evaluate(samples: readonly Sample[], model: Model, registers: Registers): Evaluation {
  const answers: (Answer & { genre: string; split: string })[] = [];
  const texts: TextFigures[] = [];
  const facts = new Map<string, Record<Form, Map<FactKind, FactScore>>>();
  for (const { id, genre, split, raw, marks, gold, clean } of samples) {
    const document = documentOf(id, raw);
    // Only annotated facts need the whole way of a text.
    const { restored, facts: said } = gold ? processDocument(document, model, registers) : { restored: restore(document, model), facts: [] };
    if (gold) {
      const forms = facts.get(split) ?? { degraded: new Map(), clean: new Map() };
      facts.set(split, forms);
      addScores(forms.degraded, scoreFacts(gold, ({ span, quote }) => span ?? placeOf(quote, raw), said));
      if (clean !== null) addScores(forms.clean, scoreFacts(gold, ({ cleanSpan }) => cleanSpan!, processDocument(documentOf(id, clean), model, registers).facts));
    }
    if (!marks) continue;
    const judged = judge(raw, restored, marks);
    answers.push(...judged.answers.map((answer) => ({ ...answer, genre, split })));
    texts.push({ id, genre, split, marks: marks.length, accuracy: share(judged.answers.filter(({ right }) => right).length, marks.length), intact: judged.intact });
  }
  return { marks: answers.length === 0 ? null : { all: tally(answers), texts, genres: tallyBy(answers, ({ genre }) => genre), splits: tallyBy(answers, ({ split }) => split), reliability: reliability(answers) }, facts: Object.fromEntries([...facts].map(([split, { degraded, clean }]) => [split, { degraded: factFigures(degraded), clean: factFigures(clean) }])) };
}

/** The figures of several splits as those of one. */
export function together(splits: readonly Readonly<Record<Form, FactFigures>>[]): Readonly<Record<Form, FactFigures>> {
  const sumOf = (form: Form) => {
    const sum = new Map<FactKind, FactScore>();
    for (const split of splits) addScores(sum, new Map(Object.entries(split[form]) as [FactKind, FactScore][]));
    return factFigures(sum);
  };
  return { degraded: sumOf("degraded"), clean: sumOf("clean") };
}

/** Where a quote stands in its text. */
function placeOf(quote: string, text: string): { start: number; end: number } {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
}

function factFigures(scores: ReadonlyMap<FactKind, FactScore>): FactFigures {
  return Object.fromEntries(FACT_KINDS.flatMap((kind) => {
    const score = scores.get(kind);
    return score ? [[kind, { ...score, coreF1: f1(score, score.core), fullF1: f1(score, score.full) }]] : [];
  }));
}
