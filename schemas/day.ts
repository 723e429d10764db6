/** A day of the calendar as people write it into a file. Not here: periods that a text names. */
import { z } from "zod";

/** 2014-06-30; 2014-02-30 is none. */
export const Day = z.iso.date({ error: ({ input }) => (typeof input === "string" ? `"${input}" is no day; write YYYY-MM-DD, in quotes` : undefined) });
