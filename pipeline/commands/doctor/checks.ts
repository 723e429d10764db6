/** What an installation needs, check by check, the cheap ones first. What is well is told, what is not says what to do; what is thrown is a failure in its own words. */
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { readModel, readRegisters, readVersions } from "../../read/index.ts";
import { decodeModel } from "../../restore/index.ts";
import { cacheDir, registersDir } from "../paths.ts";
import type { CheckName, DoctorWords } from "../words/doctor.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { packages } from "./packages.ts";
import { versionOf } from "./program.ts";
import { roomIn } from "./room.ts";
import { tinyBuild } from "./tiny-build.ts";

export interface Check {
  readonly check: CheckName;
  readonly run: () => Diagnosis | Promise<Diagnosis>;
}

const ok = (words: string): Diagnosis => ({ state: "ok", words });
const note = (words: string): Diagnosis => ({ state: "note", words });
const fail = (words: string): Diagnosis => ({ state: "fail", words });

/** `out`: where editions are to lie. */
export function checksOf(words: DoctorWords, out: string): Check[] {
  return [
    { check: "node", run: () => node(words, process.versions.node) },
    { check: "program", run: () => ok(`nianjian ${readVersions()["nianjian"] ?? "?"}`) },
    { check: "packages", run: () => packages(words) },
    { check: "fonts", run: () => fonts(words) },
    { check: "model", run: () => model(words) },
    { check: "registers", run: () => registers(words) },
    { check: "outputs", run: () => roomIn(out, words) },
    { check: "temp", run: () => roomIn(tmpdir(), words) },
    { check: "cache", run: () => merely(roomIn(cacheDir(), words)) },
    { check: "locale", run: () => locale(words, process.env) },
    { check: "lock", run: () => (versionOf(["flock"]) === null ? note(words.noFlock) : ok(words.flock)) },
    { check: "libreoffice", run: () => optional(versionOf(["soffice", "libreoffice"]), words.noLibreOffice) },
    { check: "poppler", run: () => optional(versionOf(["pdftotext"], "-v"), words.noPoppler) },
    { check: "build", run: () => tinyBuild(words) },
  ];
}

/** Without it everything is only slower. */
const merely = (diagnosis: Diagnosis): Diagnosis => (diagnosis.state === "fail" ? note(diagnosis.words) : diagnosis);

const NODE = { major: 20, minor: 15 };

export function node(words: DoctorWords, version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const old = major < NODE.major || (major === NODE.major && minor < NODE.minor);
  return old ? fail(words.nodeOld(version, `${NODE.major}.${NODE.minor}`)) : ok(`Node ${version}`);
}

async function fonts(words: DoctorWords): Promise<Diagnosis> {
  const { fontPaths } = await import("../../publish/book/face.ts");
  const sizes = Object.values(fontPaths()).map((path) => statSync(path).size);
  return ok(words.fonts(sizes.length, (sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(1)));
}

function model(words: DoctorWords): Diagnosis {
  const { marks, headings, digest } = readModel();
  decodeModel(marks, headings);
  return ok(words.model(digest.slice(0, 12), ((marks.length + headings.length) / 1024).toFixed(0)));
}

function registers(words: DoctorWords): Diagnosis {
  const { regions, regionsDate, organisations, units, glossary } = readRegisters(registersDir(), 2013);
  return ok(words.registers(regions.length, regionsDate, organisations.length, units.length, glossary.length));
}

/** The locale for characters (LC_ALL before LC_CTYPE before LANG: POSIX, Base Definitions 8.2). A service of systemd has none: editions are UTF-8 in any. */
export function locale(words: DoctorWords, env: Readonly<Record<string, string | undefined>>): Diagnosis {
  const set = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return /utf-?8/iu.test(set) ? ok(set) : note(words.notUtf8(set));
}

const optional = (version: string | null, without: string): Diagnosis => (version === null ? note(without) : ok(version));
