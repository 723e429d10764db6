/** publish: the edition → its files, and the files → the disk, all or none.
 *
 *  in      Edition, which knows its revision when nobody else can publish its year; the folder of all editions; a disk
 *  out     OUT/YEAR, a link to the edition's folder: the book, two workbooks, open data, the list of the program's components, the manifest; of a draft, OUT/YEAR-draft
 *  holds   whoever opens OUT/YEAR sees the former edition or the new one, whole; all published revisions are kept; the same edition gives the same bytes
 *  errors  UserError 73 where the folder cannot be written, 75 where another run is writing it; what the one who looks on throws */
import { join } from "node:path";
import type { Edition } from "../../schemas/edition.ts";
import { HOME } from "../home.ts";
import { EXIT, systemCode, UserError, wordsOf } from "../messages.ts";
import { attachments } from "./attachments.ts";
import { book, fontPaths, type FontFiles, openFaces, pressBook } from "./book/index.ts";
import { data, manifest } from "./data/index.ts";
import type { Disk } from "./disk.ts";
import { topFiles } from "./names.ts";
import { place, type File, type Watch as PlaceWatch } from "./place.ts";
import { workbooks } from "./workbook/index.ts";

export { machine } from "./disk.ts";

/** What is being done: the files made, then written. */
export type PublishStep = "data" | "workbooks" | "book" | "write";

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

/** Who looks on while an edition is published. */
export interface Watch extends PlaceWatch {
  /** Is told what is done now. */
  step(step: PublishStep): void;
}

const NOBODY: Watch = { step: () => {}, warn: () => {}, accept: () => {} };

/** `revised` is asked for the edition when no other run can write its year: its revision depends on what was published. What it or `watch.accept` throws comes out as it is. */
export async function publish(year: number, revised: () => Revised, outDir: string, disk: Disk, watch: Partial<Watch> = {}): Promise<Published> {
  const { step, warn, accept } = { ...NOBODY, ...watch };
  const own = new Set<unknown>(); // what was thrown and is no fault of the disk
  const ours = async <T>(run: () => T | Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (thrown) {
      own.add(thrown);
      throw thrown;
    }
  };
  const make = async () => {
    const { edition, again } = revised();
    const files = await filesOf(edition, disk, step);
    step("write");
    return { edition, files, draft: edition.draft, again };
  };
  try {
    const { path, made, fresh } = await place(year, () => ours(make), outDir, disk, { warn, accept: (dir) => ours(() => accept(dir)) });
    return { edition: made.edition, path, fresh, files: made.files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) };
  } catch (thrown) {
    if (own.has(thrown) || thrown instanceof UserError) throw thrown;
    throw cannotWrite(outDir, thrown);
  }
}

/** The components that the program is put together from, CycloneDX; `make sbom` writes it from package-lock.json. */
const SBOM = join(HOME, "pipeline", "publish", "sbom.cdx.json");

/** All files of the edition, the manifest last. */
export async function filesOf(edition: Edition, disk: Disk, told: (step: PublishStep) => void = () => {}): Promise<File[]> {
  const fonts = readFonts(disk);
  fonts.catch(() => {}); // it is awaited when the book is set: what is thrown is told there
  told("data");
  const open = data(edition);
  told("workbooks");
  const sheets = await workbooks(edition);
  told("book");
  const names = topFiles(edition.spec.year);
  const pdf = { name: names.book, bytes: await book(edition, await fonts, attachments(edition, open)) };
  const { press } = edition.spec;
  const sheetsForPress = press === null ? [] : [{ name: `nianjian-${edition.spec.year}-press.pdf`, bytes: await pressBook(edition, await fonts, press) }];
  const files = [pdf, ...sheetsForPress, ...sheets, ...open.map(({ name, bytes }) => ({ name, bytes })), { name: names.sbom, bytes: await disk.read(SBOM) }];
  return [...files, { name: "manifest.json", bytes: manifest(edition, files) }];
}

async function readFonts(disk: Disk): Promise<FontFiles> {
  try {
    const paths = fontPaths();
    const [serif, serifBold, sans, sansBold] = await Promise.all([disk.read(paths.serif), disk.read(paths.serifBold), disk.read(paths.sans), disk.read(paths.sansBold)]);
    const files = { serif, serifBold, sans, sansBold };
    openFaces(files);
    return files;
  } catch (thrown) {
    throw new UserError(EXIT.noInput, `a font of the book is missing or damaged: ${wordsOf(thrown).split("\n")[0]!.replace(/[.]$/u, "")}. Install the packages again with npm ci.`, { cause: thrown });
  }
}

const NAME_ANOTHER = "or name another folder with --out.";

const WHY: Readonly<Record<string, string>> = {
  EACCES: `it may not be written. Give yourself write access to it, ${NAME_ANOTHER}`,
  EPERM: `it may not be written. Give yourself write access to it, ${NAME_ANOTHER}`,
  EROFS: `it lies on a disk that can only be read. Make that writable, ${NAME_ANOTHER}`,
  ENOSPC: "the disk is full. Make room, or name a folder on another disk with --out.",
  EDQUOT: "your share of the disk is used up. Make room, or name a folder on another disk with --out.",
  EIO: "the disk failed to read or write it (EIO). Have the disk examined, or name a folder on another with --out.",
  ENOTDIR: `a part of this path is a file, not a folder. Move it away, ${NAME_ANOTHER}`,
  EEXIST: `something of this name stands there already. Move it away, ${NAME_ANOTHER}`,
  ENOENT: `it went away while the edition was written, or what it lies in cannot be made. Put it back, ${NAME_ANOTHER}`,
  EMFILE: "this process may not open as many files as it must. Raise the limit (ulimit -n), and build again.",
  ENFILE: "the machine has too many files open. Close programs, and build again.",
};

function cannotWrite(outDir: string, thrown: unknown): UserError {
  const words = WHY[systemCode(thrown) ?? ""] ?? `the edition cannot be written (${wordsOf(thrown)}). Try again, ${NAME_ANOTHER}`;
  return new UserError(EXIT.cannotWrite, `${pathOf(thrown) ?? outDir}: ${words} The former edition is as it was.`, { cause: thrown });
}

/** The path that a system error names; a failing read, write or sync names none. */
function pathOf(thrown: unknown): string | null {
  return thrown instanceof Error && "path" in thrown && typeof thrown.path === "string" && systemCode(thrown) !== null ? thrown.path : null;
}
