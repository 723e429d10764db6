/** shares: what the text claims of a register's members beside the members it lists, with the share that the list itself makes up. */
import { roundedTo } from "../../schemas/computed.ts";
import type { Fact, Qualifier } from "../../schemas/fact.ts";
import type { Finding } from "../../schemas/finding.ts";
import { wordFor } from "../../schemas/words.ts";
import type { Computed } from "./computed.ts";
import { cell, factsOf, filled, rowsOf, type Cell, type Draft, type FactOf, type Ground } from "./draft.ts";
import { labels } from "./labels.ts";
import { tilesOfGroups } from "./provinces.ts";
import { hedge, hedgeOf, hedged, listed, isOpen } from "./words.ts";

/** A claimed share, from a roster or from an observation that lists nobody. */
interface Claim {
  readonly fact: Fact;
  readonly category: string;
  readonly members: readonly string[];
  readonly open: boolean;
  readonly claimed: number;
  readonly qualifier: Qualifier | null;
  /** the members' share of the register, %; null where members are not provinces */
  readonly computed: number | null;
  readonly outcome: string | null;
}

export function sharesTable(ground: Ground): Draft | null {
  const provinces = mainland(ground);
  const claims = claimsOf(ground, provinces);
  if (claims.length === 0) return null;
  const names = labels(claims, ({ category }) => briefly(category), () => null);
  const nameOf = new Map(claims.map((claim, i) => [claim, names[i]!]));
  const cells = filled(cellsOf(nameOf, provinces.size / 2), claims, new Set(["category", "claimedShare", "listed"]));
  const words = claims.map((claim) => `${nameOf.get(claim)!}所称${hedged(claim.claimed, claim.qualifier, "%")}，${claim.computed === null ? "未列成员" : `所列${claim.members.length}个占${claim.computed}%`}`);
  const values = claims.some(({ computed }) => computed !== null) ? ["claimedShare", "listedShare"] : ["claimedShare"];
  const tiles = tilesOfGroups(claims.map((claim) => ({ name: nameOf.get(claim)!, members: claim.members, open: claim.open })), "category", "listed", ground);
  return {
    columns: cells.map(({ column }) => column),
    rows: rowsOf(cells, claims, ({ fact }) => [fact]),
    unit: null,
    notes: [
      `“占登记总数比重”由列名数除以${provinces.size / 2}得出，即${ground.registers.regionsDate.replace(/^(\d+)-0?(\d+)$/u, "$1年$2月")}行政区划代码所载的省级地区，不含台湾、香港、澳门。`,
      ...(claims.some(({ members }) => members.length === 0) ? ["原文未列成员的，不计列名数与比重。"] : []),
      ...(claims.some(({ open }) => open) ? ["名单以“等”结尾的，实际成员多于所列。"] : []),
    ],
    plot: { category: "category", values, unit: "%", hedges: claims.flatMap((claim) => hedgeOf(claim, "claimedShare", nameOf.get(claim)!)), words },
    ...(tiles === undefined ? {} : { tiles }),
  };
}

/** Names and short forms of the provinces of the mainland; two a province. */
function mainland({ registers }: Ground): Set<string> {
  const provinces = registers.regions.filter(({ level, code }) => level === "province" && !/^(?:71|81|82)/u.test(code));
  return new Set(provinces.flatMap(({ name, short }) => [name, short]));
}

function claimsOf(ground: Ground, provinces: ReadonlySet<string>): Claim[] {
  const rosters = factsOf(ground, "roster").filter((roster) => roster.claimedShare !== null);
  const fromRosters = rosters.map((fact): Claim => {
    const counts = fact.members.every((member) => provinces.has(member));
    const computed = counts && !isOpen(fact) ? roundedTo((fact.members.length / (provinces.size / 2)) * 100, 1) : null;
    return { fact, category: fact.category, members: fact.members, open: isOpen(fact), claimed: fact.claimedShare!, qualifier: fact.claimedQualifier, computed, outcome: outcomeOf(ground.findings, fact) };
  });
  const fromObservations = factsOf(ground, "observation")
    .filter((fact) => isShareOfPlaces(fact) && !rosters.some((roster) => sameClaim(roster, fact)))
    .map((fact): Claim => ({ fact, category: fact.indicator.replace(/的?比重$/u, ""), members: fact.members, open: fact.membersOpen, claimed: fact.value, qualifier: fact.qualifier, computed: null, outcome: outcomeOf(ground.findings, fact) }));
  const order = new Map(ground.facts.map((fact, i) => [fact.id, i]));
  return [...fromRosters, ...fromObservations].sort((a, b) => order.get(a.fact.id)! - order.get(b.fact.id)!);
}

/** 10%的省级政府…: a share of governments of a tier, not one of money or people. */
function isShareOfPlaces(fact: FactOf<"observation">): boolean {
  return fact.measure === "share" && fact.unit === "%" && fact.subject !== null && /(?:政府|省份|地区|地方|省|市|县|区)$/u.test(fact.subject);
}

/** The roster of a passage and the observation of the same share are one claim. */
function sameClaim(roster: FactOf<"roster">, fact: FactOf<"observation">): boolean {
  return roster.document === fact.document && roster.claimedShare === fact.value && roster.span.start < fact.span.end && fact.span.start < roster.span.end;
}

const GRAVITY: readonly Finding["outcome"][] = ["differs", "cannot tell", "agrees"];

/** What the checks of shares found of it, the gravest first; null where none looked. */
function outcomeOf(findings: readonly Finding[], fact: Fact): string | null {
  const about = new Set(findings.filter((finding) => finding.facts.includes(fact.id) && finding.check.includes("share")).map(({ outcome }) => outcome));
  const gravest = GRAVITY.find((outcome) => about.has(outcome));
  return gravest === undefined ? null : wordFor(gravest);
}

/** 地方政府把…归口信息化推进处 → 归口信息化推进处…: without whose share it is, which all rows have alike. */
function briefly(category: string): string {
  const [clause = category] = category.split(/[，；]/u);
  return clause.replace(/的?(?:地方政府|省级政府|政府|省份)$/u, "").replace(/^的?(?:地方政府|省级政府|省份)(?:把|将|的|虽|在)?/u, "") || category;
}

/** How the share of those listed is had, or why it is not. */
function shareOf({ members, open, computed }: Claim, registered: number): Computed {
  if (computed !== null) return { op: "share", of: "listed", whole: registered, decimals: 1 };
  return members.length === 0 ? null : { op: "none", why: open ? "名单以“等”结尾" : "成员不是省级地区" };
}

function cellsOf(names: ReadonlyMap<Claim, string>, registered: number): Cell<Claim>[] {
  return [
    cell({ key: "category", title: "类别", titleEn: "Category", type: "text", width: 14, description: "what is said of the members, without whose share it is" }, (claim) => names.get(claim)!),
    cell({ key: "qualifier", title: "限定", titleEn: "Qualifier", type: "text", width: 3, description: "how the text hedges the claimed share; empty where it is exact" }, ({ qualifier }) => hedge(qualifier)),
    cell({ key: "claimedShare", title: "所称比重", titleEn: "Claimed share", type: "number", width: 5, unit: "%", description: "the share that the text claims" }, ({ claimed }) => claimed),
    cell({ key: "listed", title: "列名数", titleEn: "Members listed", type: "number", width: 4, unit: "个", decimals: 0, description: "number of members the text lists; empty where it lists none" }, ({ members }) => members.length || null, ({ members }) => (members.length === 0 ? null : { op: "count", of: "members" })),
    cell({ key: "listedShare", title: "占登记总数比重", titleEn: "Share of the register", type: "number", width: 5, unit: "%", decimals: 1, description: "members listed, as a share of the provinces of the register; empty where the list is open or its members are not provinces" }, ({ computed }) => computed, (claim) => shareOf(claim, registered)),
    cell({ key: "outcome", title: "核对", titleEn: "Check", type: "text", width: 4, description: "what the checks of shares found" }, ({ outcome }) => outcome),
    cell({ key: "members", title: "成员", titleEn: "Members", type: "text", width: 16, description: "the members listed" }, ({ members, open }) => (members.length === 0 ? null : listed(members, open))),
  ];
}
