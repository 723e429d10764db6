/** The files of a new year, as they are laid out. Not here: writing them. */

export function yearFiles(year: number): { name: string; text: string }[] {
  return [
    { name: "edition.yaml", text: editionYaml(year) },
    { name: "corrections.yaml", text: correctionsYaml(year) },
    { name: "README.md", text: readme(year) },
  ];
}

function editionYaml(year: number): string {
  return `# The edition of ${year}: what it is called, which text stands where, which tables are made. Every key is here; build with \`make edition YEAR=${year}\`.

title: 中国电子政务年鉴                             # printed on the cover
titlePinyin: Zhongguo Dianzi Zhengwu Nianjian      # in pinyin, for the imprint
titleEn: China E-Government Yearbook               # printed on the title page
year: ${year}                                         # the year the edition is about
date: "${year + 1}-12-31"                                # date of the edition, YYYY-MM-DD in quotes: printed, and stamped into every file
revision: 1                                        # the number to begin at, r1; a build counts on from what was published
editor: 电子政务理事会                              # who compiles it
editorEn: E-Government Council
trim: 210x285                                      # size of the page, mm: 210x285, 185x260 or a4

# Texts printed before the columns, after the editorial notes: file names without .txt, as in [01-出版说明].
preface: []

# The columns (栏目), in printing order. id: small letters, digits and hyphens; texts: in printing order, as in preface.
columns:
  - id: state
    title: 国家机关与地方电子政务状况
    titleEn: E-Government in Central Bodies and the Regions
    texts: []
  - id: guidance
    title: 电子政务重要文件
    titleEn: Documents That Guided E-Government
    texts: []
  - id: reports
    title: 专题报告与观察评述
    titleEn: Reports and Observations
    texts: []
  - id: data
    title: 电子政务发展水平基础数据
    titleEn: Base Data on the Level of Development
    texts: []

# The id of the column that takes the texts which no column names, in the order of their names.
rest: reports

# Table rules, in printing order (docs/tables.md). \`defaults\` makes the usual tables and charts of all that the rules beside it leave: claimed shares, tiers,
# indicators, counts, rosters, transitions, documents, and the series that the years before this one make with it. A year needs no other rule.
#   rule     indicator: observations whose indicator ends in \`ends\` · shares: claimed shares beside the members listed · counts: things counted
#            series: one indicator over the years; with \`indicators: [names]\` those side by side, without it all in a summary with their changes
#            rosters, events, transitions, documents, assessments, observations: all facts of the kind
#   id       names the sheet and the CSV: small letters, digits and hyphens
#   title    gets the time of its facts where it names no year; titleEn comes from sources/registers/glossary.yaml where it is left out
#   figure   draws it: bar, column or dot (indicator, shares, counts), line or column (series with \`indicators\`), tiles (a square a province: indicator, shares,
#            rosters), timeline (events) · glance: true shows it in the year at a glance · figures: more of the same table, [{ kind, title, glance }]
# As in  - { rule: indicator, id: coverage, title: 业务信息化覆盖率, ends: 覆盖率, figure: bar, glance: true }
#        - { rule: series, id: users, title: 网民规模, indicators: [网民规模, 手机网民规模], figure: line }
tables:
  - { rule: defaults }

# Where a series can no longer be compared with the years before: nothing is computed across, its line is cut, and the reason is printed.
# As in  - { indicator: 政务微博总数, year: ${year}, why: ${year}年起由另一机构统计 }
breaks: []

# How the edition takes a difference that a check finds, by the check's name: note, warning or error. Where not said, as docs/checks.md has it, which
# lists and explains all checks; no check is an error unless it is made one here. An error stops the build: it leaves a draft, and nothing is published.
# As in  severities: { parts-total: error }    parts that do not add up to their total
severities: {}

# A repair less sure than this (0 to 1) is doubtful: listed in 资料质量 and marked in the workbook, for an editor to check against the original.
quality: { doubtfulBelow: 0.6 }

# bom: true begins each CSV with a byte order mark, so that Excel and WPS open it as UTF-8; false for programs that stumble over it.
csv: { bom: true }

# The book for a printing house beside the usual one: nianjian-${year}-press.pdf, its sheets larger than the trim. null makes none.
# As in  press: { bleed: 3, marks: true }    bleed: mm beyond the trim · marks: crop and registration marks
press: null
`;
}

function correctionsYaml(year: number): string {
  return `# Corrections of ${year}: of repairs before the texts are read, of facts after it. The texts themselves are not edited; what is corrected is listed in the edition,
# in the book under 资料质量 (三、勘误与编者订正) with who, when and why, in the workbook of facts on the sheet 订正.
#
# What a correction of a fact changes: the fact, and with it tables, figures, the year at a glance (年度要览), checks and data. What it does not: the running text of the
# book, which prints the words of the source, the old number too. A correction of a repair changes the marks of the running text as well, never its words.
#
# A fact that extraction drew from the texts:
#
#   - action: set                  set: change fields · drop: take the fact out · confirm: an editor has looked and it stands
#     quote: 覆盖率达到60%          words of the fact, raw or restored, that only one fact holds; or else
#     fact: "03-…:observation:1-9:1"   its id, from data/facts.jsonl (one of quote and fact)
#     kind: observation            narrows a quote to one kind: observation, event, roster, transition, document, assessment
#     text: 03-政务应用             narrows a quote to one text
#     set: { value: 61 }           fields and their new values; only with action: set
#     who: 编辑甲                   who signs for it
#     when: "${year + 1}-05-20"           the day, in quotes
#     why: 据原件改正                the reason, printed in the edition
#
# A fact that extraction missed. Fields that are not set are empty, as where the text does not say:
#
#   - action: add
#     text: 03-政务应用             the text, its file's name without .txt
#     quote: 建成热线三十二条         the words it rests on, as they stand in the file or in print; once in that text
#     kind: observation
#     set: { indicator: 热线, value: 32, unit: 条 }
#     (who, when, why as above, here and below)
#
# A repair, that is a mark that restoration put in. The text is read anew from it, and facts follow:
#
#   - action: set                  set: it reads otherwise · drop: the raw character stays · confirm: it is right, and no longer doubtful
#     repair: { text: 03-政务应用, around: "覆盖率为80［.］公安" }   words around, raw or as printed (the list of doubtful repairs has them), the place in ［］; or else
#     repair: { text: 03-政务应用, start: 46 }   its raw offset, from the sheet 修复 of the workbook
#     reads: "%；"                 what stands there: marks, with the characters of the raw text if ［］ holds any; "" for nothing; only with set and add
#   - action: add                  a repair where none was made; ［］ with nothing in it is between two characters
#     repair: { text: 03-政务应用, around: "公安［］国土" }
#     reads: "、"                  or, for a heading on a line of its own, its level: \`heading: 1\` and the whole heading in ［］
#
# A finding of the checks that an editor has seen and lets stand. An error that is confirmed no longer stops the build:
#
#   - action: confirm
#     finding: "two-values:03-政务应用:12-40"   its id, from \`nianjian check\` or the sheet 核对
#
# A correction that finds nothing, or more than one, stops the build and names the nearest: it never goes unnoticed.
corrections: []
`;
}

function readme(year: number): string {
  return `# ${year}

Put the year's raw texts here, one a file, numbered in reading order: \`01-….txt\`, \`02-….txt\`. UTF-8, UTF-16 or GB18030, damaged or whole.
A text's id is its file's name without \`.txt\`; a text that has been built is not edited, corrections go to \`corrections.yaml\`.

1. \`edition.yaml\`: set the title, the date and which text stands in which column; texts that no column names go to the column \`rest\`.
2. \`make edition YEAR=${year}\`: the edition is under \`outputs/${year}/\`.
3. Read 资料质量 in the book, or \`npm run -s nianjian -- check ${year}\`: what the checks found. Correct in \`corrections.yaml\`, build again.
`;
}
