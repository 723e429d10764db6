/** Names of provinces → the first two digits of their codes. Not here: prefectures and counties. */
import type { Ground, TilesPlot } from "./draft.ts";

/** Full and short names of all provinces of the register (GB/T 2260), Taiwan, Hong Kong and Macao among them. */
export function provinces({ registers }: Pick<Ground, "registers">): Map<string, string> {
  return new Map(registers.regions.filter(({ level }) => level === "province").flatMap(({ name, short, code }) => [[name, code.slice(0, 2)], [short, code.slice(0, 2)]]));
}

/** A list of names as a table shows it, under a name of its own. */
export interface Named {
  readonly name: string;
  readonly members: readonly string[];
  readonly open: boolean;
}

/** The groups whose members are all provinces, for a map of tiles; undefined where there is none. `value` is the key of the column that counts members. */
export function tilesOfGroups(groups: readonly Named[], category: string, value: string, ground: Pick<Ground, "registers">): TilesPlot | undefined {
  const codes = provinces(ground);
  const whole = groups.filter(({ members }) => members.length > 0 && members.every((member) => codes.has(member)));
  if (whole.length === 0) return undefined;
  return {
    category, value, shade: "groups", unit: null,
    areas: whole.flatMap(({ name, members }) => members.map((member) => ({ at: name, area: codes.get(member)! }))),
    open: whole.filter(({ open }) => open).map(({ name }) => name),
    words: whole.map(({ name, members, open }) => `${name}${members.length}个${open ? "，未尽列" : ""}（${members.join("、")}）`),
  };
}
