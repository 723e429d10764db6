/** The speed of a workbook of facts beside exceljs's streaming writer, XlsxWriter and the floor, by itself: `node --import tsx bench/workbook-speed.ts [--rows 200000] [--runs 3]`;
 *  `make bench` prints the same after the other speeds. What each way does and does not do is said in bench/README.md. */
import { parseArgs } from "node:util";
import { pythonWithXlsxWriter, timings } from "./speed/workbook/measure.ts";
import { floorLine, wayLines } from "./speed/workbook/print.ts";

const { rows, runs } = parseArgs({ options: { rows: { type: "string", default: "200000" }, runs: { type: "string", default: "3" } } }).values;
const python = pythonWithXlsxWriter();
const all = timings(Number(rows), Number(runs), python);
console.log(["workbook speed: the same facts, 12 columns, a link a row, a fresh process each, in turns; seconds from start to end, the median and the least", ...wayLines(all), floorLine(all)].join("\n"));
if (python === null) console.log("XlsxWriter was left out: no Python here has it. Debian's package is python3-xlsxwriter.");
