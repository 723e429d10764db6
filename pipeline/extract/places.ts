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

const shortForms = new WeakMap<readonly Region[], ReadonlySet<string>>();

/** Whether all of a word names a place: full and short names of every tier, and the parts of the country that have a name of their own. For lists, where the neighbours bear it out. */
export function isPlaceName(name: string, regions: readonly Region[]): boolean {
  let known = shortForms.get(regions);
  if (!known) {
    known = new Set([...AREAS, ...regions.flatMap((region) => [region.name, region.short, region.name.replace(/(?:林区|特区|新区|[县区旗市])$/u, ""), countyShort(region.name)])].filter((form) => form.length >= 2));
    shortForms.set(regions, known);
  }
  return known.has(name);
}

/** 三都水族自治县 → 三都. */
function countyShort(name: string): string {
  return /^(?<short>.{2,3}?)(?:[\p{Script=Han}]{1,4}族){1,4}自治[县旗]$/u.exec(name)?.groups!["short"] ?? name;
}

/** Parts of the country that stand in lists beside regions and have no code. */
const AREAS = [
  "关中", "陕北", "陕南", "苏南", "苏中", "苏北", "皖南", "皖中", "皖北", "浙东", "浙西", "浙南", "浙北", "浙中", "闽东", "闽西", "闽南", "闽北", "赣南", "赣北", "鲁西", "鲁南", "鲁中", "豫北", "豫南", "豫西", "豫东", "湘西", "湘南", "湘北",
  "粤东", "粤西", "粤北", "川东", "川西", "川南", "川北", "黔东", "黔西", "黔南", "滇中", "滇西", "滇南", "桂北", "桂南", "桂西", "冀中", "冀东", "冀南", "晋北", "晋中", "晋南", "晋东南", "辽东", "辽西", "陇东", "陇南", "河西", "南疆", "北疆", "东疆", "藏东", "藏北",
  "京津冀", "长三角", "珠三角", "粤港澳", "环渤海", "成渝", "东北", "华北", "华东", "华中", "华南", "西南", "西北", "胶东", "江汉", "江淮", "淮北", "淮南", "河套", "两湖", "两广",
];
