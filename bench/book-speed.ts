/** The speed of the book beside pdfkit's own flow, pdfmake and typst, by itself: `node --import tsx bench/book-speed.ts [--long]`; `make bench` prints the same after the
 *  other speeds. What each way does and does not do is said in bench/README.md.
 *
 *  `--long` sets 2,000 pages twice more, and our book on 5,000. Where the time goes:
 *  `node --cpu-prof --import tsx bench/speed/book/way.ts ours EDITION.json OUT.pdf`. */
import { parseArgs } from "node:util";
import { type Sort, type Timing, timings } from "./speed/book/measure.ts";
import { growthLines, settingLines, wayLines } from "./speed/book/print.ts";
import { WAYS } from "./speed/book/way.ts";

const { long } = parseArgs({ options: { long: { type: "boolean", default: false } } }).values;
const lines = (title: string, rows: readonly string[]) => console.log([title, ...rows, ""].join("\n"));

const small = await timings({ variant: "prose", pages: 300 }, WAYS, 3);
lines("book speed: the same prose, faces, page and leading, a fresh process each, in turns; seconds from start to end, the median and the least", wayLines(small));
lines("how the first 60 pages of it are set", settingLines(small));

const large = await timings({ variant: "prose", pages: 2000 }, WAYS, long ? 3 : 1);
lines("the same, about 2,000 pages", wayLines(large));

const ours = async (sort: Sort, runs: number): Promise<Timing> => (await timings(sort, ["ours"], runs))[0]!;
const of = (rows: readonly Timing[]): Timing => rows.find(({ way }) => way === "ours")!;
lines("our book by size and kind; a page without start, loading and reading", growthLines([
  await ours({ variant: "prose", pages: 100 }, 2), of(small), await ours({ variant: "prose", pages: 1000 }, 1), of(large), ...(long ? [await ours({ variant: "prose", pages: 5000 }, 1)] : []),
  await ours({ variant: "facts", pages: 300 }, 2), await ours({ variant: "facts", pages: 2000 }, 1),
  await ours({ variant: "tables", pages: 300 }, 2), ...(long ? [await ours({ variant: "tables", pages: 1000 }, 1)] : []),
]));
