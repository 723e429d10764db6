/** A document around a text that no file was read for. */
import type { Document } from "../schemas/source.ts";

export function documentOf(id: string, text: string): Document {
  return { id, path: id, text, digest: "0".repeat(64), bytes: Buffer.byteLength(text), encoding: "utf-8", problems: [] };
}
