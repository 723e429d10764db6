/** Rosters: named members, with the number or share that the text claims of them. Not here: how lists are cut. */
import type { Qualifier } from "../../schemas/fact.ts";
import type { Clause, Draft, TextInHand } from "./draft.ts";
import { clausesOf } from "./draft.ts";
import { listsOf, type List } from "./lists.ts";
import { placeReader } from "./places.ts";
import { quantityReader, type Quantity } from "./quantities.ts";
import { timesOf, type TimeAt } from "./times.ts";

/** What a member of a roster is: an organ, a unit, a place, a system. Aims and deeds are none. */
const ENTITY = /(?:部|局|委|厅|署|院|行|办|处|司|组|室|会|所|社|站|中心|公司|集团|大学|学院|学校|医院|银行|省|市|区|县|州|盟|旗|乡|镇|街道|村|港|平台|系统|项目|工程|海关|税务|公安|审计|国土|民政|财政|工商|质检|环保|农业|卫生|教育|交通|金融监管|国家|地区|企业|领导小组|联谊会|应用|投票|号|机|品|业)$/u;
/** What a list may be said to be of, after 等. */
const HEAD = /^(?:重点|主要|有关|相关|直属|中央|地方|国内|全国|一批|多个|各|若干|首批|试点)*(?:领域|部门|部委|单位|机构|地区|省份|省区|省级|副省级|城市|市|区|县|州|企业|行业|项目|产品|平台|国家|高校|院校|学校|医院|园区|景区|品牌|工程|产业|港口|机场|银行|协会|组织|媒体)/u;

export function rosters(text: TextInHand): Draft[] {
  const quantities = quantityReader(text.registers.units.map((u) => u.unit));
  const places = placeReader(text.registers.regions);
  const times = timesOf(text);
  const drafts = text.outline.sentences.flatMap((sentence) =>
    clausesOf(sentence).flatMap((clause) => listsOf(clause.text, places).flatMap((list) => fromList(list, clause, quantities, places, times(clause.start)))),
  );
  const regions = regionRuns(text, quantities, times);
  const covers = (a: Draft, b: Draft) => a.start <= b.end && b.start <= a.end;
  return [...drafts.filter((draft) => !regions.some((run) => covers(run, draft))), ...regions];
}

function fromList(list: List, clause: Clause, quantities: (text: string) => Quantity[], places: ReturnType<typeof placeReader>, time: TimeAt): Draft[] {
  const head = HEAD.exec(list.tail.replace(/^\d+\S?/u, ""));
  const count = list.open ? quantities(list.tail).find((q) => q.start <= 2 && /^[个家项座种户所名位]$/u.test(q.unit)) : undefined;
  const entities = list.members.filter((m) => ENTITY.test(m) || places(m).some((p) => p.start === 0)).length;
  const trinity = /^(?:构成|组成|形成)[^，。]*?“?(?<n>[三四五六七八])位一体”?/u.exec(list.tail);
  const named = entities === list.members.length || trinity !== null || (list.open && (count !== undefined || head !== null) && entities * 2 >= list.members.length);
  if (!named) return [];
  const tailNoun = /^(?:\d+|[一二三四五六七八九十]+)?[个家项座种户所名位]?(?<noun>[^，。被]{1,20}?)(?:被|业务|$|，|已|提供|的)/u.exec(list.tail)?.groups?.["noun"];
  const counted = count ? count.end : 0;
  return [{
    kind: "roster",
    start: clause.start + list.start,
    end: clause.start + (count ? Math.min(clause.text.length, list.end + counted + (tailNoun?.length ?? 0)) : trinity ? list.end + trinity[0].length : list.end),
    category: categoryOf(list, tailNoun),
    members: [...list.members],
    open: list.open,
    claimedCount: count?.value ?? (trinity ? "零一二三四五六七八".indexOf(trinity.groups!["n"]!) : null),
    claimedShare: null,
    claimedQualifier: count?.qualifier ?? (trinity ? "exact" : null),
    timePeriod: time.value,
    inferred: time.inferred,
  }];
}

/** What is said of the members: the noun after 等, else the words before the list. */
function categoryOf(list: List, noun: string | undefined): string {
  const lead = list.lead.replace(/(?:包括|如|为|是|由|有|，)+$/u, "").replace(/^.*[，。]/u, "");
  const said = noun?.replace(/^[个家项座]/u, "").replace(/(?:更是|均|都|也)?(?:已)?(?:达到|达|为|超过)?\d*[%、，]*$/u, "").replace(/[、，]+$/u, "");
  if (list.open && said) return said;
  return (lead || list.tail || noun || "名单").replace(/^(?:目前|其中|已)/u, "").slice(0, 40);
}

/** Runs of at least three regions, whatever marks part them: a list of provinces is one even where a mark was restored wrongly. */
function regionRuns(text: TextInHand, quantities: (text: string) => Quantity[], times: (at: number) => TimeAt): Draft[] {
  const body = text.restored.text;
  const found = placeReader(text.registers.regions)(body);
  const runs: (typeof found)[] = [];
  for (const place of found) {
    const run = runs.at(-1);
    const between = run ? body.slice(run.at(-1)!.end, place.start) : "";
    if (run && /^(?:[、，。]|和|及|以及|与)$/u.test(between)) run.push(place);
    else runs.push([place]);
  }
  return runs.filter((run) => run.length >= 3).map((run) => {
    const start = run[0]!.start, end = run.at(-1)!.end;
    const open = body[end] === "等";
    const tail = body.slice(end + (open ? 1 : 0), end + 40).split(/[，。；]/u)[0]!;
    const count = open ? quantities(tail).find((q) => q.start === 0) : undefined;
    const claim = count || open ? null : claimedBefore(body, start, quantities);
    const noun = count ? /^[^，。被的]{1,14}/u.exec(tail.slice(count.end))?.[0].replace(/、$/u, "") ?? "" : "";
    const time = times(start);
    return {
      kind: "roster",
      start: claim?.start ?? start,
      end: count ? end + 1 + count.end + noun.length : end,
      category: claim?.category ?? (noun || leadBefore(body, start)),
      members: run.map((p) => body.slice(p.start, p.end)),
      open,
      claimedCount: count?.value ?? null,
      claimedShare: claim?.value ?? null,
      claimedQualifier: count?.qualifier ?? claim?.qualifier ?? null,
      timePeriod: time.value,
      inferred: time.inferred,
    };
  });
}

/** How far back a claim may stand from the list that bears it out. */
const CLAIM_REACH = 160;

/** The share claimed of a whole in the sentences just before a list: 26%的省级政府…，具体是…; it must not belong to another list. */
function claimedBefore(body: string, listStart: number, quantities: (text: string) => Quantity[]): { start: number; value: number; qualifier: Qualifier; category: string } | null {
  const lineStart = body.lastIndexOf("\n", listStart) + 1;
  const from = Math.max(lineStart, listStart - CLAIM_REACH);
  const before = body.slice(from, listStart);
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
