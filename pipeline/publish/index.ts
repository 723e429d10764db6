/** publish: the edition → its files, and the files → the disk, all or none.
 *
 *  in      Edition, which knows its revision when nobody else can publish its year; the folder of all editions; a disk
 *  out     OUT/YEAR, a link to the edition's folder: the book, two workbooks, open data, the list of the program's components, the manifest; of a draft, OUT/YEAR-draft
 *  holds   whoever opens OUT/YEAR sees the former edition or the new one, whole; all published revisions are kept; the same edition gives the same bytes
 *  errors  UserError 73 where the folder cannot be written, 75 where another run is writing it */
import { join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import { HOME } from "../home.ts";
import { EXIT, systemCode, UserError, wordsOf } from "../messages.ts";
import { attachments } from "./attachments.ts";
import { book, fontPaths, type FontFiles, pressBook } from "./book/index.ts";
import { data, manifest } from "./data/index.ts";
import type { Disk } from "./disk.ts";
import { place, type File } from "./place.ts";
import { workbooks } from "./workbook/index.ts";

export { machine } from "./disk.ts";

export interface Published {
  /** as it was published: with its revision */
  readonly edition: Edition;
  /** OUT/YEAR, or OUT/YEAR-draft */
  readonly path: string;
  /** whether anything was written: an edition that stands there already is left as it is */
  readonly fresh: boolean;
  readonly files: readonly { name: string; bytes: number }[];
}

/** An edition that knows its revision. */
export interface Revised {
  readonly edition: Edition;
  /** It is the revision that OUT/YEAR shows, once more. */
  readonly again: boolean;
}

/** `revised` is asked for the edition when no other run can write its year: its revision depends on what was published. */
export async function publish(year: number, revised: () => Revised, outDir: string, disk: Disk, told: (step: string) => void = () => {}): Promise<Published> {
  let fault: unknown;
  const make = async () => {
    try {
      const { edition, again } = revised();
      const files = await filesOf(edition, disk, told);
      told("write");
      return { edition, files, draft: edition.draft, again };
    } catch (thrown) {
      fault = thrown; // nothing was written yet
      throw thrown;
    }
  };
  try {
    const { path, made, fresh } = await place(year, make, outDir, disk);
    return { edition: made.edition, path, fresh, files: made.files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) };
  } catch (thrown) {
    if (thrown === fault || thrown instanceof UserError) throw thrown;
    throw cannotWrite(outDir, thrown);
  }
}

/** The components that the program is put together from, CycloneDX; `make sbom` writes it from package-lock.json. */
const SBOM = join(HOME, "pipeline", "publish", "sbom.cdx.json");

/** All files of the edition, the manifest last. */
export async function filesOf(edition: Edition, disk: Disk, told: (step: string) => void = () => {}): Promise<File[]> {
  const fonts = readFonts(disk);
  told("data");
  const open = data(edition);
  told("workbooks");
  const sheets = await workbooks(edition);
  told("book");
  const pdf = { name: `nianjian-${edition.spec.year}.pdf`, bytes: await book(edition, await fonts, attachments(edition, open)) };
  const { press } = edition.spec;
  const sheetsForPress = press === null ? [] : [{ name: `nianjian-${edition.spec.year}-press.pdf`, bytes: await pressBook(edition, await fonts, press) }];
  const files = [pdf, ...sheetsForPress, ...sheets, ...open.map(({ name, bytes }) => ({ name, bytes })), { name: "sbom.cdx.json", bytes: await disk.read(SBOM) }];
  return [...files, { name: "manifest.json", bytes: manifest(edition, files) }];
}

async function readFonts(disk: Disk): Promise<FontFiles> {
  const paths = fontPaths();
  const [serif, serifBold, sans, sansBold] = await Promise.all([disk.read(paths.serif), disk.read(paths.serifBold), disk.read(paths.sans), disk.read(paths.sansBold)]);
  return { serif, serifBold, sans, sansBold };
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: "it may not be written. Give yourself write access to it, or name another folder with --out.",
  EPERM: "it may not be written. Give yourself write access to it, or name another folder with --out.",
  EROFS: "it lies on a disk that can only be read. Name another folder with --out.",
  ENOSPC: "the disk is full. Make room, or name a folder on another disk with --out.",
  EDQUOT: "your share of the disk is used up. Make room, or name a folder on another disk with --out.",
  ENOTDIR: "a part of this path is a file, not a folder. Name another folder with --out.",
  EEXIST: "a file stands where a folder is needed. Move it away, or name another folder with --out.",
};

function cannotWrite(outDir: string, thrown: unknown): UserError {
  const words = WHY[systemCode(thrown) ?? ""] ?? `the edition cannot be written (${wordsOf(thrown)}). Try again, or name another folder with --out.`;
  return new UserError(EXIT.cannotWrite, `${outDir}: ${words} The former edition is as it was.`, { cause: thrown });
}
