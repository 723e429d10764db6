/** How editions lie under the folder of outputs. Not here: putting them there (place) and sweeping (sweep). */

/** Editions lie here by year and digest; OUT/YEAR is a link to one of them. */
export const EDITIONS = ".editions";

/** The ending of a folder that is being written. */
export const BUILDING = "-building";

/** The name that a year's draft is shown by. */
export const draftOf = (year: number): string => `${year}-draft`;

/** The folders among `taken` that an edition of this digest may lie in: a second one is there when the first was tampered with. */
export const namesOf = (wanted: string, taken: readonly string[]): string[] => taken.filter((name) => name === wanted || (name.startsWith(`${wanted}-`) && /^\d+$/u.test(name.slice(wanted.length + 1))));

/** Whether a link's target is a folder of the edition that is shown by this name: nothing else is ever removed for a link's sake. */
export const isFolderOf = (shown: string, target: string): boolean => target.startsWith(`${EDITIONS}/${shown}-`) && /^[0-9a-f]{12}(?:-\d+)?$/u.test(target.slice(`${EDITIONS}/${shown}-`.length));
