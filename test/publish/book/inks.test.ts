/** Series, groups and classes are told apart without colour, and by eyes that lack a kind of cone: in lightness, and where an ink comes again by shape. */
import { describe, expect, test } from "vitest";
import { CLASS_INKS, GROUP_INKS, onInk, SERIES_INKS, seriesLook } from "../../../pipeline/publish/book/figures/inks.ts";

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

/** Linear sRGB (IEC 61966-2-1) of an ink. */
const linear = (ink: string): Three => [0, 2, 4].map((at) => Number.parseInt(ink.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Three;
const dot = (a: Three, b: Three): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (matrix: Matrix, colour: Three): Three => [dot(matrix[0], colour), dot(matrix[1], colour), dot(matrix[2], colour)];

/** CIE 1976 L*a*b* under D65, from linear sRGB. */
function lab(colour: Three): Three {
  const [x, y, z] = times([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], colour.map((c) => Math.min(1, Math.max(0, c))) as unknown as Three);
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const [fx, fy, fz] = [f(x / 0.9505), f(y), f(z / 1.089)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** How an eye without one kind of cone sees linear sRGB. Protan and deutan: Viénot, Brettel & Mollon 1999 (Color Research & Application 24, 243–252). Tritan: Brettel,
 *  Viénot & Mollon 1997 (JOSA A 14, 2647–2655), two half-planes. The figures are those of both models for sRGB with the cones of Smith & Pokorny 1975, as libDaltonLens has them. */
const EYES: Readonly<Record<string, (colour: Three) => Three>> = {
  "trichromats": (colour) => colour,
  "protanopes": (colour) => times([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]], colour),
  "deuteranopes": (colour) => times([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]], colour),
  "tritanopes": (colour) =>
    times(dot([0.03901, -0.02788, -0.01113], colour) >= 0 ? [[1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.805, 0.11911]] : [[0.93678, 0.18979, -0.12657], [0.06154, 0.81526, 0.1232], [-0.37562, 1.12767, 0.24796]], colour),
  "print in black": (colour) => Array.from({ length: 3 }, () => dot([0.2126, 0.7152, 0.0722], colour)) as unknown as Three,
};

test("the eyes see grey as grey, and protanopes do not tell a red from the dark green that it turns to", () => {
  for (const eye of Object.values(EYES)) for (const part of eye([0.5, 0.5, 0.5])) expect(part).toBeCloseTo(0.5, 3);
  const [red, green] = [[0.5, 0, 0], [0, 0.5 * (0.11238 / 0.88762), 0]] as const;
  const [a, b] = [red, green].map((colour) => EYES["protanopes"]!(colour as unknown as Three));
  expect(Math.abs(a![0] - b![0])).toBeLessThan(0.001);
});

const pairs = <T>(all: readonly T[]): [T, T][] => all.flatMap((one, n) => all.slice(n + 1).map((other): [T, T] => [one, other]));

describe.each(Object.entries(EYES))("to %s", (_, eye) => {
  test.each([["series", SERIES_INKS], ["groups", GROUP_INKS], ["classes", CLASS_INKS]] as const)("any two inks of %s are 15 apart in L*", (__, inks) => {
    for (const [one, other] of pairs(inks)) expect(Math.abs(lab(eye(linear(one)))[0] - lab(eye(linear(other)))[0]), `${one} ${other}`).toBeGreaterThanOrEqual(15);
  });
  test("no ink of a series is lost on the paper", () => {
    for (const ink of SERIES_INKS) expect(100 - lab(eye(linear(ink)))[0]).toBeGreaterThan(30);
  });
  test("words on an ink have a contrast of 4.5 (WCAG 2.2, 1.4.3)", () => {
    const luminance = (ink: string): number => dot([0.2126, 0.7152, 0.0722], eye(linear(ink)));
    for (const ink of [...CLASS_INKS, ...GROUP_INKS]) {
      const [light, dark] = [luminance(ink), luminance(onInk(ink))].sort((a, b) => b - a) as [number, number];
      expect((light + 0.05) / (dark + 0.05), ink).toBeGreaterThan(4.5);
    }
  });
});

test("where an ink comes again, shape, dash and stripe do not: sixteen series are all different", () => {
  const looks = Array.from({ length: 16 }, (_, n) => seriesLook(n));
  const points = looks.map(({ ink, symbol }) => [ink, symbol] as const);
  for (const [one, other] of pairs(points)) expect(one[0] === other[0] && one[1] === other[1]).toBe(false);
  const strokes = looks.map(({ ink, dash }) => `${ink} ${dash?.join(" ")}`);
  expect(new Set(strokes).size).toBe(16);
});
