/** datapackage.json as the standard has it: Data Package, Data Resource, Table Dialect and Table Schema 2.0, the parts that we use. Written from the rules of the standard's profile
 *  (what is required, types, patterns, lengths) and those of its text that a profile cannot say (unique names, keys among the fields). It is not the profile itself, and stricter: a property
 *  that we do not use is refused, so that a misspelt one is seen. */
import { z } from "zod";

/** Names that go into a URL. */
const name = z.string().regex(/^[-a-z0-9._/]+$/u);
/** Relative, without `..`, no hidden file and no home folder. */
const path = z.string().regex(/^(?![./~])(?!.*\/\.\.\/)[^\\]+$/u);

const constraints = z.strictObject({ required: z.boolean() });
const categories = z.array(z.strictObject({ value: z.string(), label: z.string().min(1).optional() })).min(1);
const described = { name: z.string().min(1), title: z.string().min(1).optional(), description: z.string().min(3), constraints: constraints.optional() };
const Field = z.discriminatedUnion("type", [
  z.strictObject({ ...described, type: z.literal("string"), categories: categories.optional() }),
  z.strictObject({ ...described, type: z.enum(["number", "integer", "boolean", "object", "array"]) }),
]);

const Schema = z
  .strictObject({
    fields: z.array(Field).min(1),
    missingValues: z.array(z.strictObject({ value: z.string(), label: z.string().min(1) })).min(1).optional(),
    primaryKey: z.array(z.string()).min(1).optional(),
  })
  .refine(({ fields }) => new Set(fields.map((field) => field.name)).size === fields.length, "two fields of one name")
  .refine(({ fields, primaryKey = [] }) => primaryKey.every((key) => fields.some((field) => field.name === key)), "a key that is no field");

const Dialect = z.strictObject({ delimiter: z.string().length(1), lineTerminator: z.string(), quoteChar: z.string().length(1), doubleQuote: z.boolean(), header: z.boolean() });

const Resource = z
  .strictObject({
    name,
    path,
    type: z.literal("table").optional(),
    title: z.string().min(1),
    description: z.string().min(1),
    format: z.string().min(1),
    mediatype: z.string().regex(/^.+\/.+$/u),
    encoding: z.literal("utf-8").optional(),
    bytes: z.int().positive(),
    hash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
    dialect: Dialect.optional(),
    schema: Schema.optional(),
  })
  .refine(({ type, schema }) => (type === "table") === (schema !== undefined), "a table has a schema, what is none has none");

export const DataPackage = z
  .strictObject({
    $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
    name,
    title: z.string().min(1),
    description: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/u),
    created: z.iso.datetime(),
    contributors: z.array(z.strictObject({ title: z.string().min(1), roles: z.array(z.string().min(1)).min(1) })).min(1),
    resources: z.array(Resource).min(1),
  })
  .refine(({ resources }) => new Set(resources.map((resource) => resource.name)).size === resources.length, "two resources of one name");
export type DataPackage = z.infer<typeof DataPackage>;
export type Field = z.infer<typeof Field>;

/** Whether a value, null for none, is what a field says: Table Schema's types, categories and required. */
export function fits(field: Field, value: unknown): boolean {
  if (value === null || value === undefined) return field.constraints?.required !== true;
  if (field.type === "string") return typeof value === "string" && (field.categories?.some((category) => category.value === value) ?? true);
  if (field.type === "number" || field.type === "integer") return typeof value === "number" && Number.isFinite(value) && (field.type === "number" || Number.isInteger(value));
  return field.type === "array" ? Array.isArray(value) : typeof value === field.type && !Array.isArray(value);
}
