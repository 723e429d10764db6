/** The facts written one way, in a process of its own: `way.ts WAY COUNT OUTPUT`. A way's program is loaded when it is asked for, so that none pays for another. Not here: several runs, XlsxWriter. */
import { fileURLToPath } from "node:url";
import { told } from "../took.ts";

/** Ways that run in Node. */
export const NODE_WAYS = ["ours", "documented", "shared", "floor"] as const;
export type Way = (typeof NODE_WAYS)[number] | "xlsxwriter";

type Write = (count: number, path: string) => Promise<void>;

async function writer(way: (typeof NODE_WAYS)[number]): Promise<Write> {
  switch (way) {
    case "ours": return (await import("./ours.ts")).writtenByUs;
    case "documented": return (await import("./exceljs.ts")).writtenAsDocumented;
    case "shared": return (await import("./exceljs.ts")).writtenWithSharedStyles;
    case "floor": return (await import("./floor.ts")).writtenAtTheFloor;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [way, count, output] = process.argv.slice(2);
  const write = await writer(way as (typeof NODE_WAYS)[number]);
  await told(() => write(Number(count), output!));
}
