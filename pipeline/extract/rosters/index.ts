/** Rosters: named members (places, organs, works, products, people), with the number or share that the text claims of them. Not here: lists of aims, deeds and indicators.
 *
 *  A sentence → its pieces (runs) → where a list begins and ends in them (bounds) → why it is a roster (reasons) → what is claimed of it (counts) */
import { bisectRight, bisector } from "d3-array";
import type { TextRegisters } from "../../../schemas/register.ts";
import { backTo, type Draft, type TextInHand } from "../draft.ts";
import { placeReader, type PlaceName, type PlaceReader } from "../places.ts";
import { quantityReader } from "../quantities/index.ts";
import { timesOf, type TimeAt } from "../times.ts";
import { closes, closing, firstOf, lastOf } from "./bounds.ts";
import { countBefore, countIn, type Quantities } from "./counts.ts";
import { LONGEST_MEMBER, isStrong, kindOf, mayBeMember } from "./members.ts";
import { COUNTED_HEAD, HEAD, reasonOf, type ReasonName } from "./reasons.ts";
import { regionRuns } from "./regions.ts";
import { mask, runsOf, shown, type Piece } from "./runs.ts";

/** A list as it stands in a sentence. Offsets are into the passage. */
export interface Listed {
  readonly start: number;
  /** After the last member, and after 等. */
  readonly end: number;
  readonly members: readonly string[];
  readonly open: boolean;
  /** Why it is a roster. */
  readonly rule: ReasonName;
}

export function rosters(text: TextInHand): Draft[] {
  const quantities = quantityReader(text.registers.units.map((u) => u.unit));
  const places = placeReader(text.registers.regions);
  const times = timesOf(text);
  const named = places(text.restored.text);
  const drafts = text.outline.sentences.flatMap(({ start, end, text: sentence }) =>
    listedIn(sentence, text.registers, quantities, () => placesFrom(named, start, end)).map((list) => fromList(list, sentence, start, quantities, times(start + list.start))),
  );
  const regions = regionRuns(text, named, quantities, times);
  const isCovered = coveredBy(regions);
  return [...drafts.filter((draft) => !isCovered(draft)), ...regions];
}

const byStart = bisector(({ start }: PlaceName) => start);

/** The places of a stretch of the text, with offsets into it: what reading the stretch again would find, as no name reaches over the end of a sentence. */
function placesFrom(named: readonly PlaceName[], start: number, end: number): PlaceName[] {
  return named.slice(byStart.left(named, start), byStart.left(named, end)).map((place) => ({ ...place, start: place.start - start, end: place.end - start }));
}

/** Whether one of the drafts touches another: of those that begin up to its end, the one that reaches farthest tells. */
function coveredBy(drafts: readonly Draft[]): (draft: Draft) => boolean {
  const sorted = drafts.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let reach = -1;
  const reaches = sorted.map(({ end }) => (reach = Math.max(reach, end)));
  return ({ start, end }) => (reaches[bisectRight(starts, end) - 1] ?? -1) >= start;
}

/** A bracket that may hold a list of its own. */
const BRACKETED = /（[^（）]{8,400}）/gu;

/** The rosters of a sentence, in order. */
export function listedIn(sentence: string, registers: TextRegisters, quantities: Quantities, places: PlaceReader): Listed[] {
  const within = [...sentence.matchAll(BRACKETED)].flatMap(({ 0: words, index }) => listedIn(words.slice(1, -1), registers, quantities, () => []).map((list) => ({ ...list, start: list.start + index + 1, end: list.end + index + 1 })));
  const out: Listed[] = [];
  const masked = mask(sentence, registers, places);
  for (const pieces of runsOf(masked)) {
    const lasts = lastsOf(pieces, registers);
    for (let at = 0; at < pieces.length - 2;) {
      const last = lasts[at + 1]!;
      // 甲中心与乙大学、丙大学、丁大学: who does something with those listed stands before 与
      if (pieces[at + 1]!.join === "和" && pieces.slice(at + 2, last + 1).some(({ join }) => join === "、")) { at++; continue; }
      const fault = last - at < 2 ? null : faultIn(pieces, at + 1, last, sentence);
      // 甲社、乙社、丙社分别占股51%、34%: what is no member ends the list before it
      const cut = fault === null ? last : fault - 1;
      const found = cut - at < 2 ? null : listFrom(pieces, at, cut, sentence, registers, quantities) ?? shorter(pieces, at, cut, sentence, registers, quantities);
      if (found) out.push(found);
      // A list that begins later, but before a piece that is no member, would hold it too.
      at = found ? cut + 1 : fault ?? at + 1;
    }
  }
  return [...out, ...within].sort((a, b) => a.start - b.start);
}

/** 甲医院、乙医院、丙医院与社区签约: 与 may join what is no member. */
function shorter(pieces: readonly Piece[], at: number, last: number, sentence: string, registers: TextRegisters, quantities: Quantities): Listed | null {
  return last - at > 2 && pieces[last]!.join === "和" && isStrong(pieces[last - 1]!.text, registers) ? listFrom(pieces, at, last - 1, sentence, registers, quantities) : null;
}

/** For each piece, the last one of a list that it is the second of: pieces in the middle are whole members; 等 closes the list. Read once for a run, so that a page of names stays linear. */
function lastsOf(pieces: readonly Piece[], registers: TextRegisters): number[] {
  const lasts: number[] = [];
  let last = pieces.length - 1;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const { text, join } = pieces[i]!;
    if (!goesOn(pieces[i]!, registers) || closes(text)) last = join === "，" && !isStrong(headOf(text), registers) ? i - 1 : i;
    lasts[i] = last;
  }
  return lasts;
}

/** The first piece from `from` up to `to` that cannot be a member; null where all can. */
function faultIn(pieces: readonly Piece[], from: number, to: number, sentence: string): number | null {
  for (let i = from; i < to; i++) if (!mayBeMember(shown(pieces[i]!, sentence))) return i;
  return null;
}

/** A list from the piece at `at` to the one at `last`, whose pieces in the middle may be members; null where it is none. */
function listFrom(pieces: readonly Piece[], at: number, last: number, sentence: string, registers: TextRegisters, quantities: Quantities): Listed | null {
  const first = pieces[at]!;
  const middle = pieces.slice(at + 1, last).map((piece) => shown(piece, sentence));
  const final = pieces[last]!;
  const etc = closing(final.text);
  const lastMember = etc ? shown(final, sentence, etc) : lastOf(shown(final, sentence), middle, registers);
  if (lastMember === null || !mayBeMember(lastMember)) return null;
  const cut = firstOf(first.text, [...middle, lastMember], registers);
  const members = [shown(first, sentence).slice(cut), ...middle, lastMember];
  if (!mayBeMember(members[0]!)) return null;
  if (pieces[at + 1]!.join === "，" && !mayPrecedeComma(first, cut, members, registers)) return null;
  const open = etc !== null;
  const end = final.start + lastMember.length + (open ? (final.text.startsWith("等等", etc) ? 2 : 1) : 0);
  const start = first.start + cut;
  const kinds = members.map((member) => kindOf(member, registers));
  const rule = reasonOf({ members, kinds, open, lead: backTo("，。；：", sentence, start), tail: sentence.slice(end), quantities });
  return rule && { start, end, members, open, rule };
}

/** A ， after the first member parts clauses, unless a word that opens lists stands before a name of the same kind as the next: 由甲局，乙局和丙局组成. */
function mayPrecedeComma({ text, join }: Piece, cut: number, members: readonly string[], registers: TextRegisters): boolean {
  const kind = kindOf(members[0]!, registers);
  if (!members.every((member) => isStrong(member, registers))) return false;
  return cut === 0 ? (join === "" || join === "，") && kind === kindOf(members[1]!, registers) : /[为由有是括于在对向]$/u.test(text.slice(0, cut));
}

const headOf = (text: string) => text.slice(0, closing(text) ?? LONGEST_MEMBER);

function goesOn({ text, join }: Piece, registers: TextRegisters): boolean {
  if (text === "" || text.length > LONGEST_MEMBER) return false;
  return join !== "，" || isStrong(text, registers);
}

function fromList(list: Listed, sentence: string, base: number, quantities: Quantities, time: TimeAt): Draft {
  const tail = sentence.slice(list.end);
  const count = countIn(tail, quantities);
  const behind = count || !list.open ? undefined : COUNT_BEHIND.exec(tail)?.groups!["count"];
  const lead = sentence.slice(0, list.start);
  const trinity = /^(?:构成|组成|形成)[^，。]{0,30}?“?(?<n>[三四五六七八])位一体”?/u.exec(tail);
  const claim = count || trinity ? null : countBefore(lead, quantities);
  const noun = (count ? COUNTED_HEAD : HEAD).exec(tail.slice(count?.end ?? 0))?.[0] ?? "";
  const end = list.end + (count ? count.end + noun.length : trinity ? trinity[0].length : 0);
  return {
    kind: "roster",
    start: base + list.start,
    end: base + end,
    category: categoryOf(list.open || count !== undefined, lead, noun, tail.slice(count?.end ?? 0)),
    members: [...list.members],
    open: list.open,
    claimedCount: count?.value ?? (behind ? Number(behind) : undefined) ?? claim?.value ?? (trinity ? "零一二三四五六七八".indexOf(trinity.groups!["n"]!) : null),
    claimedShare: null,
    claimedQualifier: count?.qualifier ?? (behind ? "exact" : undefined) ?? claim?.qualifier ?? (trinity ? "exact" : null),
    timePeriod: time.value,
    inferred: time.inferred,
    rule: `rosters/${list.rule}`,
  };
}

/** 等重点项目|36个. */
const COUNT_BEHIND = /^[^，。；：、\d]{2,10}(?<count>\d{1,4})(?:个|家|条|座|项|种|所|处)/u;

/** What is said of the members: the noun after 等, else the words before the list, else those after it. */
function categoryOf(isSaidAfter: boolean, lead: string, noun: string, tail: string): string {
  const clause = /[^，。；：、）]{0,30}/u.exec(tail)![0].replace(/(?:均|都|也)?(?:已)?(?:达到|达|为|超过)?\d*[%、]*$/u, "").replace(/(?:接近|近|约|逾|超过?|达到?|为|在)$/u, "");
  const before = backTo("，。；：", lead, lead.length).replace(/(?:分别|主要|具体)?(?:包括|下辖|辖|如|为|是|由|有|在|即)$/u, "").replace(/^(?:目前|其中|已)/u, "").slice(-30);
  const label = /(?<label>[^，。；：（）]{2,12})：$/u.exec(lead.slice(-14))?.groups!["label"];
  if (label !== undefined) return label;
  if (isSaidAfter && noun) return noun;
  return (isSaidAfter ? clause || before : before || clause) || noun || "名单";
}
