/** The pictures of docs/book.md: each is what the composer sets now, dot for dot but for the renderer's edges. Skipped where pdftoppm is not installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { afterAll, describe, expect, test } from "vitest";
import { COMPOSITION, type Shown } from "../../../docs/composition.ts";
import { bookPage, DPI, openedFaces, pictureOf } from "../../../docs/write-book.ts";

const folder = mkdtempSync(join(tmpdir(), "pictures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const faces = openedFaces();
const stored = (id: string): PNG => PNG.sync.read(readFileSync(fileURLToPath(new URL(`../../../docs/images/book/${id}.png`, import.meta.url))));

function drawn(shown: Shown): PNG {
  const pdf = join(folder, `${shown.id}.pdf`);
  writeFileSync(pdf, pictureOf(shown, faces));
  spawnSync("pdftoppm", ["-r", String(DPI), "-png", "-singlefile", pdf, join(folder, shown.id)]);
  return PNG.sync.read(readFileSync(join(folder, `${shown.id}.png`)));
}

/** The share of pixels of which one is dark and the other light. */
function unlike(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4) if (Math.abs(a.data[i]! - b.data[i]!) > 128) count++;
  return count / (a.width * a.height);
}

const ALIKE = 0.002;

describe.skipIf(spawnSync("pdftoppm", ["-v"]).error !== undefined)("the picture of a rule", () => {
  test.each(COMPOSITION.map((shown) => [shown.id, shown] as const))("%s", (id, shown) => expect(unlike(drawn(shown), stored(id))).toBeLessThan(ALIKE));

  test("would show a line that is set otherwise", () => {
    const shown = COMPOSITION.find(({ id }) => id === "expansion");
    expect(unlike(drawn({ ...shown!, id: "otherwise", setting: { align: "left" } }), stored(shown!.id))).toBeGreaterThan(ALIKE);
  });
});

test("docs/book.md lists the rules as they are", () => {
  const page = readFileSync(fileURLToPath(new URL("../../../docs/book.md", import.meta.url)), "utf8");
  expect(bookPage(page), "run make pictures").toBe(page);
});
