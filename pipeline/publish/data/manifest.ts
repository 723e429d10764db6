/** manifest.json: what the edition was made from and what it holds, file by file. */
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import type { Edition } from "../../../schemas/edition.ts";
import { Manifest } from "../../../schemas/manifest.ts";
import { countsOf } from "./counts.ts";

/** `files` are all outputs but the manifest itself, in the order they are printed in it: by name. */
export function manifest(edition: Edition, files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const { spec } = edition;
  const outputs = files
    .map(({ name, bytes }) => ({ path: name, sha256: sha256(bytes), bytes: bytes.length, ...partsOf(name, bytes) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  const content: Manifest = {
    title: spec.title,
    year: spec.year,
    revision: edition.revision,
    draft: edition.draft,
    date: spec.date,
    digest: edition.digest,
    history: edition.history,
    versions: edition.versions,
    inputs: edition.inputs.map(({ path, digest, bytes }) => ({ path, sha256: digest, bytes })),
    ...(edition.leftOut.length > 0 && { leftOut: edition.leftOut.map(({ path, message }) => ({ path, message })) }),
    outputs,
    counts: countsOf(edition),
  };
  return Buffer.from(`${JSON.stringify(Manifest.parse(content), null, 2)}\n`, "utf8");
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The parts of a workbook, which is a zip; nothing for other files. */
function partsOf(name: string, bytes: Uint8Array): Pick<Manifest["outputs"][number], "parts"> {
  if (!/\.(?:xlsx|ods)$/u.test(name)) return {};
  const parts = Object.entries(unzipSync(bytes)).sort(([one], [other]) => (one < other ? -1 : 1));
  return { parts: parts.map(([path, part]) => ({ path, sha256: sha256(part) })) };
}
