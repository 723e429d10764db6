/** The speed of the book beside pdfkit's own flow, pdfmake and typst, by itself: `node --import tsx bench/book-speed.ts [--long]`; `make bench` prints the same after the
 *  other speeds. What each way does and does not do is said in bench/README.md.
 *
 *  `--long` sets 2,000 pages in three turns, with pdfmake too, and our book on 5,000. Where the time goes: `node --cpu-prof --import tsx bench/speed/book/way.ts ours
 *  EDITION.json OUT.pdf`, the edition written by `node --import tsx bench/synthetic/write.ts`. */
import { parseArgs } from "node:util";
import { type Sort, type Timing, timings } from "./speed/book/measure.ts";
import { growthLines, settingLines, tagsLine, wayLines } from "./speed/book/print.ts";
import type { Way } from "./speed/book/way.ts";

const { long } = parseArgs({ options: { long: { type: "boolean", default: false } } }).values;
const lines = (title: string, rows: readonly string[]) => console.log([title, ...rows, ""].join("\n"));
const of = (rows: readonly Timing[], way: Way): Timing => rows.find((row) => row.way === way)!;
const ours = async (sort: Sort, runs: number): Promise<Timing> => of(await timings(sort, ["ours"], runs), "ours");

const small = await timings({ variant: "prose", pages: 300 }, ["ours", "pdfkit", "pdfmake", "typst"], 3);
lines("book speed: the same prose, faces, page and leading, a fresh process each, in turns; seconds from start to end, the median and the least", wayLines(small));
lines("how the first 60 pages of it are set", settingLines(small));

// pdfmake takes as long for 2,000 pages as all else together
const large = await timings({ variant: "prose", pages: 2000 }, long ? ["ours", "pdfkit", "pdfmake", "typst"] : ["ours", "pdfkit", "typst"], long ? 3 : 1);
lines("the same, about 2,000 pages", wayLines(large));

const tables = await timings({ variant: "tables", pages: 300 }, ["ours", "untagged"], 2);
lines("our book by size and kind; milliseconds a page are of the setting alone", growthLines([
  await ours({ variant: "prose", pages: 100 }, 2), of(small, "ours"), await ours({ variant: "prose", pages: 1000 }, 1), of(large, "ours"), ...(long ? [await ours({ variant: "prose", pages: 5000 }, 1)] : []),
  await ours({ variant: "facts", pages: 300 }, 1), await ours({ variant: "facts", pages: 2000 }, 1), of(tables, "ours"),
]));

const untagged = await timings({ variant: "prose", pages: 300 }, ["untagged"], 1);
console.log(tagsLine(of(small, "ours"), of(untagged, "untagged")));
console.log(tagsLine(of(tables, "ours"), of(tables, "untagged")));
