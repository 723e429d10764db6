/** XML as a tree, read by a strict parser: what is not well-formed is an error. Names keep their prefix. */
import { SaxesParser } from "saxes";

export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  /** characters straight in this element */
  text: string;
}

export function parse(xml: string): Node {
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => { open.at(-1)!.text += text; });
  parser.on("closetag", () => { open.pop(); });
  parser.on("error", (error) => { throw error; });
  parser.write(xml).close();
  return root.children[0]!;
}

/** All elements of a name below a node, in document order. */
export function all(node: Node | undefined, name: string): Node[] {
  return (node?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export const first = (node: Node | undefined, name: string): Node | undefined => all(node, name)[0];
export const child = (node: Node | undefined, name: string): Node | undefined => node?.children.find((one) => one.name === name);

/** All characters below a node. */
export const textOf = (node: Node | undefined): string => (node === undefined ? "" : node.text + node.children.map(textOf).join(""));
