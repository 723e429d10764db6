/** headings.bin.gz: what is written is read again, in steps of one 127th of the largest weight. */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BOUNDARY_BUCKETS, PAUSE_BUCKETS } from "../../../pipeline/restore/model/boundary-features.ts";
import { BRACKET_BUCKETS } from "../../../pipeline/restore/model/bracket-features.ts";
import { boundaryScore, bracketScore, decodeHeadings, encodeHeadings } from "../../../pipeline/restore/model/headings-model.ts";

const weights = (length: number, set: Record<number, number>) => Object.assign(new Float32Array(length), set);
const encoded = encodeHeadings(weights(BOUNDARY_BUCKETS, { 0: 2, 1: -1, [BOUNDARY_BUCKETS - 1]: 0.5 }), weights(PAUSE_BUCKETS, { 0: -4, 7: 4 }), weights(BRACKET_BUCKETS, { 3: 1, 4: 0.25 }));

describe("weights", () => {
  const model = decodeHeadings(gzipSync(encoded));

  test("come back within half a step of their own scale", () => {
    expect([0, 1, 2, BOUNDARY_BUCKETS - 1].map((bucket) => boundaryScore(model, [bucket]))).toEqual([2, -1, 0, 0.5].map((weight) => expect.closeTo(weight, 1) as number));
    expect([3, 4, 5].map((bucket) => bracketScore(model, [bucket]))).toEqual([1, 0.25, 0].map((weight) => expect.closeTo(weight, 1) as number));
    expect([...model.pauses.subarray(0, 8)]).toEqual([-127, 0, 0, 0, 0, 0, 0, 127]);
    expect(model.pausesScale).toBeCloseTo(127 / 4);
  });

  test("of several features add up", () => expect(boundaryScore(model, [0, 1])).toBeCloseTo(1, 1));

  test("that are all nought have a scale all the same", () => expect(boundaryScore(decodeHeadings(gzipSync(encodeHeadings(weights(BOUNDARY_BUCKETS, {}), weights(PAUSE_BUCKETS, {}), weights(BRACKET_BUCKETS, {})))), [0])).toBe(0));
});

test.each<[string, Buffer]>([
  ["another length", Buffer.concat([encoded, Buffer.alloc(1)])],
  ["another beginning", Buffer.concat([Buffer.from("NJH1"), encoded.subarray(4)])],
])("a file of %s does not fit", (_, bytes) => expect(() => decodeHeadings(gzipSync(bytes))).toThrow(/headings\.bin\.gz does not fit this program\. .*make model/u));
