/** Sheets for a press: boxes, bleed, crop and registration marks. Lengths are points, boxes in the page's own y, upwards. Not here: the pages themselves. */
import type { Draw } from "../draw.ts";
import type { Press, PrintedBook } from "./form.ts";
import { number } from "./pdf.ts";

type Box = [number, number, number, number];
type Size = Pick<PrintedBook, "width" | "height">;

const MARK = 14; // length of a crop mark
const AWAY = 3; // between the bleed and the marks, which must not be trimmed into
const REGISTER = 4; // half the side of a registration mark

/** MediaBox ⊇ BleedBox ⊇ TrimBox (PDF 1.7, 14.11.2). Without a press the three are one. */
export function boxesOf({ width, height }: Size, press: Press | null): { MediaBox: Box; TrimBox: Box; BleedBox?: Box } {
  const bleed = press?.bleed ?? 0;
  const edge = bleed + (press?.marks === true ? AWAY + MARK : 0);
  return {
    MediaBox: [0, 0, width + 2 * edge, height + 2 * edge],
    TrimBox: [edge, edge, edge + width, edge + height],
    ...(press === null ? {} : { BleedBox: [edge - bleed, edge - bleed, edge + width + bleed, edge + height + bleed] }),
  };
}

/** An area that reaches the trim reaches on into the bleed: a knife half a millimetre off must not leave a white edge. */
export function bled<D extends Draw>(draw: D, { width, height }: Size, { bleed }: Press): D {
  if (draw.kind !== "area") return draw;
  const left = draw.x <= 0 ? bleed : 0;
  const top = draw.y <= 0 ? bleed : 0;
  const right = draw.x + draw.width >= width - 0.01 ? bleed : 0;
  const bottom = draw.y + draw.height >= height - 0.01 ? bleed : 0;
  return { ...draw, x: draw.x - left, y: draw.y - top, width: draw.width + left + right, height: draw.height + top + bottom };
}

/** Hairlines at the corners, a cross in a square at the middle of each edge, all outside the bleed; the origin is the trim's lower left. Black: there are no separations here. */
export function cropMarks({ width, height }: Size, { bleed }: Press): string {
  const near = bleed + AWAY;
  const far = near + MARK;
  const line = (x: number, y: number, x2: number, y2: number): string => `${number(x)} ${number(y)} m ${number(x2)} ${number(y2)} l S`;
  const corners = [0, width].flatMap((x) => [line(x, -near, x, -far), line(x, height + near, x, height + far)]).concat([0, height].flatMap((y) => [line(-near, y, -far, y), line(width + near, y, width + far, y)]));
  const middle = near + MARK / 2;
  const crosses = ([[width / 2, -middle], [width / 2, height + middle], [-middle, height / 2], [width + middle, height / 2]] as const).map(([x, y]) => `${line(x - MARK / 2, y, x + MARK / 2, y)} ${line(x, y - MARK / 2, x, y + MARK / 2)} ${square(x, y)}`);
  return ["q 0 0 0 RG 0.25 w [] 0 d", ...corners, ...crosses, "Q"].join("\n");
}

const square = (x: number, y: number): string => `${number(x - REGISTER)} ${number(y - REGISTER)} ${2 * REGISTER} ${2 * REGISTER} re S`;
