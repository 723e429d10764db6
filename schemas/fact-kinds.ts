/** The kinds of facts, in the order in which they are listed everywhere. */
import type { FactKind } from "./fact.ts";

export const FACT_KINDS: readonly FactKind[] = ["observation", "event", "roster", "transition", "document", "assessment"];
