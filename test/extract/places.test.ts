/** Names of places: what the register knows, what is left open, and what counts only in a list of places. */
import { describe, expect, test } from "vitest";
import { isPlaceName, placeReader, regionOf } from "../../pipeline/extract/places.ts";
import { registers } from "../fixtures/processed.ts";

const { regions } = registers;

test("names are read longest first, each with its region", () => {
  expect(placeReader(regions)("呼和浩特市和黑龙江").map(({ region }) => region?.code)).toEqual(["150100", "230000"]);
});

test.each([
  ["鼓楼区", null], // several cities have one
  ["海淀区", "110108"],
  ["广西", "450000"],
])("%s is %s", (name, code) => expect(regionOf(name, regions)?.code ?? null).toBe(code));

describe("in a list, short names of counties and parts of the country are places too", () => {
  test.each(["平塘", "三都", "关中", "长三角", "青岛", "海淀"])("%s", (name) => expect(isPlaceName(name, regions)).toBe(true));
  test.each(["茶叶", "关", "中部地带"])("not %s", (name) => expect(isPlaceName(name, regions)).toBe(false));
});
