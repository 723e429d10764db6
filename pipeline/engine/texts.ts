/** The texts of a year through the way of one text, those that a former run has done from the cache. Not here: the way (document.ts), where results lie. */
import { createHash } from "node:crypto";
import type { TextRegisters } from "../../schemas/register.ts";
import type { Restored } from "../../schemas/repair.ts";
import type { Document } from "../../schemas/source.ts";
import type { Placed } from "../correct/index.ts";
import { processDocument, type Processed } from "../document.ts";
import type { Model } from "../restore/index.ts";
import { cached, type Cache, type Keeping } from "./cache.ts";
import { codeDigest } from "./code.ts";
import { inline, type Engine } from "./index.ts";
import { fromRuns, toRuns } from "./runs.ts";

/** What the texts of a year are processed with. */
export interface Means {
  /** The weights with their digest, decoded when first asked for: where all texts are found, nobody asks. */
  readonly model: { readonly digest: string; readonly decoded: () => Model };
  readonly registers: TextRegisters;
  /** Of the whole year; each text is handed those of its own repairs. */
  readonly corrections: readonly Placed[];
}

export interface How {
  /** null: every text is processed. */
  readonly cache: Cache | null;
  readonly engine?: Engine;
  readonly told?: (done: number, of: number) => void;
  /** Instead of document.ts, for a test that counts. */
  readonly way?: typeof processDocument;
}

/** Texts → what was found in each, in their order. Throws what the way of a text throws. */
export function processTexts(documents: readonly Document[], means: Means, { cache, engine = inline, told, way = processDocument }: How): Promise<Processed[]> {
  const { model, registers: { regions, organisations, units } } = means;
  const registers: TextRegisters = { regions, organisations, units }; // these and no others are handed in: they are what the key is made of
  const part = ({ document, corrections }: Input) => way(document, model.decoded(), registers, corrections);
  const inputs = documents.map((document) => ({ document, corrections: means.corrections.filter(({ correction }) => correction.repair?.text === document.id) }));
  return engine.run(cache === null ? part : cached(part, keeping(model.digest, digestOf(registers)), cache), inputs, told);
}

/** The digest of this module and all that it imports: the way of one text, the nouns, and how results are kept. */
export const textsCode = (): string => codeDigest(import.meta.url);

interface Input {
  readonly document: Document;
  /** Of this text's repairs, and no others. */
  readonly corrections: readonly Placed[];
}

type Kept = Omit<Processed, "document">;

/** A text's result without the text, its offsets as runs. It hangs on the text's name and characters, however they were encoded; where a correction stands in its file is for messages alone. */
function keeping(model: string, registers: string): Keeping<Input, Processed> {
  return {
    dependsOn: ({ document: { id, text }, corrections }) => ["text", model, registers, id, text, corrections.map(({ correction }) => correction)],
    pack(processed): Kept {
      const { document: _, restored, ...rest } = processed;
      return { ...rest, restored: withOffsets(restored, toRuns) };
    },
    unpack(kept, { document }) {
      const { restored, ...rest } = kept as Kept;
      return { document, ...rest, restored: withOffsets(restored, fromRuns) };
    },
  };
}

const withOffsets = (restored: Restored, turned: (offsets: readonly number[]) => number[]): Restored => ({ ...restored, from: turned(restored.from), to: turned(restored.to) });

const digestOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
