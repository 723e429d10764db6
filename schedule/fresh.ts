/** fresh: whether dist/ was made from the sources as they are. `node dist/fresh.js`; schedules run it before they build. Status 0, or 1 with a line that says what to do.
 *
 *  Bytes are compared, not times: a copied or checked out folder has new times. The maps in dist/ hold every source as it was bundled. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const SourceMap = z.object({ sources: z.array(z.string()), sourcesContent: z.array(z.string()) });

/** The first source that is not as it was bundled, relative to the folder above `dist`; null where all are. Throws what reading throws. */
function changedSince(dist: string): string | null {
  for (const file of readdirSync(dist).filter((name) => name.endsWith(".map"))) {
    const { sources, sourcesContent } = SourceMap.parse(JSON.parse(readFileSync(join(dist, file), "utf8")));
    for (const [i, source] of sources.entries()) {
      const path = resolve(dist, source);
      if (!existsSync(path) || readFileSync(path, "utf8") !== sourcesContent[i]) return relative(dirname(dist), path);
    }
  }
  return null;
}

const changed = changedSince(dirname(fileURLToPath(import.meta.url)));
if (changed !== null) {
  process.stderr.write(`${changed}: it has changed since dist/ was built from it. Build it again: npm ci --omit=dev && make dist\n`);
  process.exitCode = 1;
}
