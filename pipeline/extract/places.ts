/** Places of the register named in a passage, by the names they have and had. Not here: lists of places, their use. */
import type { Region } from "../../schemas/register.ts";
import { flat, words } from "./words/index.ts";

export interface PlaceName { readonly start: number; readonly end: number; /** null where several regions bear the name. */ readonly region: Region | null }

export type PlaceReader = (text: string) => PlaceName[];

/** Name → the region that bears it; null where several do. */
type Names = ReadonlyMap<string, Region | null>;

/** What a register's names are, worked out once. */
interface Gazetteer { readonly names: Names; readonly former: Names; readonly shortForms: ReadonlySet<string>; readonly read: PlaceReader }

const gazetteers = new WeakMap<readonly Region[], Gazetteer>();

/** A reader for a register; names are tried longest first. A name that several regions bear is left open.
 *
 * Full names of all tiers count, short names of provinces (黑龙江) and of prefectures too, and names that regions had before (襄樊市). */
export function placeReader(regions: readonly Region[]): PlaceReader {
  return gazetteerOf(regions).read;
}

/** The region that a name is, by its full, short or former form; null where none or several bear it. */
export function regionOf(name: string, regions: readonly Region[]): Region | null {
  const { names, former } = gazetteerOf(regions);
  return names.get(name) ?? (names.has(name) ? null : former.get(name) ?? null);
}

/** Whether all of a word names a place: full, short and former names of every tier, and the parts of the country that have a name of their own. For lists, where the neighbours bear it out. */
export function isPlaceName(name: string, regions: readonly Region[]): boolean {
  const { former, shortForms } = gazetteerOf(regions);
  return shortForms.has(name) || former.has(name);
}

function gazetteerOf(regions: readonly Region[]): Gazetteer {
  const known = gazetteers.get(regions);
  if (known) return known;
  const names = namesOf(regions);
  const former = formerNamesOf(regions, names);
  const made: Gazetteer = { names, former, shortForms: shortFormsOf(regions), read: readerOf(names, former) };
  gazetteers.set(regions, made);
  return made;
}

/** Names in use: full ones, and short ones of provinces and prefectures. */
function namesOf(regions: readonly Region[]): Names {
  const names = new Map<string, Region | null>();
  for (const region of regions) {
    bear(names, region.name, region);
    if (region.short !== region.name && region.short.length >= 2 && region.level !== "county") bear(names, region.short, region);
  }
  return names;
}

/** Names that regions had and that none has today. */
function formerNamesOf(regions: readonly Region[], current: Names): Names {
  const names = new Map<string, Region | null>();
  for (const region of regions) {
    for (const name of region.former) if (!current.has(name)) bear(names, name, region);
  }
  return names;
}

function bear(names: Map<string, Region | null>, name: string, region: Region): void {
  const other = names.get(name);
  names.set(name, other === undefined || other?.code === region.code ? region : null);
}

/** Names are grouped by their first two characters: a look-up for each place of the text instead of a pattern of thousands. */
function readerOf(names: Names, former: Names): PlaceReader {
  const byHead = new Map<string, string[]>();
  for (const name of [...names.keys(), ...former.keys()].filter((name) => names.has(name) || name.length > 2 || isWord(name))) {
    byHead.set(name.slice(0, 2), [...(byHead.get(name.slice(0, 2)) ?? []), name]);
  }
  for (const group of byHead.values()) group.sort((a, b) => b.length - a.length);
  // Most pairs of characters begin no name: a table of bits says so without a string being made of them.
  const begins = new Uint8Array(0x10000);
  for (const head of byHead.keys()) begins[pairAt(head, 0)] = 1;
  return (text) => {
    const out: PlaceName[] = [];
    for (let i = 0; i < text.length - 1; i++) {
      if (begins[pairAt(text, i)] === 0) continue;
      const name = byHead.get(text.slice(i, i + 2))?.find((n) => text.startsWith(n, i) && (names.has(n) || !goesOn(n, text.slice(i + n.length, i + n.length + 1))));
      if (name === undefined) continue;
      out.push({ start: i, end: i + name.length, region: (names.has(name) ? names : former).get(name) ?? null });
      i += name.length - 1;
    }
    return out;
  };
}

/** A number for two characters; other pairs may have the same one. */
const pairAt = (text: string, i: number) => (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) & 0xffff;

/** A former county of one character (定县, 万县, 复县) is found in 认定县级, 千万县民 and 恢复县, so it counts only where it is the whole word. Short forms (襄樊) do not end like that. */
function isWord(name: string): boolean {
  return !/[县市区]$/u.test(name);
}

/** Whether a former name goes on as another word, so that it is none: 安康县域经济 speaks of the counties of today's 安康, 番禺市场 of a market. */
function goesOn(name: string, next: string): boolean {
  return name.endsWith("县") ? "级域乡区市".includes(next) && next !== "" : name.endsWith("市") ? next === "场" : name.endsWith("区") && next === "域";
}

function shortFormsOf(regions: readonly Region[]): ReadonlySet<string> {
  return new Set([...AREAS, ...regions.flatMap((region) => [region.name, region.short, region.short.replace(/(?<=\p{Script=Han}{2})州$/u, ""), region.name.replace(/(?:林区|特区|新区|[县区旗市])$/u, ""), countyShort(region.name)])].filter((form) => form.length >= 2));
}

/** 三都水族自治县 → 三都. */
function countyShort(name: string): string {
  return /^(?<short>.{2,3}?)(?:[\p{Script=Han}]{1,4}族){1,4}自治[县旗]$/u.exec(name)?.groups!["short"] ?? name;
}

/** Parts of the country that stand in lists beside regions and have no code. */
const AREAS: readonly string[] = flat(words("areas").areas);
