/** Values → JSON as a person reads it: what fits on a line stands on one, so that a column or a field is a line. LF after all. */

const LINE = 240;

export function json(value: unknown): Buffer {
  return Buffer.from(`${printed(value, "")}\n`, "utf8");
}

function printed(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= LINE || typeof value !== "object" || value === null) return line;
  const within = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => within + printed(item, within)).join(",\n")}\n${indent}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([key, member]) => `${within}${JSON.stringify(key)}: ${printed(member, within)}`).join(",\n")}\n${indent}}`;
}
