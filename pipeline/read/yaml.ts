/** YAML that is data: parsed with positions, checked by a schema, every complaint with file, line and column. Not here: what the files mean. */
import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { EXIT, UserError } from "../messages.ts";

/** A checked file, and where its parts stand: for messages that come later. */
export interface Parsed<T> {
  readonly value: T;
  /** 1-based line of the node at a path, or of the nearest node above it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Text of a YAML file → its value. All complaints of the schema come at once, a line each. Throws UserError 65. */
export function parseYaml<S extends z.ZodType>(path: string, text: string, schema: S): Parsed<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new UserError(EXIT.badData, `${path}:${line}:${col}: ${firstLine(broken.message)}. Correct the YAML there.`, { cause: broken });
  }
  const position = (at: readonly PropertyKey[]) => lines.linePos(offsetOf(document, at));
  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    const complaints = result.error.issues.map((issue) => {
      const { line, col } = position(issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path);
      const where = issue.path.length > 0 ? `${issue.path.map(String).join(".")}: ` : "";
      return `${path}:${line}:${col}: ${where}${issue.message}`;
    });
    throw new UserError(EXIT.badData, complaints.join("\n"), { cause: result.error });
  }
  return { value: result.data, lineOf: (at) => position(at).line };
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/u, "").replace(/[.:]$/u, "");
}

/** Where the node at a path begins; a key that is missing is looked for in what stands above it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) && typeof node.range[0] === "number") return node.range[0];
  }
  return 0;
}
