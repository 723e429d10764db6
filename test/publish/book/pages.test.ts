/** Pages: where they end, what is kept together, and figures that move past a foot. Slices are one row high unless said. */
import { describe, expect, test } from "vitest";
import { fill, type Slice } from "../../../pipeline/publish/book/pages.ts";
import { LEADING } from "../../../pipeline/publish/book/style.ts";

const slice = (name: string, rows = 1, more: Partial<Slice> = {}): Slice => ({ height: rows * LEADING, draws: [], anchors: [name], ...more });
const kept = { keep: true };
const pagesOf = (slices: Slice[], rows: number) => fill(slices, () => ({ x: 0, top: 0, height: rows * LEADING, fresh: true })).map((page) => page.anchors.map(({ name }) => name).join(" "));

describe("pages", () => {
  test.each([
    ["are filled", [slice("a"), slice("b"), slice("c")], 2, ["a b", "c"]],
    ["do not end with a heading", [slice("a"), slice("head", 1, kept), slice("b")], 2, ["a", "head b"]],
    ["leave no last line alone on the next", [slice("a1", 1, kept), slice("a2", 1, kept), slice("a3")], 2, ["a1 a2", "a3"]],
    ["take what is higher than they are", [slice("a"), slice("high", 4), slice("b")], 2, ["a", "high", "b"]],
    ["let text go on before a figure that does not fit", [slice("a"), slice("figure", 3, { floats: true }), slice("b"), slice("c"), slice("d")], 3, ["a b c", "figure", "d"]],
    ["keep figures in their order", [slice("a"), slice("b"), slice("f1", 3, { floats: true }), slice("c"), slice("f2", 1, { floats: true }), slice("d"), slice("e")], 4, ["a b c d", "f1 f2", "e"]],
    ["keep a figure with its note", [slice("a"), slice("figure", 2, { floats: true, keep: true }), slice("note", 1, { floats: true }), slice("b"), slice("c")], 3, ["a b c", "figure note"]],
    ["end with the figure that ends the flow", [slice("a"), slice("figure", 3, { floats: true })], 3, ["a", "figure"]],
  ])("%s", (_, slices, rows, golden) => expect(pagesOf(slices, rows)).toEqual(golden));

  test("join the lines of one text to one passage", () => {
    const line = (start: number, end: number) => slice("", 1, { passage: { text: "t", start, end } });
    const [first, second] = fill([line(0, 20), line(20, 41), line(43, 60)], () => ({ x: 0, top: 0, height: 2 * LEADING, fresh: true }));
    expect(first!.passages).toEqual([{ text: "t", start: 0, end: 41 }]);
    expect(second!.passages).toEqual([{ text: "t", start: 43, end: 60 }]);
  });
});
