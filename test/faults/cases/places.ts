/** What stands where something else should: files for folders, folders for links, leavings of runs that were cut off. */
import { chmodSync, chownSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../case.ts";
import { YEAR, type Stage } from "../stage.ts";

const isRoot = process.getuid?.() === 0;
/** Root may write everywhere, so the run is nobody's, and so are its folders. */
const toNobody = ({ out, editions, folder }: Stage) => {
  if (isRoot) for (const path of [out, editions, folder]) chownSync(path, 65534, 65534);
};
const aside = (stage: Stage) => join(stage.dir, "aside");
const putBack = (stage: Stage) => {
  rmSync(stage.link, { recursive: true, force: true });
  symlinkSync(`.editions/${stage.of.old.name}`, stage.link);
};

export const places: readonly Case[] = [
  { name: "outputs/YEAR is a folder", how: "a folder with a file of somebody's stands in the link's place", arrange: ({ link }) => { rmSync(link); mkdirSync(link); writeFileSync(join(link, "mine"), ""); }, ends: [73], says: /a folder or file, not a link to an edition\. Move it away/u, shows: "anything", mend: putBack },
  { name: "outputs/YEAR is a file", how: "a file stands in the link's place", arrange: ({ link }) => { rmSync(link); writeFileSync(link, ""); }, ends: [73], says: /a folder or file, not a link/u, shows: "anything", mend: putBack },
  { name: "outputs/YEAR leads nowhere", how: "the folder that it shows was moved away", arrange: (stage) => renameSync(stage.folder, aside(stage)), ends: [65], says: /leads to \.editions\/\S+, which is not there.*Put the folder back, or remove the link/u, shows: "anything", mend: (stage) => renameSync(aside(stage), stage.folder) },
  { name: "outputs/YEAR leads elsewhere", how: "it is a link to a folder that is no edition", arrange: (stage) => { mkdirSync(aside(stage)); rmSync(stage.link); symlinkSync(aside(stage), stage.link); }, ends: [65], says: /cannot be read, so nobody can say which revision comes next/u, shows: "anything", mend: putBack },
  { name: "outputs/YEAR leads to a copy", how: "it is a link to a copy of the edition on another path", arrange: (stage) => { cpSync(stage.folder, aside(stage), { recursive: true }); rmSync(stage.link); symlinkSync(aside(stage), stage.link); }, ends: [0], shows: "new" },
  { name: ".editions is a file", how: "a file stands where editions lie", arrange: (stage) => { renameSync(stage.editions, aside(stage)); writeFileSync(stage.editions, ""); }, ends: [65, 73], says: /leads to|a part of this path is a file/u, shows: "anything", mend: (stage) => { rmSync(stage.editions); renameSync(aside(stage), stage.editions); } },
  { name: "outputs is a file", how: "a file stands in the place of the outputs folder", arrange: (stage) => { renameSync(stage.out, aside(stage)); writeFileSync(stage.out, ""); }, ends: [73], says: /out\/\.editions: a part of this path is a file|is a file, not a folder/u, shows: "anything", mend: (stage) => { rmSync(stage.out); renameSync(aside(stage), stage.out); } },
  { name: "outputs is a link", how: "the outputs folder is a link to a folder on another path", arrange: (stage) => { renameSync(stage.out, aside(stage)); symlinkSync(aside(stage), stage.out); }, ends: [0], shows: "new" },
  { name: "outputs is a link to nowhere", how: "the outputs folder is a link to a disk that is not mounted", arrange: (stage) => { renameSync(stage.out, aside(stage)); symlinkSync(join(stage.dir, "not-mounted"), stage.out); }, ends: [73], says: /out\/\.editions: it went away/u, shows: "anything", mend: (stage) => { rmSync(stage.out); renameSync(aside(stage), stage.out); } },
  { name: "a building folder was left", how: "a run before was cut off while it wrote", arrange: ({ editions }) => { mkdirSync(join(editions, `${YEAR}-0123456789ab-building`)); writeFileSync(join(editions, `${YEAR}-0123456789ab-building`, "half"), "half"); }, ends: [0], says: /did not end its work\. What it left was removed: \d+-0123456789ab-building/u, shows: "new" },
  { name: "a folder nobody was shown was left", how: "a run before was cut off before it turned the link", arrange: ({ editions, folder }) => { cpSync(folder, join(editions, `${YEAR}-0123456789ab`), { recursive: true }); symlinkSync(`.editions/${YEAR}-0123456789ab`, join(editions, `${YEAR}.new`)); }, ends: [0], says: /What it left was removed: \d+\.new/u, shows: "new" },
  { name: "a link to what was to go was left", how: "a run before was cut off while it took the former edition's place", arrange: ({ editions, folder }) => { cpSync(folder, join(editions, `${YEAR}-0123456789ab`), { recursive: true }); symlinkSync(`.editions/${YEAR}-0123456789ab`, join(editions, `${YEAR}.old`)); }, ends: [0], says: /What it left was removed: \d+\.old/u, shows: "new" },
  { name: "a link to what is shown was left", how: "as before, but its link was not turned: the edition stays", arrange: ({ editions, of }) => symlinkSync(`.editions/${of.old.name}`, join(editions, `${YEAR}.old`)), ends: [0], says: /What it left was removed: \d+\.old/u, shows: "new" },
  { name: "a left link leads out", how: "such a link names a folder of somebody's: it is not touched", arrange: (stage) => { mkdirSync(aside(stage)); symlinkSync(`.editions/${YEAR}-../../../aside`, join(stage.editions, `${YEAR}.new`)); }, run: {}, ends: [0], shows: "new", mend: (stage) => renameSync(aside(stage), join(stage.dir, "still-there")) },
  { name: "outputs may not be written", how: "the outputs folder and .editions are read-only for the user", arrange: (stage) => { for (const dir of [stage.out, stage.editions]) chmodSync(dir, 0o555); }, run: { asNobody: true }, ends: [73], says: /it may not be written\. Give yourself write access/u, shows: "old", mend: (stage) => { for (const dir of [stage.out, stage.editions]) chmodSync(dir, 0o755); } },
  { name: "only the link may not be turned", how: ".editions may be written, the outputs folder may not", arrange: (stage) => { toNobody(stage); chmodSync(stage.lock, 0o666); chmodSync(stage.out, 0o555); }, run: { asNobody: true }, ends: [73], says: /it may not be written\. Give yourself write access/u, shows: "old", mend: (stage) => chmodSync(stage.out, 0o755) },
  { name: "the lock file may not be written", how: "it belongs to another user", arrange: (stage) => { toNobody(stage); chmodSync(stage.lock, 0o444); }, run: { asNobody: true }, ends: [73], says: /\d{4}\.lock: it may not be written/u, shows: "old", mend: (stage) => chmodSync(stage.lock, 0o644) },
  { name: "outputs is removed midway", how: "somebody removes the whole folder while the edition is made", waits: { op: "create" }, during: (stage) => renameSync(stage.out, aside(stage)), ends: [75], says: /\.lock: this file was removed while the edition was made/u, shows: "anything", mend: (stage) => { rmSync(stage.out, { recursive: true, force: true }); renameSync(aside(stage), stage.out); } },
];
