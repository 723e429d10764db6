/** Compiles assembly/kernel.ts and writes its bytes to bytes.ts: `npm run kernel`, by hand after a change. With --check it only compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const source = fileURLToPath(new URL("assembly/kernel.ts", import.meta.url));
const written = new URL("bytes.ts", import.meta.url);
let wasm: Uint8Array | undefined;
const { error, stderr } = await asc.main(["kernel.ts", "-o", "kernel.wasm", "--runtime", "stub", "--enable", "simd", "-O3", "--noAssert", "--importMemory"], {
  readFile: (name) => (name === "kernel.ts" ? readFileSync(source, "utf8") : null),
  writeFile: (name, contents) => { if (name === "kernel.wasm") wasm = contents as Uint8Array; },
  listFiles: () => [],
});
if (error || wasm === undefined) {
  console.error(stderr.toString());
  process.exit(1);
}
const module = `/** assembly/kernel.ts, compiled; written by \`npm run kernel\`. */\nexport const KERNEL = "${Buffer.from(wasm).toString("base64")}";\n`;
if (!process.argv.includes("--check")) writeFileSync(written, module);
else if (readFileSync(written, "utf8") !== module) {
  console.error("pipeline/restore/model/kernel/bytes.ts is not what assembly/kernel.ts compiles to. Run `npm run kernel` and commit both.");
  process.exit(1);
}
