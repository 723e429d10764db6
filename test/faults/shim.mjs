/** Loaded before the program: has its file system fail, wait or end the process at an operation that is counted, and its clock say something else.
 *
 *  NIANJIAN_FAULTS   a list of { op, nth, under, does, … }: at the nth operation `op` on a path that contains `under`; /.editions where not said, for a run also keeps its own account
 *    does: a code    the operation fails with it (EIO, EDQUOT …), `times` times (1)
 *    does: half      a file gets half of its bytes, and nobody is told
 *    does: empty     a folder's listing says that nothing is there
 *    does: kill      the process is killed before it
 *    does: wait      it waits until the file `until` is there, having made the file `at`; does: block waits with its event loop at rest
 *    op: clock       `years`, `after` calls: Date is so many years off from then on; `to`: it begins at that moment */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const faults = JSON.parse(process.env.NIANJIAN_FAULTS).map((fault) => ({ nth: 1, times: 1, under: "/.editions", ...fault, seen: 0 }));

function met(op, path) {
  const here = faults.filter((fault) => fault.op === op && String(path).includes(fault.under));
  for (const fault of here) fault.seen++;
  return here.find(({ seen, nth, times }) => seen >= nth && seen < nth + times) ?? null;
}

const error = (code, op, path) => Object.assign(new Error(`${code}: made by the test, ${op} '${path}'`), { code, syscall: op, path: String(path) });
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);

/** Gives whether the operation is to go on in its usual way. */
function struck(fault, op, path) {
  if (fault === null) return;
  if (fault.does === "kill") {
    process.kill(process.pid, "SIGKILL");
    for (;;) pause();
  }
  if (fault.does === "wait" || fault.does === "block") return;
  if (fault.does === "half" || fault.does === "empty") return;
  throw error(fault.does, op, path);
}

function blocked(fault) {
  fs.writeFileSync(fault.at, "");
  while (!fs.existsSync(fault.until)) pause();
}

async function waited(fault) {
  fs.writeFileSync(fault.at, "");
  while (!fs.existsSync(fault.until)) await new Promise((done) => setTimeout(done, 20));
}

const promises = fs.promises;
const names = { mkdir: 0, rename: 0, rm: 0, symlink: 1, readlink: 0, readdir: 0, readFile: 0, open: 0 };
const handles = new WeakMap();
for (const [op, at] of Object.entries(names)) {
  const usual = promises[op];
  promises[op] = async (...args) => {
    // a folder is opened to be synced, a lock to be held, a file to be made
    const kind = op !== "open" ? op : args[1] === "wx" ? "create" : args[1] === "a" ? "lock" : "folder";
    const fault = met(kind, args[at]);
    struck(fault, kind, args[at]);
    if (fault?.does === "wait") await waited(fault);
    if (fault?.does === "block") blocked(fault);
    if (fault?.does === "empty") return [];
    const result = await usual(...args);
    if (op === "open") handles.set(result, [kind, args[at]]);
    return result;
  };
}

const sample = await fs.promises.open(process.execPath);
const prototype = Object.getPrototypeOf(sample);
await sample.close();
const { writeFile, sync } = prototype;
prototype.writeFile = async function write(bytes, ...rest) {
  const [, path] = handles.get(this) ?? ["", ""];
  const fault = met("write", path);
  if (fault?.does === "kill") await writeFile.call(this, bytes.subarray(0, bytes.length / 2));
  struck(fault, "write", path);
  if (fault?.does === "wait") await waited(fault);
  if (fault?.does === "block") blocked(fault);
  return writeFile.call(this, fault?.does === "half" ? bytes.subarray(0, bytes.length / 2) : bytes, ...rest);
};
prototype.sync = async function synced() {
  const [kind, path] = handles.get(this) ?? ["", ""];
  const op = kind === "folder" ? "fsyncFolder" : "fsync";
  struck(met(op, path), op, path);
  return sync.call(this);
};

const { openSync } = fs;
fs.openSync = (path, ...rest) => {
  const fault = met("openSync", path);
  struck(fault, "open", path);
  if (fault?.does === "wait" || fault?.does === "block") blocked(fault);
  return openSync(path, ...rest);
};

const clock = faults.find(({ op }) => op === "clock");
if (clock !== undefined) {
  const Usual = Date;
  const jump = clock.to === undefined ? clock.years * 365.25 * 864e5 : Usual.parse(clock.to) - Usual.now();
  const off = () => (clock.seen++ >= (clock.after ?? 0) ? jump : 0);
  const now = () => Math.round(Usual.now() + off());
  globalThis.Date = class extends Usual {
    constructor(...args) {
      if (args.length === 0) super(now());
      else super(...args);
    }
    static now() {
      return now();
    }
  };
}

syncBuiltinESMExports();
