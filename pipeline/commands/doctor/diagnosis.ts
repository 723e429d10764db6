/** What a check of the installation came to. */

/** note: the edition can be made, and somebody may want to know. */
export interface Diagnosis {
  readonly state: "ok" | "note" | "fail";
  readonly words: string;
}
