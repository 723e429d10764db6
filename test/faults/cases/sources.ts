/** Texts that change, go or come in while the edition is made from them; published files that are not as they were. */
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../case.ts";
import type { Stage } from "../stage.ts";

/** They are changed when all was read and nothing was written. */
const changing = (name: string, how: string, during: (stage: Stage) => void, says: RegExp): Case => ({ name, how, waits: { op: "lock" }, during, ends: [75], says, shows: "old", mend: restore });
/** They are changed when the folder was listed, before this text is read for the edition. */
const whileRead = (name: string, how: string, during: (stage: Stage) => void, more: Partial<Case> = {}): Case => ({ name, how, waits: { op: "openSync", under: "02-办事.txt", nth: 2 }, during, ends: [75], says: /02-办事\.txt: this file changed while/u, shows: "old", mend: restore, ...more });

function restore(stage: Stage): void {
  const away = join(stage.dir, "away");
  if (existsSync(away)) renameSync(away, stage.sources);
  rmSync(join(stage.sources, "03-新来.txt"), { force: true });
  rmSync(join(stage.sources, "corrections.yaml"), { force: true });
  const path = join(stage.sources, "edition.yaml");
  writeFileSync(path, readFileSync(join(stage.of.dir, "sources", "edition.yaml")));
  stage.withNewTexts();
}

const spoilt = (name: string, how: string, spoil: (stage: Stage) => void, more: Partial<Case> = {}): Case => ({ name, how, arrange: (stage) => { stage.withOldTexts(); spoil(stage); }, ends: [0], shows: "old", mend: (stage) => stage.withNewTexts(), spoiltFormer: true, after: "whole", ...more });

export const sources: readonly Case[] = [
  changing("a text changes", "after it was read", (stage) => appendFileSync(stage.text(), "三、又及."), /02-办事\.txt: this file changed while the edition was made.*\n.*former edition is as it was/u),
  changing("a text is replaced", "another file takes its name", (stage) => { writeFileSync(`${stage.text()}.tmp`, "别的."); renameSync(`${stage.text()}.tmp`, stage.text()); }, /02-办事\.txt: this file changed/u),
  changing("a text changes and changes back", "its bytes are as before, the time of its change is not", (stage) => { const words = readFileSync(stage.text()); writeFileSync(stage.text(), "别的."); writeFileSync(stage.text(), words); }, /02-办事\.txt: this file changed/u),
  changing("a text is removed", "after it was read", (stage) => rmSync(stage.text()), /02-办事\.txt: this file went away/u),
  changing("a text comes in", "after the folder was listed", (stage) => writeFileSync(join(stage.sources, "03-新来.txt"), "三、新来."), /03-新来\.txt: this file came in/u),
  changing("edition.yaml changes", "after it was read", (stage) => appendFileSync(join(stage.sources, "edition.yaml"), "# …\n"), /edition\.yaml: this file changed/u),
  changing("corrections.yaml comes in", "after the folder was listed", (stage) => writeFileSync(join(stage.sources, "corrections.yaml"), "corrections: []\n"), /corrections\.yaml: this file came in/u),
  changing("the folder of texts vanishes", "its disk is taken away", (stage) => renameSync(stage.sources, join(stage.dir, "away")), /01-热线\.txt: this file went away/u),
  whileRead("a text grows while it is read", "somebody copies it into the folder", (stage) => appendFileSync(stage.text(), "三、又及."), {}),
  whileRead("a text is cut while it is read", "somebody writes it anew", (stage) => truncateSync(stage.text(), 30), {}),
  whileRead("a text goes before it is read", "after the folder was listed", (stage) => rmSync(stage.text()), { says: /02-办事\.txt: this file went away/u }),
  spoilt("a published file was changed", "the texts are the same: the edition is made again in its own place", ({ folder }) => appendFileSync(join(folder, "data", "facts.jsonl"), "\n")),
  spoilt("a published file was removed", "as before", ({ folder }) => rmSync(join(folder, "data", "counts.csv"))),
  spoilt("a file was put into a published edition", "as before", ({ folder }) => writeFileSync(join(folder, "data", "mine.txt"), "")),
  spoilt("a published manifest was removed", "nobody can say which revision comes next", ({ folder }) => renameSync(join(folder, "manifest.json"), join(folder, "..", "..", "..", "manifest.json")), { ends: [65], says: /manifest\.json: this published edition cannot be read.*Put the file back/u, shows: "anything", mend: (stage) => { renameSync(join(stage.dir, "manifest.json"), join(stage.folder, "manifest.json")); stage.withNewTexts(); }, after: "new" }),
  spoilt("a published manifest was cut", "as before", ({ folder, dir }) => { writeFileSync(join(dir, "manifest.json"), readFileSync(join(folder, "manifest.json"))); truncateSync(join(folder, "manifest.json"), 500); }, { ends: [65], says: /manifest\.json: this published edition cannot be read.*Put the file back/u, shows: "anything", mend: (stage) => { renameSync(join(stage.dir, "manifest.json"), join(stage.folder, "manifest.json")); stage.withNewTexts(); }, after: "new" }),
];
