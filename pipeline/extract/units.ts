/** Units and measure words that official prose counts and measures with, beside those of the register. Not here: the words (words/units.json), which of them a figure may stand with. */
import { flat, words } from "./words/index.ts";

const UNITS = words("units");

/** Measured, not counted: a thing named after them is measured by them. 亿元以上项目, 30万吨级: bounds in names come from these. */
export const MEASURING: readonly string[] = flat(UNITS.measuring);

/** How many there are: 三座桥, 五家企业. */
export const COUNTING: readonly string[] = flat(UNITS.counting);
