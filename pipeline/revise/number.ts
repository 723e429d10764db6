/** Which revision a build makes: a function of its inputs and of the revisions published before. Not here: reading those. */
import type { Issue } from "../../schemas/revision.ts";

/** The newest published edition of the year. */
export interface Newest extends Issue {
  readonly versions: Readonly<Record<string, string>>;
  /** The revisions that it followed, oldest first. */
  readonly history: readonly Issue[];
}

export interface NextRevision {
  readonly number: number;
  /** It is the newest one again: the same inputs, the same versions. */
  readonly again: boolean;
  /** The revisions before it, oldest first. */
  readonly history: Issue[];
}

/** The same digest and versions → the revision that was published, on the history that it stood on; else the next number, or `least` where edition.yaml is ahead. */
export function nextRevision(newest: Newest | null, now: Pick<Newest, "digest" | "versions">, least: number): NextRevision {
  if (newest === null) return { number: least, again: false, history: [] };
  const history = [...newest.history];
  if (newest.digest === now.digest && sameVersions(newest.versions, now.versions)) return { number: numberOf(newest.revision), again: true, history };
  const { revision, date, digest } = newest;
  return { number: Math.max(numberOf(revision) + 1, least), again: false, history: [...history, { revision, date, digest }] };
}

/** r12 → 12; 0 for what is no revision. */
export const numberOf = (revision: string): number => Number(/^r(\d+)$/u.exec(revision)?.[1] ?? 0);

function sameVersions(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
