/** A stable name that an editor gives: files, sheets and destinations are called after it. */
import { z } from "zod";

/** Longest id: with what stands before and after it, it stays a file's name on every machine. */
const LONGEST = 64;

export const Id = z.string().regex(/^[a-z][a-z0-9-]*$/u, "an id is small letters, digits and hyphens, a letter first").max(LONGEST, `an id has ${LONGEST} characters at most`);
