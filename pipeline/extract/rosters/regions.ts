/** Runs of regions of the register, whatever marks part them, and the share that the text claims of them. Not here: other lists. */
import type { Qualifier } from "../../../schemas/fact.ts";
import { backTo, type Draft, type TextInHand } from "../draft.ts";
import type { PlaceName } from "../places.ts";
import type { TimeAt } from "../times.ts";
import { countIn, type Quantities } from "./counts.ts";

/** Runs of at least three regions, whatever marks part them: a list of provinces is one even where a mark was restored wrongly. */
export function regionRuns(text: TextInHand, named: readonly PlaceName[], quantities: Quantities, times: (at: number) => TimeAt): Draft[] {
  const body = text.restored.text;
  const runs: PlaceName[][] = [];
  for (const place of named) {
    const run = runs.at(-1);
    const between = run ? body.slice(run.at(-1)!.end, place.start) : "";
    if (run && /^(?:[、，。]|和|及|以及|与)$/u.test(between)) run.push(place);
    else runs.push([place]);
  }
  return runs.filter((run) => run.length >= 3 && !/[、]$/u.test(body.slice(Math.max(0, run[0]!.start - 1), run[0]!.start)) && body[run.at(-1)!.end] !== "、").map((run) => {
    const start = run[0]!.start, end = run.at(-1)!.end;
    const open = body[end] === "等";
    const tail = body.slice(end + (open ? 1 : 0), end + 40).split(/[，。；]/u)[0]!;
    const count = countIn(tail, quantities);
    const claim = count || open ? null : claimedBefore(body, start, quantities);
    const noun = count ? /^[^，。被的]{1,14}/u.exec(tail.slice(count.end))?.[0].replace(/、$/u, "") ?? "" : "";
    const time = times(start);
    return {
      kind: "roster",
      start: claim?.start ?? start,
      end: count ? end + (open ? 1 : 0) + count.end + noun.length : end,
      category: claim?.category ?? (noun || leadBefore(body, start)),
      members: run.map((p) => body.slice(p.start, p.end)),
      open,
      claimedCount: count?.value ?? null,
      claimedShare: claim?.value ?? null,
      claimedQualifier: count?.qualifier ?? claim?.qualifier ?? null,
      timePeriod: time.value,
      inferred: time.inferred,
      rule: "rosters/run-of-regions",
    };
  });
}

/** How far back a claim may stand from the list that bears it out. */
const CLAIM_REACH = 160;

/** The share claimed of a whole in the sentences just before a list: 26%的省级政府…，具体是…; it must not belong to another list. */
function claimedBefore(body: string, listStart: number, quantities: Quantities): { start: number; value: number; qualifier: Qualifier; category: string } | null {
  const before = backTo("\n", body.slice(Math.max(0, listStart - CLAIM_REACH), listStart), Math.min(listStart, CLAIM_REACH));
  const from = listStart - before.length;
  if (!/(?:为|是|有|包括|：|如)$/u.test(before)) return null;
  const shares = quantities(before).filter((q) => q.unit === "%" && before[q.end] === "的");
  const share = shares.at(-1);
  if (!share) return null;
  const said = before.slice(share.end + 1).split(/[。；]/u)[0]!;
  return { start: from + share.start, value: share.value, qualifier: share.qualifier, category: said.replace(/[，：、][^，：、]*(?:为|是|有|包括|如)$/u, "").slice(0, 60) };
}

function leadBefore(body: string, start: number): string {
  return body.slice(Math.max(0, start - 30), start).split(/[，。；\n]/u).at(-1)!.replace(/(?:为|是|有|包括|如|在|由)$/u, "") || "地区";
}
