/** Name and number trees (PDF 1.7, 7.9.6, 7.9.7): sorted, in leaves of a size that any reader takes. */
import { byBytes, type Pdf, textString } from "./pdf.ts";

const LEAF = 64;

/** The tree's root as an object's body. Names are ASCII. */
export function nameTree(pdf: Pdf, entries: readonly (readonly [name: string, value: string])[]): string {
  return tree(pdf, "Names", entries.toSorted(([a], [b]) => byBytes(a, b)).map(([name, value]) => [textString(name), value]));
}

/** Entry n has the key n. */
export const numberTree = (pdf: Pdf, values: readonly string[]): string => tree(pdf, "Nums", values.map((value, key) => [String(key), value]));

function tree(pdf: Pdf, kind: "Names" | "Nums", entries: readonly (readonly [string, string])[]): string {
  const listed = (some: typeof entries): string => `/${kind}[${some.map(([key, value]) => `${key} ${value}`).join("\n")}]`;
  if (entries.length <= LEAF) return `<<${listed(entries)}>>`;
  const leaves: string[] = [];
  for (let from = 0; from < entries.length; from += LEAF) {
    const some = entries.slice(from, from + LEAF);
    const leaf = pdf.reserve();
    pdf.put(leaf, `<</Limits[${some[0]![0]} ${some.at(-1)![0]}]${listed(some)}>>`);
    leaves.push(`${leaf} 0 R`);
  }
  return `<</Kids[${leaves.join(" ")}]>>`;
}
