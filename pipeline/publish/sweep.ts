/** What may go: leavings of a run that was cut off, drafts that have had their day. Never a revision that was published. */
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { BUILDING, draftOf, EDITIONS, isFolderOf } from "./layout.ts";

/** Removes what an unfinished run of this year left, and gives the names. To be called under the year's lock.
 *
 *  YEAR-…-building   a folder that was being written
 *  YEAR.new          a link to a folder that was about to be shown; what it names goes unless it is shown
 *  YEAR.old          a link to the folder whose place was being taken; what it names goes unless it is still shown
 *  YEAR.link         a link to a published revision that was about to be shown again; the revision stays */
export async function sweepUnfinished(year: number, outDir: string, disk: Disk): Promise<string[]> {
  const editions = join(outDir, EDITIONS);
  const left: string[] = [];
  for (const name of await disk.names(editions)) {
    const [shown = "", kind] = /^(\d{4}(?:-draft)?)\.(new|old|link)$/u.exec(name)?.slice(1) ?? [];
    const isLink = shown === String(year) || shown === draftOf(year);
    if (!isLink && !(name.startsWith(`${year}-`) && name.endsWith(BUILDING))) continue;
    const target = isLink && kind !== "link" ? await disk.linkTarget(join(editions, name)) : null;
    // The folder first: as long as the link is there, the next run knows that it goes.
    if (target !== null && isFolderOf(shown, target) && target !== (await disk.linkTarget(join(outDir, shown)))) await disk.remove(join(outDir, target));
    await disk.remove(join(editions, name));
    left.push(name);
  }
  return left;
}

/** Drafts go, but for the one that was just made. */
export async function sweepDrafts(year: number, kept: string | null, outDir: string, disk: Disk): Promise<void> {
  const link = join(outDir, draftOf(year));
  if (kept === null && (await disk.linkTarget(link))?.startsWith(`${EDITIONS}/`) === true) await disk.remove(link);
  for (const name of await disk.names(join(outDir, EDITIONS))) if (name.startsWith(`${draftOf(year)}-`) && name !== kept) await disk.remove(join(outDir, EDITIONS, name));
}
