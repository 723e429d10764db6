/** All cases but the kills, in the order they are played and documented. */
import type { Case, Scenario } from "../case.ts";
import { disk } from "./disk.ts";
import { injected } from "./injected.ts";
import { limits } from "./limits.ts";
import { locks } from "./locks.ts";
import { places } from "./places.ts";
import { sources } from "./sources.ts";

export const all: readonly (Case | Scenario)[] = [...locks, ...disk, ...injected, ...places, ...sources, ...limits];
