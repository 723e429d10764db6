/** Standard output, with back-pressure: a reader that is slow is waited for, one that has gone ends the program. */
import { once } from "node:events";

export async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}
