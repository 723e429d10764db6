/** What every rule of extraction tells of itself, so that its examples run as tests and `docs/rules.md` is written from it. Not here: any rule. */

/** A rule as its reader sees it. What it does beside (a pattern, a function) is its file's business. */
export interface Told {
  /** Small, unique within its file: share-of-whole. */
  readonly name: string;
  /** What it reads, in a line of English; the Chinese it turns on is quoted. */
  readonly says: string;
  /** Text of our own → what the rule makes of it, as the file's `tell` prints it. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Texts that the rule must leave alone, whatever another makes of them. */
  readonly leaves: readonly string[];
}

/** The rules of a file, in the order they are tried, with what runs an example. */
export interface RuleBook {
  /** The file without its ending: what stands before the / in a fact's rule. */
  readonly file: string;
  readonly about: string;
  readonly rules: readonly Told[];
  /** What the rule of this name makes of a text: one string a result. */
  readonly tell: (name: string, text: string) => readonly string[];
}
