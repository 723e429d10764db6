/** The way of one text: restore → correct its repairs → outline → extract. Pure: bytes were read before, and an engine may run it anywhere. */
import type { AppliedCorrection } from "../schemas/correction.ts";
import type { Fact } from "../schemas/fact.ts";
import type { Outline } from "../schemas/outline.ts";
import type { TextRegisters } from "../schemas/register.ts";
import type { Restored } from "../schemas/repair.ts";
import type { Document } from "../schemas/source.ts";
import type { Unproven } from "../schemas/unproven.ts";
import { correctRepairs, type Placed } from "./correct/index.ts";
import { extract } from "./extract/index.ts";
import { outline } from "./outline/index.ts";
import { restore, type Model } from "./restore/index.ts";

/** A text with all that was found in it. */
export interface Processed {
  readonly document: Document;
  readonly restored: Restored;
  readonly outline: Outline;
  readonly facts: Fact[];
  /** Left out of the facts: what their own words do not bear out. */
  readonly unproven: Unproven[];
  /** The corrections of this text's repairs. */
  readonly corrections: AppliedCorrection[];
}

/** corrections: of the whole year; those of this text's repairs are applied before it is read any further. */
export function processDocument(document: Document, model: Model, registers: TextRegisters, corrections: readonly Placed[] = []): Processed {
  const { restored, applied } = correctRepairs(document.text, restore(document, model), corrections);
  const shape = outline(restored);
  return { document, restored, outline: shape, ...extract(document, restored, shape, registers), corrections: applied };
}
