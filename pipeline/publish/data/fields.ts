/** Columns and schemas → the fields of datapackage.json. */
import { z } from "zod";
import { wordFor } from "../../../schemas/words.ts";
import { LIST_DELIMITER, type ColumnHead } from "./columns.ts";

/** A field of a Data Package schema. */
export interface Field {
  name: string;
  type: string;
  title?: string;
  description: string;
  /** codes, with their words where the edition has some */
  categories?: { value: string; label?: string }[];
  constraints?: { required: true };
}

/** Lists in one cell are text; the description says how to split them. */
export function fieldsOfColumns(columns: readonly ColumnHead[]): Field[] {
  return columns.map(({ key, title, type, description, categories, list, required }) => ({
    name: key,
    type,
    title,
    description: list ? `${description}; several are parted by '${LIST_DELIMITER}'` : description,
    ...(categories && { categories: categories.map((value) => (wordFor(value) === value ? { value } : { value, label: wordFor(value) })) }),
    ...(required && { constraints: { required } }),
  }));
}

/** The fields of JSON Lines, from the schemas of its objects: the union of their keys, each with the words of the schema that has it first. */
export function fieldsOfObjects(schemas: readonly z.ZodObject[]): Field[] {
  const fields = new Map<string, Field>();
  for (const [name, schema] of schemas.flatMap((object) => Object.entries(object.shape))) {
    if (!fields.has(name)) fields.set(name, { name, type: typeOf(schema), description: descriptionOf(name, schema) });
  }
  return [...fields.values()];
}

const Described = z.object({ type: z.unknown().optional(), const: z.unknown().optional(), anyOf: z.array(z.object({ type: z.unknown().optional() })).optional(), $ref: z.string().optional() });

function typeOf(schema: z.core.$ZodType): string {
  const json = Described.parse(z.toJSONSchema(schema));
  const types = [json.type, ...(json.anyOf ?? []).map((option) => option.type)].flat();
  const type = types.find((candidate) => typeof candidate === "string" && candidate !== "null");
  return typeof type === "string" ? type : json.$ref?.endsWith("Span") ? "object" : "string";
}

/** Words for the fields whose schema leaves them to the name. */
const WORDS: Record<string, string> = {
  kind: "observation, event, roster, transition, document or assessment",
  span: "half-open span {start, end} in the raw decoded text, UTF-16 code units",
  level: "tier of government or territory; null where the text does not say",
  qualifier: "how the text hedges the value: exact, about, nearly, over, atLeast, under, atMost, range",
  claimedQualifier: "how the text hedges the claimed count or share",
  measure: "level, growth, change, share or rank",
  actors: "who acted",
  from: "transition: the state before",
  to: "transition: the state after",
  title: "title of the document; null where it was lost",
  titleLost: "true where the text had a title and lost it",
  issuer: "who issued the document",
  status: "drafting, completed, issued or cited; null where the text does not say",
  stance: "achievement, trend, problem or recommendation",
  topic: "what the assessment is about",
  outcome: "agrees, differs or cannot tell",
  severity: "how the edition takes a finding that differs: note, warning or error",
  document: "id of the source text",
};

function descriptionOf(name: string, schema: z.core.$ZodType): string {
  const own = z.globalRegistry.get(schema)?.description;
  return own && own !== "" ? own : (WORDS[name] ?? name);
}
