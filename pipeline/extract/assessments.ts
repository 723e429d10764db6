/** Assessments: what a text praises, sees coming, finds wanting or calls for, a clause or a pair of clauses each. Not here: whether it is so. */
import type { Told } from "./rule.ts";
import type { Assessment } from "../../schemas/fact.ts";
import type { Clause, Draft, TextInHand } from "./draft.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { transitionsIn } from "./transitions.ts";

type Stance = Assessment["stance"];

/** A cue: words that make a clause a judgement. The first of the list that reads a clause gives its stance. */
export interface Cue extends Told {
  readonly stance: Stance;
  /** Group `object` or `subject`: what the judgement is about; else it is what stands before the cue. */
  readonly pattern: RegExp;
}

/** A judgement as it stands in a passage: from clause `first` to clause `last`. */
interface Found {
  readonly first: number;
  readonly last: number;
  readonly stance: Stance;
  readonly topic: string;
  /** The cue that reads it, or TURNING. */
  readonly rule: string;
}

/** The rule of a judgement that no cue reads: a transition that is said to be under way. */
const TURNING = "transition-under-way";

export const cues: readonly Cue[] = [
  {
    name: "only-then",
    says: "只有…才: what alone would do",
    stance: "recommendation",
    pattern: /^(?:只有|唯有|惟有)(?<object>.+)$/u,
    examples: { "只有统一标准，": ["recommendation"], "唯有统一标准，": ["recommendation"] },
    leaves: ["全县只有统一标准，"],
  },
  {
    name: "urgent",
    says: "亟待, 有待: what is urgent",
    stance: "recommendation",
    pattern: /(?:急需|亟需|亟待|亟须|迫切需要|有待)(?<object>.+)$/u,
    examples: { "急需配备专职人员，": ["recommendation"], "存储设施亟待扩容，": ["recommendation"] },
    leaves: [],
  },
  {
    name: "ought",
    says: "应, 必须, 需要: what ought to be",
    stance: "recommendation",
    pattern: /^(?:[^，]{0,10}?)(?<![供适相反响对效感呼照报])(?:应(?!用|急|对|届|邀|有|收|变|付|税|聘|声|运|试)该?当?|必须|务必|(?<![要需供急必])需要(?!、|的|[^，]{1,6}的))(?<object>.+)$/u,
    examples: { "今后应以县级馆藏为主，": ["recommendation"], "各馆必须开放目录，": ["recommendation"], "需要建立备份制度，": ["recommendation"] },
    leaves: ["推广应用示范，", "相应调整，", "提升应急能力，", "需要修复的卷宗增多，"],
  },
  {
    name: "must",
    says: "要…: a call to act",
    stance: "recommendation",
    pattern: /^(?:我们|各[^，]{1,6}|一定|还|也|都|仍|今后|特别|尤其|更)?要(?!求|么|素|点|是|件|塞|闻|旨|地|道)(?<object>.{4,})$/u,
    examples: { "要统一目录格式，": ["recommendation"], "各部门要按期报送数据，": ["recommendation"] },
    leaves: ["要求各馆报送，", "要素市场活跃，", "既要快又要稳，"],
  },
  {
    name: "lacks",
    says: "缺乏, 缺少",
    stance: "problem",
    pattern: /(?:缺乏|缺少|缺失|欠缺)(?<object>[^，]*)$/u,
    examples: { "基层缺少专职人员，": ["problem"], "馆际缺乏稳定的交换机制，": ["problem"] },
    leaves: [],
  },
  {
    name: "has-not",
    says: "没有, 尚未, 无法",
    stance: "problem",
    pattern: /(?<!有)(?:(?<![就便])(?:尚|还|仍|也|并)?没有(?!条件|理由|出现|发生)(?:真正)?(?:建立|形成|实现|做到|将|把)?|尚未|并未|未能|仍未|还未|迄今未|至今未|无法|(?<=[仍还尚却])不能|不能(?=满足|适应|有效|及时|很好|完全)|既无|又无|缺位)(?<object>.*)$/u,
    examples: { "馆际没有形成交换制度，": ["problem"], "目录尚未统一，": ["problem"], "仍无法与省馆对接，": ["problem"], "既无经费，": ["problem"] },
    leaves: ["丝毫不能放松，", "就没有安全，", "有没有人在场，"],
  },
  {
    name: "hard-to",
    says: "难以, 困难",
    stance: "problem",
    pattern: /(?:难以|难于|(?<![困艰疑灾万两为攻避])难(?=共享|协同|统一|推广|落地|见效|持续|协调|到位|执行)).*$|(?:困难|吃力|艰难)(?:较大|突出|重重|不少|很多)?$/u,
    examples: { "各馆数据难以互通，": ["problem"], "业务难协同，": ["problem"], "经费筹措困难，": ["problem"] },
    leaves: ["帮扶困难群众，", "攻克难关，"],
  },
  {
    name: "fault",
    says: "薄弱, 滞后, 不健全: a fault that ends the clause",
    stance: "problem",
    pattern: /(?:严重(?!处罚)|薄弱|滞后|落后|混乱|脱节|失衡|(?<!并|也)不足(?!\d|[一二两三四五六七八九十百])|不够|不强|不高|不均|不优|不畅|不深|不实|不健全|不完善|不平衡|不充分|不协调|不到位|不合理|不统一|不规范|不一致的问题|偏低|偏高|偏弱|偏小|(?:很|较|过|相对)(?:低|弱|差|少)|弱势(?:的?地位)?|各自为政|各行其是|各行其事|(?:问题|矛盾|风险|冲突|短板).{0,6}(?:突出|加大|加剧|增多|凸显|尖锐|较多))$/u,
    examples: { "基层力量薄弱，": ["problem"], "馆藏数字化不足，": ["problem"], "供需矛盾日益突出，": ["problem"], "各馆各自为政，": ["problem"], "编目水平很低，": ["problem"] },
    leaves: ["不足9人，", "改善薄弱环节，"],
  },
  {
    name: "bad-state",
    says: "条块割裂的状况",
    stance: "problem",
    pattern: /(?:各自为政|各行其是|条块分割|分割|分散|割裂|脱节|混乱|失衡|(?:横|纵|重).{0,3}弱|被动|孤岛).{0,14}的?(?:局面|格局|状况|现象|状态|问题)$/u,
    examples: { "留下条块割裂的状况，": ["problem"], "形成多头分割的格局，": ["problem"] },
    leaves: ["形成统筹协调的格局，"],
  },
  {
    name: "self-interest",
    says: "以本部门利益为先, 面临压力, 短板存在",
    stance: "problem",
    pattern: /以本(?:部门|单位|地区|地|行业|系统).{0,8}利益.{0,6}(?:为目标|为先|为重|为中心|出发)|(?:瓶颈|短板|隐患|弊端|顽疾)(?:依然|仍然|仍|较|还|十分)?(?:存在|明显|突出|不少|较多)|面临.{0,12}(?:困难|挑战|压力|瓶颈)/u,
    examples: { "往往以本单位利益为先，": ["problem"], "人才短板仍然存在，": ["problem"], "面临经费压力，": ["problem"] },
    leaves: ["补齐短板，"],
  },
  {
    name: "won",
    says: "取得…成效, 成效显著",
    stance: "achievement",
    pattern: /(?:取得|收获|获得|赢得)了?(?!的)[^，]{0,12}(?:成果|成效|成绩|进展|突破|成就|效益|实效|胜利|好评)$|(?:成效|成果|效果|成绩|效益)(?:十分|非常|更加|更为)?(?:显著|明显|突出|斐然|良好|丰硕)$|卓有成效/u,
    examples: { "试点取得了初步成效，": ["achievement"], "整理工作成效显著，": ["achievement"] },
    leaves: ["取得的成效参差不齐，"],
  },
  {
    name: "foundation",
    says: "奠定基础, 提供了保障",
    stance: "achievement",
    pattern: /(?:奠定|打下|夯实|筑牢)了?[^，]{0,8}(?:基础|根基)$|(?:提供|创造)了[^，]{0,10}(?:保障|支撑|条件|经验|范例|样板)$/u,
    examples: { "为联网检索打下扎实基础，": ["achievement"], "为后续工作提供了有力保障，": ["achievement"] },
    leaves: ["打牢工作基础薄弱的地区，"],
  },
  {
    name: "to-the-full",
    says: "充分发挥了…, 得到有效改善",
    stance: "achievement",
    pattern: /(?:充分|有效|有力|成功)(?:地)?(?:发挥|验证|展现|展示|体现|检验|证明|释放|激发|保障)了(?<object>.*)$|得到(?:了)?(?:充分|有效|全面|切实|明显|显著|普遍)(?:的)?(?:发挥|验证|检验|展现|体现|保障|改善|提升|提高|认可|好评)$/u,
    examples: { "系统充分发挥了集中存储的优势，": ["achievement"], "性能得到充分检验，": ["achievement"] },
    leaves: ["充分发挥馆藏作用，"],
  },
  {
    name: "brought-about",
    says: "…促进了…: what something did",
    stance: "achievement",
    pattern: /^(?<subject>(?!通过|以|为)[^，]{3,30}?)(?:有力|有效|极大|大大|切实)?(?:地)?(?:推动|促进|提升|提高|带动|增强|改善)了.+$/u,
    examples: { "目录共享促进了馆际合作，": ["achievement"] },
    leaves: ["促进了馆际合作，", "促进馆际合作，"],
  },
  {
    name: "good-state",
    says: "初具规模, 显著提升, 处于领先水平",
    stance: "achievement",
    pattern: /(?:已具雏形|初具雏形|初具规模|已具规模|已?初步(?:成形|成型|建成)|日臻完善|显著(?:提升|提高|增强|改善|增加)|明显(?:提升|提高|增强|改善|好转|加快)|大幅(?:提升|提高)|再上新台阶|迈上新台阶|再创新高|走在.{0,8}前列|(?:位居|居|处于).{0,8}(?:前列|领先(?:地位|水平)?|较高水平|先进水平)|(?:普遍)?(?:较高|很高|领先|良好|平稳有序))$/u,
    examples: { "检索体系初具规模，": ["achievement"], "利用率较高，": ["achievement"], "服务能力显著提升，": ["achievement"], "开放率处于较高水平，": ["achievement"] },
    leaves: ["较高的利用率来自集中存储，"],
  },
  {
    name: "under-way",
    says: "正处于, 正在形成",
    stance: "trend",
    pattern: /(?<!修|改|纠|订|校|公|真|反)正(?:处在|处于|朝着?|向着?|加速|加快|逐步|逐渐|日益|成为|经历|由|从)|正在(?=经历|成为|形成|变|转|改变|走|迈|逐|加快|加速|发生|兴起|崛起|从|由|向|朝|深刻)/u,
    examples: { "馆藏利用正处于转型阶段，": ["trend"], "检索方式正在变化，": ["trend"] },
    leaves: ["订正在后，", "县馆正在编制目录，"],
  },
  {
    name: "towards",
    says: "朝…方向发展, 呈…趋势",
    stance: "trend",
    pattern: /(?:朝着?|向着)[^，]{2,30}(?:方向|目标|道路)?(?:迈进|前行|发展|前进|演进)$|发生(?:了)?[^，]{0,6}(?:变革|变化|转变)$|(?:呈|呈现|出现)(?:出)?[^，]{1,14}(?:趋势|态势|势头)$|(?:成为|渐成|趋于|趋向)[^，]{1,12}(?:趋势|潮流|常态|主角|主流|热点)?$/u,
    examples: { "编目方式发生深刻变化，": ["trend"], "馆际合作朝着常态化方向发展，": ["trend"], "自助查档渐成主流，": ["trend"] },
    leaves: ["向省馆发展处报送，"],
  },
  {
    name: "gradually",
    says: "…逐渐…, …开始…",
    stance: "trend",
    pattern: /^(?<subject>(?!通过|以|为|对|把|将|从|在|并|使|让|实现|推动|促进|引导)[^，]{4,24}?)(?:逐渐|逐步|日益(?!增长的)|日趋|越来越|愈加|愈发|(?<!年)开始)(?!.*(?:突出|推广|解决))[^，]{2,}$/u,
    examples: { "社会力量逐渐加入进来，": ["trend"], "自助查档开始唱主角，": ["trend"] },
    leaves: ["逐步提高开放率，", "在试点中逐步推广，"],
  },
];

/** A clause that judges nothing: an aim, an occasion, a condition, a count. */
const SETS_ASIDE = /^(?:随着|针对|旨在|意在|为了|以便|以免|避免|防止|杜绝|如果|若|凡|对于|或者?(?!许)|虽然|尽管|无论|不论)|^为(?!.*(?:奠定|打下|提供了|创造了))|^对[^，]*的|(?:的|者)$|以[及来]$|(?:\d|[一二三四五六七八九十])%|超过(?:半数|一半)/u;
/** What a clause sets out to mend it does not find fault with: 解决困难, 克服不足. */
const REMEDIES = /解决|克服|化解|破解|改变|帮扶|帮助|战胜|应对|关心|消除|整治|扭转/u;
/** 第…条: a text in articles commands; it does not judge. */
const ARTICLE = /第[一二三四五六七八九十百]+条/gu;
const CONNECTIVES = /^(?:因此|为此|所以|总之|同时|目前|当前|今后|未来|下一步|近年来)$/u;
const FRONTED = /^(?:在|对|对于|针对|今后|未来|当前|目前)[^，]*(?:中|内|上|下|时|后|里|间|期|时期|期间|以来|来看)?$|^[^，]{2,12}(?:以来|期间|时期)$/u;

/** Assessments of a text, in order. */
export function assessments(text: TextInHand): Draft[] {
  if ((text.restored.text.match(ARTICLE)?.length ?? 0) >= 3) return [];
  return passagesOf(text).flatMap((passage) =>
    assessmentsIn(passage)
      .map(({ first, last, stance, topic, rule }) => ({ kind: "assessment" as const, start: passage.clauses[first]!.start, end: passage.clauses[last]!.end, stance, topic, rule: `assessments/${rule}` })),
  );
}

/** The judgements of a passage. Within a transition only a fault that opens it, or a 正 that says it is under way, is a judgement of its own. */
export function assessmentsIn(passage: Passage): Found[] {
  const within = transitionsIn(passage);
  const judged = passage.clauses.map((clause, i) => {
    if (clause.text.startsWith("没有") && /^[就便]/u.test(passage.clauses[i + 1]?.text ?? "")) return null; // 没有A，就没有B
    const transition = within.find((t) => passage.start + t.start < clause.end && clause.start < passage.start + t.end);
    const cue = cueOf(clause.text);
    if (!transition) return cue;
    if (/正(?:在|逐步|逐渐|加快|加速)?[由从]/u.test(clause.text)) return { stance: "trend" as const, topic: transition.subject, rule: TURNING };
    const opensUnframed = passage.start + transition.start === clause.start && clause.text.endsWith(transition.from);
    return opensUnframed && cue?.stance === "problem" ? cue : null;
  });
  return joined(passage.clauses, judged);
}

type Judged = { stance: Stance; topic: string; rule: string } | null;

function cueOf(clause: string): Judged {
  if (SETS_ASIDE.test(clause)) return null;
  const bare = clause.replace(/《[^《》]*》/gu, "《》").replace(/^(?:但是?|然而|而且|而|并且|同时|因此|因而|从而|此外|另外|可见)(?=.{3})/u, "");
  for (const { name, pattern, stance } of cues) {
    const match = pattern.exec(bare);
    if (match && !(isFault(name) && REMEDIES.test(bare))) return { stance, topic: topicOf(bare, match), rule: name };
  }
  return null;
}

const isFault = (name: string) => name === "hard-to" || name === "fault" || name === "bad-state";

/** Judgements with the clauses that belong to them: a fronted phrase before, a cause and its consequence, 只有… and its 才…. */
function joined(clauses: readonly Clause[], judged: readonly Judged[]): Found[] {
  const out: Found[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const here = judged[i];
    if (!here) continue;
    let last = i;
    while (last + 1 < clauses.length && belongs(clauses[last]!, clauses[last + 1]!, here.stance, judged[last + 1] ?? null)) last++;
    out.push({ first: fronted(clauses, i), last, ...here });
    i = last;
  }
  return out;
}

function belongs(clause: Clause, next: Clause, stance: Stance, judgedNext: Judged): boolean {
  if (/^(?:只有|唯有|惟有)/u.test(clause.text)) return /^(?:才|方|就)/u.test(next.text);
  if (stance === "recommendation") return false;
  if (judgedNext?.stance !== "problem" || stance !== "problem") return false;
  const carriesOn = /^(?:使得|致使|造成|又无|又没有|也不)/u.test(next.text);
  const governsNext = /^(?:由于|因为?|导致|结果|既|一方面|(?:直接)?(?:造成|导致|形成)了?.*(?:各自为政|分割|分散)$)/u.test(clause.text);
  const isTail = clause.mark === "、" && next.text.length <= 8 && !next.text.startsWith("结果");
  return carriesOn || governsNext || isTail;
}

function fronted(clauses: readonly Clause[], at: number): number {
  const before = clauses[at - 1];
  return before?.mark === "，" && (CONNECTIVES.test(before.text) || (before.text.length <= 24 && FRONTED.test(before.text))) ? at - 1 : at;
}

/** What is judged: the object after the cue, its attributes aside, or else what stands before the cue. */
function topicOf(clause: string, match: RegExpExecArray): string {
  const subject = match.groups?.["subject"];
  if (subject) return subject.replace(/^(?:目前|当前|如今)，?|(?:已|正|也|更)+$/gu, "");
  const object = match.groups?.["object"];
  const named = object ? object.replace(/^(?:真正|建立|形成|实现|加强|完善|健全|加快|推进|将|把|以|与)+/u, "").replace(/^.*[^的]的(?=[^的]{2,}$)/u, "") : "";
  const before = clause
    .slice(0, match.index)
    .replace(/^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十\d]+[、.]|由于|因为|特别是|使得?|(?:直接)?(?:造成|导致)|形成|结果|目前|当前|如今|我国)+/u, "")
    .replace(/(?:仍|还|也|已经|已|均|都|往往|逐渐|逐步|日益|愈加|相对|较为|普遍|并|处于|同样|的)+$/u, "");
  return named.length >= 2 ? named : before.length >= 2 ? before : clause;
}
