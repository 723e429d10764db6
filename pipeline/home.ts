/** Where the program is installed: the folder of package.json, sources/ and outputs/. Not here: what lies in it. */
import { fileURLToPath } from "node:url";

/** Sources and bundle both lie one folder below it, pipeline/home.ts and dist/FILE.js, so that both find the same model, registers and texts. Absolute, with a slash at its end. */
export const HOME = fileURLToPath(new URL("..", import.meta.url));
