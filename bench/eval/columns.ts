/** Rows of cells → aligned lines for a terminal, in which a Chinese character or mark takes two columns. */

/** The first column is set left, the others right; `head` is the first line. */
export function aligned(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => columnsOf(row[column] ?? ""))));
  return all.map((row) => row.map((cell, column) => {
    const blank = " ".repeat(widths[column]! - columnsOf(cell));
    return column < left ? cell + blank : blank + cell;
  }).join("  ").trimEnd());
}

/** Columns a terminal gives a text: two to Han characters and the marks that are set with them. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(character) ? 2 : 1;
  return columns;
}
