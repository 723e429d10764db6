/** One book set one way, in a process of its own: `way.ts WAY INPUT OUTPUT` reads the input, writes the PDF and prints what it took as JSON. A way's program
 *  is loaded when it is asked for, so that none pays for another. Not here: choosing inputs, several runs. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { told } from "../took.ts";
import type { Piece } from "./pieces.ts";

/** Our book, our book without its tags, and the others. */
export type Way = "ours" | "untagged" | "pdfkit" | "pdfmake" | "typst";

/** Files of the two faces that all ways set in: Song for the text, Hei for heads. */
export interface FontPaths { readonly text: string; readonly heads: string }

/** Sets what a file holds: an edition for ours, pieces for the others. */
type Set = (input: unknown) => Promise<Buffer>;

async function setter(way: Way): Promise<Set> {
  const { resolve } = createRequire(import.meta.url);
  const fonts: FontPaths = {
    text: resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
    heads: resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  };
  const inFaces = (set: (pieces: readonly Piece[], fonts: FontPaths) => Promise<Buffer>): Set => (input) => set(input as Piece[], fonts);
  switch (way) {
    case "ours": return (await import("./ours.ts")).setByUs as Set;
    case "untagged": return (await import("./ours.ts")).setUntagged as Set;
    case "pdfkit": return inFaces((await import("./pdfkit.ts")).setByPdfkit);
    case "pdfmake": return inFaces((await import("./pdfmake.ts")).setByPdfmake);
    case "typst": return inFaces((await import("./typst.ts")).setByTypst);
  }
}

async function main([way, input, output]: readonly string[]): Promise<void> {
  const set = await setter(way as Way);
  const text: unknown = JSON.parse(readFileSync(input!, "utf8"));
  await told(async () => writeFileSync(output!, await set(text)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
