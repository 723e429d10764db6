/** Objects → JSON Lines: one object a line, keys in their own order, LF after each. */
export function jsonl(items: readonly unknown[]): Buffer {
  return Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(""), "utf8");
}
