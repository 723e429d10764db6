/** A quantity, and what reads one. Not here: any rule. */
import type { Qualifier } from "../../../schemas/fact.ts";
import type { Told } from "../rule.ts";

export interface Quantity {
  /** Offsets into the passage, qualifiers included. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueHigh?: number;
  readonly qualifier: Qualifier;
  /** Without 万 and 亿. */
  readonly unit: string;
  /** 居第4位: a place in an order. */
  readonly rank: boolean;
  /** The rule that read it. */
  readonly rule: string;
}

/** A quantity before it has its rule's name. */
export type Read = Omit<Quantity, "rule">;

/** What a reader knows beside the text. */
export interface Context {
  /** Units and measure words as alternatives of a pattern, longest first. */
  readonly units: string;
  /** Hears of each figure that is none, and by which rule. */
  readonly noted: ((exclusion: string) => void) | undefined;
}

/** A way of writing a quantity. Where two read the same characters, the one that begins first stands, then the longer. */
export interface QuantityRule extends Told {
  /** What the rule cannot do without: a text that does not have it, as most clauses do not, is not searched. */
  readonly needs: RegExp;
  readonly read: (text: string, context: Context) => Read[];
}
