/** Colours as operators. */
import { number } from "./pdf.ts";

/** RRGGBB in DeviceRGB, which the output intent says to be sRGB; rg fills, RG strokes. */
export const colour = (hex: string, operator: "rg" | "RG"): string => `${[0, 2, 4].map((i) => number(Number.parseInt(hex.slice(i, i + 2), 16) / 255)).join(" ")} ${operator}`;
