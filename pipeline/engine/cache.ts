/** A pure part that looks its output up before it makes it. A look-up that fails in any way is a miss. Not here: where entries lie (store.ts), what tells inputs apart. */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { openStore, type Bounds } from "./store.ts";

/** The cache of one run. */
export interface Cache {
  /** Digest of the code that makes what is kept here. */
  readonly code: string;
  /** The value under a key; undefined where there is none, or none that is whole. */
  find(key: string): unknown;
  /** Keeps a value, said in JSON, under a key. */
  keep(key: string, json: string): void;
  /** To be called when all is kept: old entries go. */
  tidy(): void;
  /** Outputs that were found, and that were made, so far. */
  readonly counts: { found: number; made: number };
  /** What went wrong with the cache, in a line; null where nothing did. */
  warning(): string | null;
}

export function openCache(dir: string, code: string, bounds?: Bounds): Cache {
  const store = openStore(dir, bounds);
  return {
    code,
    find: (key) => {
      const bytes = store.read(key);
      return bytes === null ? undefined : unseal(key, bytes);
    },
    keep: (key, json) => store.write(key, seal(key, json)),
    tidy: store.tidy,
    counts: { found: 0, made: 0 },
    warning: store.warning,
  };
}

/** A cache that finds and keeps nothing, and says why. */
export function closedCache(warning: string): Cache {
  return { code: "", find: () => undefined, keep: () => {}, tidy: () => {}, counts: { found: 0, made: 0 }, warning: () => warning };
}

/** How the outputs of a part are kept. */
export interface Keeping<In, Out> {
  /** Everything that the output hangs on beside the code, as JSON can say it. */
  readonly dependsOn: (input: In) => readonly unknown[];
  /** What is kept of an output, as JSON can say it. */
  readonly pack: (output: Out) => unknown;
  /** The output again, from the same input and what was kept. */
  readonly unpack: (kept: unknown, input: In) => Out;
}

/** The part, with its outputs found in the cache or kept there. What it throws is not kept. */
export function cached<In, Out>(part: (input: In) => Out, { dependsOn, pack, unpack }: Keeping<In, Out>, cache: Cache): (input: In) => Out {
  return (input) => {
    const key = sha256(JSON.stringify([cache.code, ...dependsOn(input)])).toString("hex");
    const found = cache.find(key);
    if (found !== undefined) {
      cache.counts.found++;
      return unpack(found, input);
    }
    const output = part(input);
    cache.counts.made++;
    const json = exactJson(output, pack, (kept) => unpack(kept, input));
    if (json !== null) cache.keep(key, json);
    return output;
  };
}

/** An output as JSON from which the same output comes back; null where JSON cannot say it (undefined, -0, a Map, more than half a gigabyte): it is made anew each time. */
function exactJson<Out>(output: Out, pack: (output: Out) => unknown, unpack: (kept: unknown) => Out): string | null {
  try {
    const json = JSON.stringify(pack(output));
    return isDeepStrictEqual(unpack(JSON.parse(json)), output) ? json : null;
  } catch {
    return null;
  }
}

const DIGEST_BYTES = 32;

/** An entry: the digest of key and body, then the body. Level 1 packs in a third of the time of 6, to a sixth more. */
export function seal(key: string, json: string): Buffer {
  const body = gzipSync(json, { level: 1 });
  return Buffer.concat([digestOf(key, body), body]);
}

/** The value of an entry; undefined where it is torn, changed, or was made for another key. */
export function unseal(key: string, entry: Buffer): unknown {
  const body = entry.subarray(DIGEST_BYTES);
  if (!digestOf(key, body).equals(entry.subarray(0, DIGEST_BYTES))) return undefined;
  return JSON.parse(gunzipSync(body).toString("utf8"));
}

const digestOf = (key: string, body: Uint8Array): Buffer => createHash("sha256").update(key).update(body).digest();
const sha256 = (words: string): Buffer => createHash("sha256").update(words).digest();
