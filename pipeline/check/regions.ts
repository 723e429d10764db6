/** Regions of the register as checks look them up. Not here: what is compared. */
import type { Region } from "../../schemas/register.ts";

/** Provinces on the mainland: 31 of the register, without 香港 澳门 台湾, which official counts of 各省 leave out. */
export function mainlandProvinces(regions: readonly Region[]): Region[] {
  return regions.filter((region) => region.level === "province" && !/^(?:71|81|82)/u.test(region.code));
}

/** The provinces that names stand for; null where one of them is no province. */
export function provincesOf(names: readonly string[], regions: readonly Region[]): Region[] | null {
  const provinces = mainlandProvinces(regions);
  const found = names.map((name) => provinces.find((region) => region.name === name || region.short === name));
  return found.every((region) => region !== undefined) ? found : null;
}

/** Regions by name; a name may be several regions'. */
export function byNames(regions: readonly Region[], namesOf: (region: Region) => Iterable<string>): Map<string, Region[]> {
  const found = new Map<string, Region[]>();
  for (const region of regions) for (const name of namesOf(region)) found.set(name, [...(found.get(name) ?? []), region]);
  return found;
}

/** The regions that hold one, the nearest first. */
export function holdersOver(regions: readonly Region[]): (region: Region) => Region[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const above = (region: Region): Region[] => {
    const parent = byCode.get(region.parent ?? "");
    return parent ? [parent, ...above(parent)] : [];
  };
  return above;
}
