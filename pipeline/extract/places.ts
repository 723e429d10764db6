/** Places of the register named in a passage. Not here: lists of them, their use. */
import type { Region } from "../../schemas/register.ts";

export interface PlaceName { readonly start: number; readonly end: number; /** null where several regions bear the name. */ readonly region: Region | null }

export type PlaceReader = (text: string) => PlaceName[];

const readers = new WeakMap<readonly Region[], PlaceReader>();

/** A reader for a register; names are tried longest first. A name that several regions bear is left open.
 *
 * Full names of all tiers count, short names of provinces (黑龙江) and of prefectures too. */
export function placeReader(regions: readonly Region[]): PlaceReader {
  const known = readers.get(regions);
  if (known) return known;
  const byName = new Map<string, Region | null>();
  const add = (name: string, region: Region) => {
    const other = byName.get(name);
    byName.set(name, other === undefined || other?.code === region.code ? region : null);
  };
  for (const region of regions) {
    add(region.name, region);
    if (region.short !== region.name && region.short.length >= 2 && region.level !== "county") add(region.short, region);
  }
  // Names grouped by their first two characters: a look-up for each place of the text instead of a pattern of thousands.
  const byHead = new Map<string, string[]>();
  for (const name of byName.keys()) byHead.set(name.slice(0, 2), [...(byHead.get(name.slice(0, 2)) ?? []), name]);
  for (const names of byHead.values()) names.sort((a, b) => b.length - a.length);
  const reader: PlaceReader = (text) => {
    const out: PlaceName[] = [];
    for (let i = 0; i < text.length - 1; i++) {
      const name = byHead.get(text.slice(i, i + 2))?.find((n) => text.startsWith(n, i));
      if (name === undefined) continue;
      out.push({ start: i, end: i + name.length, region: byName.get(name) ?? null });
      i += name.length - 1;
    }
    return out;
  };
  readers.set(regions, reader);
  return reader;
}

/** The region that a name is, by its full or short form; null where none or several bear it. */
export function regionOf(name: string, regions: readonly Region[]): Region | null {
  const [place] = placeReader(regions)(name);
  return place && place.start === 0 && place.end === name.length ? place.region : null;
}
