/** Runs the built program each time it is sent arguments: cli.mjs anew, its modules as they are loaded. */
import { writeSync } from "node:fs";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [program] = process.argv.slice(2);
let said = "";
let runs = 0;
process.setMaxListeners(0);
process.stdout.setMaxListeners(0);
const heard = (chunk, encoding, done) => {
  said += String(chunk);
  (typeof encoding === "function" ? encoding : done)?.();
  return true;
};
process.stdout.write = heard;
process.stderr.write = heard;
// pino writes to the descriptor itself
fs.writeSync = (fd, words, ...rest) => (fd === 2 ? (heard(words), Buffer.byteLength(String(words))) : writeSync(fd, words, ...rest));
syncBuiltinESMExports();

process.on("message", async (args) => {
  said = "";
  process.exitCode = 0;
  process.argv = [process.argv[0], program, ...args];
  runs += 1;
  try {
    await import(`file://${program}?${runs}`);
    process.send({ status: process.exitCode ?? 0, said });
  } catch (thrown) {
    process.send({ status: 70, said: `${said}${thrown.stack}` });
  }
});
process.on("disconnect", () => process.exit(0));
