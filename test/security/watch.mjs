/** Loaded before a program (`node --import`): writes down, at its end, what it opened, wrote and started, and refuses it the network. A line of JSON each, to the file that WATCH_LOG names. */
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const seen = [];
const { writeFileSync } = fs;
process.on("exit", () => writeFileSync(process.env.WATCH_LOG, seen.map((one) => `${JSON.stringify(one)}\n`).join("")));

/** Puts `before` in front of a method, as long as there is one. */
function watch(object, name, before) {
  const method = object[name];
  if (typeof method !== "function") return;
  object[name] = Object.assign(function watched(...args) {
    before(args);
    return Reflect.apply(method, this, args);
  }, method);
}

const note = (kind, path) => {
  if (typeof path === "number") return; // a descriptor: its opening was seen
  seen.push({ kind, path: resolve(path instanceof URL ? fileURLToPath(path) : String(path)) });
};

/** Which arguments are paths that are written to. */
const WRITES = { appendFile: [0], chmod: [0], chown: [0], copyFile: [1], cp: [1], lchown: [0], link: [1], lutimes: [0], mkdir: [0], mkdtemp: [0], rename: [0, 1], rm: [0], rmdir: [0], symlink: [1], truncate: [0], unlink: [0], utimes: [0], writeFile: [0] };
const READS = ["opendir", "readFile", "readdir", "readlink"];
for (const [object, endings] of [[fs, ["", "Sync"]], [fs.promises, [""]]]) {
  for (const ending of endings) {
    for (const [name, at] of Object.entries(WRITES)) watch(object, name + ending, (args) => at.forEach((i) => note("write", args[i])));
    for (const name of READS) watch(object, name + ending, (args) => note("read", args[0]));
    watch(object, `open${ending}`, ([path, flags]) => note(flags === undefined || flags === "r" || flags === fs.constants.O_RDONLY ? "read" : "write", path));
  }
}
watch(fs, "createWriteStream", ([path]) => note("write", path));
watch(fs, "createReadStream", ([path]) => note("read", path));

for (const name of ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"]) watch(childProcess, name, (args) => seen.push({ kind: "start", path: [args[0], ...(Array.isArray(args[1]) ? args[1] : [])].join(" ") }));

const refuse = (what) => () => {
  seen.push({ kind: "network", path: what });
  throw new Error(`${what}: there is no network here.`);
};
watch(net.Socket.prototype, "connect", refuse("connect"));
watch(net.Server.prototype, "listen", refuse("listen"));
for (const name of ["bind", "connect", "send"]) watch(dgram.Socket.prototype, name, refuse(`dgram ${name}`));
for (const resolver of [dns, dns.promises]) for (const name of Object.keys(resolver).filter((key) => /^(?:lookup|resolve|reverse)/u.test(key))) watch(resolver, name, refuse(`dns ${name}`));
watch(globalThis, "fetch", refuse("fetch"));
syncBuiltinESMExports();
