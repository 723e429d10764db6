/** Rules 8 to 12: notes, what stands above a table, foot, colour, links. */
import { isData, isStatistical, isWithin, linesOf, type Opened, type OpenSheet, placeOf } from "./read.ts";
import type { Rule } from "./rule.ts";
import { all, textOf } from "./xml.ts";

export const wordRules: Rule[] = [
  { number: 8, name: "notes are [注1] in titles, heads or a column of notes; each is in the table of notes, each of those is used", faults: noteFaults },
  { number: 9, name: "A1 is the title; then what the sheet holds, unit, source; the table at column A, nothing below, one a sheet, no row between", faults: ({ sheets }) => sheets.flatMap((sheet) => [...placeFaults(sheet), ...(isStatistical(sheet) ? titleFaults(sheet) : [])].map((fault) => `${sheet.name}: ${fault}`)) },
  { number: 10, name: "nothing is said in feet or text boxes alone", faults: footFaults },
  { number: 11, name: "no fill, no colour alone, contrast of 4.5 : 1 and more", faults: colourFaults },
  { number: 12, name: "the text of a link names its target", faults: linkFaults },
];

const MARK = /\[注\d+\]/gu;

function noteFaults({ sheets }: Opened): string[] {
  const table = sheets.find(({ name }) => name === "注");
  const listed = [...(table?.cells.values() ?? [])].filter(({ column, value }) => column === 1 && /^\[注\d+\]$/u.test(String(value))).map(({ value }) => String(value));
  const used = new Set<string>();
  const faults = sheets.filter((sheet) => isStatistical(sheet)).flatMap((sheet) => {
    for (const [mark] of String(sheet.cells.get("A1")?.value).matchAll(MARK)) used.add(mark);
    return [...sheet.cells.values()].flatMap((cell) => [
      ...(/[①-⑳⁰-⁹¹²³]/u.test(String(cell.value)) ? [`${sheet.name} ${cell.ref}: ${String(cell.value)} has a raised mark`] : []),
      ...(cell.row > 1 && sheet.tables.some(({ range }) => isWithin(cell, range) && cell.row > range.top) && MARK.test(String(cell.value)) ? [`${sheet.name} ${cell.ref}: a note in the body`] : []),
      ...[...(cell.row === 1 ? String(cell.value).matchAll(MARK) : [])].filter(([mark]) => !linesOf(sheet).some(({ row, value }) => row > 1 && String(value).startsWith(mark))).map(([mark]) => `${sheet.name}: the words of ${mark} are not above the table`),
    ]);
  });
  return [
    ...faults,
    ...[...used].filter((mark) => !listed.includes(mark)).map((mark) => `${mark} is not in the table of notes`),
    ...listed.filter((mark) => !used.has(mark)).map((mark) => `${mark} is not used`),
    ...sheets.filter(({ related }) => related.some(({ type }) => type === "comments")).map(({ name }) => `${name} has comments, which few readers speak`),
  ];
}

function placeFaults(sheet: OpenSheet): string[] {
  const title = sheet.cells.get("A1");
  const [table, ...more] = sheet.tables;
  const bottom = Math.max(0, ...[...sheet.cells.values()].filter(({ value }) => value !== "").map(({ row }) => row));
  const rows = new Set(linesOf(sheet).map(({ row }) => row));
  return [
    ...(title?.isText && title.value !== "" ? [] : ["A1 has no title"]),
    ...more.map(({ name }) => `${name} is a second table`),
    ...(table && table.range.left !== 1 ? [`${table.name} begins at column ${table.range.left}`] : []),
    ...(table && bottom > table.range.bottom ? [`row ${bottom} stands below ${table.name}`] : []),
    ...Array.from({ length: (table?.range.top ?? 1) - 1 }, (_, n) => n + 1).filter((row) => !rows.has(row)).map((row) => `row ${row} above the table is empty`),
    ...(table && !linesOf(sheet).some(({ value }) => /[本页簿].*\d+(?:表|个数据页)/u.test(String(value))) ? ["it is not said how many tables there are"] : []),
  ];
}

/** Number, what, where and when, in the title; unit and source below. Where and when stand in the title only where all rows share them. */
function titleFaults(sheet: OpenSheet): string[] {
  const title = String(sheet.cells.get("A1")?.value);
  const lines = linesOf(sheet).map(({ value }) => String(value));
  return [
    ...(/^表\S+ \S/u.test(title) ? [] : [`${title} has no number`]),
    ...(["单位：", "资料来源："].filter((words) => !lines.some((line) => line.startsWith(words) && line.length > words.length)).map((words) => `no line says ${words}`)),
    ...["…", "—"].filter((sign) => [...sheet.cells.values()].some((cell) => cell.value === sign) && !lines.some((line) => line.includes("用符号") && line.includes(sign))).map((sign) => `${sign} is used and not told`),
  ];
}

/** A foot says the title and the revision, which the cover says, the sheet's name and the page. */
function footFaults({ sheets, trees, core }: Opened): string[] {
  const title = textOf(all(core, "dc:title")[0]);
  const cover = [...(sheets[0]?.cells.values() ?? [])].map(({ value }) => String(value)).join(" ");
  return [
    ...sheets.flatMap((sheet) => all(sheet.xml, "headerFooter").flatMap(({ children }) => children).flatMap((foot) => {
      const words = textOf(foot).replace(/&&/gu, "\u0000").replace(/&(?:[LCRPN]|\d+)/gu, " ").replaceAll("\u0000", "&");
      const rest = words.replace(title, " ").replace(sheet.name, " ").replace(/第\s+页，共\s+页/u, " ").split(/\s+/u).filter((word) => word !== "" && !cover.includes(word));
      return rest.map((word) => `${sheet.name}: only the ${foot.name} says ${word}`);
    })),
    ...[...trees].filter(([path]) => path.startsWith("xl/drawings/")).flatMap(([path, drawing]) => [...all(drawing, "xdr:sp"), ...all(drawing, "xdr:txBody")].map(() => `${path}: a text box`)),
  ];
}

function colourFaults({ sheets, trees }: Opened): string[] {
  return [
    ...sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap(({ ref, look }) => [
      ...(look.hasFill ? [`${sheet.name} ${ref} is filled`] : []),
      ...(contrast(look.font.colour) < 4.5 ? [`${sheet.name} ${ref}: ${look.font.colour} on white is ${contrast(look.font.colour).toFixed(1)} : 1`] : []),
      ...(/\[(?:red|blue|green|color)/iu.test(look.format) ? [`${sheet.name} ${ref}: colour alone tells what ${look.format} tells`] : []),
    ])),
    ...sheets.flatMap((sheet) => all(sheet.xml, "conditionalFormatting").map(() => `${sheet.name}: a format that only shows colour`)),
    ...[...trees].filter(([path]) => path.startsWith("xl/charts/chart")).flatMap(([path, chart]) => {
      const series = all(chart, "c:ser");
      return series.length > 1 && all(chart, "c:legend").length === 0 ? [`${path}: ${series.length} series without a legend`] : [];
    }),
  ];
}

/** Contrast on white (WCAG 2.2, 1.4.3). */
function contrast(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

/** A link stays in its book; what it says is in the cell it leads to, or names the sheet. */
function linkFaults({ sheets }: Opened): string[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return sheets.flatMap((sheet) => sheet.links.flatMap(({ ref, location, node }): string[] => {
    const where = `${sheet.name} ${ref}`;
    const text = String(sheet.cells.get(ref)?.value ?? "");
    const [, name, cell] = /^'([^']+)'!([A-Z]+\d+)$/u.exec(location) ?? [];
    const target = byName.get(name ?? "");
    if (node.attributes["r:id"] !== undefined) return [`${where} leads out of the book`];
    if (target === undefined || cell === undefined) return [`${where} leads to ${location}, which is not there`];
    if (text === "") return [`${where} is a link without words`];
    const there = target.cells.get(cell);
    if (there === undefined || there.value === "") return [`${where} leads to ${location}, which is empty`];
    // A list leads to the first of its items.
    return text.includes(target.name) || text.split("; ")[0] === String(there.value) || (isData(target) && placeOf(cell).row > 1 && text.startsWith(String(there.value))) ? [] : [`${where}: ${text} does not name ${location}`];
  }));
}
