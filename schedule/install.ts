/** Puts the service and its timer where systemd looks, takes them away, or prints the line for a crontab; run by make, which says what may be given.
 *
 *    install.ts --into DIR [--scope system|user] [--user NAME] [--when SPEC]
 *    install.ts --into DIR --remove
 *    install.ts --crontab */
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { HOME } from "../pipeline/home.ts";
import { crontabLine, unit, WHEN } from "./schedules.ts";

const { values } = parseArgs({ options: { into: { type: "string" }, scope: { type: "string", default: "system" }, user: { type: "string", default: "" }, when: { type: "string", default: WHEN }, remove: { type: "boolean", default: false }, crontab: { type: "boolean", default: false } } });
const UNITS = ["nianjian.service", "nianjian.timer"];
const home = HOME.replace(/\/$/u, "");
const node = process.execPath;

if (values.crontab) process.stdout.write(`${crontabLine({ home, node })}\n`);
else if (values.into === undefined) stop("name the folder of the units with --into.");
else if (values.remove) for (const name of UNITS) rmSync(join(values.into, name), { force: true });
else install(values.into, values.scope === "user");

function install(into: string, forUser: boolean): void {
  if (!forUser && (values.user === "" || values.user === "root")) stop("name the user who builds, not root, as owner of outputs/: make install-timer RUN_AS=NAME");
  const places = { home, outputs: realpathSync(join(home, "outputs")), node, user: values.user, when: values.when };
  const templates = { "nianjian.service": forUser ? "nianjian.user.service" : "nianjian.service", "nianjian.timer": "nianjian.timer" };
  mkdirSync(into, { recursive: true });
  for (const [name, template] of Object.entries(templates)) {
    const text = unit(readFileSync(join(home, "schedule", template), "utf8"), places);
    writeFileSync(join(into, `.${name}`), text);
    renameSync(join(into, `.${name}`), join(into, name));
    process.stdout.write(`${join(into, name)}\n`);
  }
}

function stop(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}
