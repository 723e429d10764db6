/** Files within the file (ISO 19005-3, 6.8): each with its media type, its date, and what it is to the book. Not here: which files those are. */
import { createHash } from "node:crypto";
import type { Attachment } from "./form.ts";
import { byBytes, type Pdf, raw, words } from "./pdf.ts";
import { nameTree } from "./trees.ts";

/** Writes the files; gives how an object refers to each by its name, in the order of names. */
export function attach(pdf: Pdf, attachments: readonly Attachment[], date: Date): Map<string, string> {
  const files = new Map<string, string>();
  for (const { name, bytes, type, description, relationship } of attachments.toSorted((a, b) => byBytes(a.name, b.name))) {
    const content = pdf.ref({
      Type: "EmbeddedFile", Subtype: type.replace("/", "#2F"),
      Params: { ModDate: date, Size: bytes.length, CheckSum: new Uint8Array(createHash("md5").update(bytes).digest()) },
    });
    content.end(bytes);
    const file = pdf.ref({ Type: "Filespec", F: words(name), UF: words(name), Desc: words(description), AFRelationship: relationship, EF: { F: content, UF: content } });
    file.end();
    files.set(name, file.toString());
  }
  return files;
}

export const embeddedFiles = (pdf: Pdf, files: ReadonlyMap<string, string>): unknown => raw(nameTree(pdf, [...files]));
