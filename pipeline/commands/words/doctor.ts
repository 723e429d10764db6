/** What `doctor` has to say, check by check. The words are in the table of each language. */

export type CheckName = "node" | "program" | "packages" | "fonts" | "model" | "registers" | "outputs" | "temp" | "cache" | "locale" | "lock" | "libreoffice" | "poppler" | "build";

export interface DoctorWords {
  readonly names: Readonly<Record<CheckName, string>>;
  readonly states: Readonly<Record<"ok" | "note" | "fail", string>>;
  readonly nodeOld: (version: string, needed: string) => string;
  readonly packages: (count: number) => string;
  readonly packagesDiffer: (names: readonly string[]) => string;
  readonly packagesUnknown: string;
  readonly fonts: (faces: number, megabytes: string) => string;
  readonly model: (digest: string, kilobytes: string) => string;
  readonly registers: (regions: number, date: string, organisations: number, units: number, terms: number) => string;
  readonly room: (dir: string, free: string) => string;
  readonly roomShort: (dir: string, free: string, wanted: string) => string;
  readonly notWritable: (dir: string, code: string) => string;
  readonly notUtf8: (locale: string) => string;
  readonly flock: string;
  readonly noFlock: string;
  readonly noLibreOffice: string;
  readonly noPoppler: string;
  readonly built: (files: number, seconds: string) => string;
  readonly notBuilt: (why: string) => string;
  /** The last line: how many checks failed, how many have a note. */
  readonly sum: (failed: number, notes: number) => string;
}
