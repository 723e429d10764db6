/** Rules 19 to 22, our own: the package, its relationships, the order of children that the schema asks (ISO 29500-1), print set-up. */
import { all, child, first, type Node, textOf } from "./xml.ts";
import { isStatistical, type Opened, relationsOf } from "./read.ts";
import type { Rule } from "./rule.ts";

export const formRules: Rule[] = [
  { number: 19, name: "every part has a content type, every relationship leads to a part of the book", faults: packageFaults },
  { number: 20, name: "children stand in the order of the schema", faults: orderFaults },
  { number: 21, name: "no cell holds what Excel repairs: not a number, beyond the limits, a formula where none was meant", faults: cellFaults },
  { number: 22, name: "print: fitted to the width, heads again, a foot with page numbers, rows as high as their lines", faults: printFaults },
];

function packageFaults({ trees }: Opened): string[] {
  const types = trees.get("[Content_Types].xml")!;
  const typed = new Set(all(types, "Override").map(({ attributes }) => attributes["PartName"]!.slice(1)));
  const byEnd = new Set(all(types, "Default").map(({ attributes }) => attributes["Extension"]!));
  const owners = [...trees.keys()].filter((path) => path.endsWith(".rels")).map((path) => path.replace("_rels/", "").replace(/\.rels$/u, ""));
  return [
    ...[...typed].filter((path) => !trees.has(path)).map((path) => `${path} has a type and is not there`),
    ...[...trees.keys()].filter((path) => path !== "[Content_Types].xml" && !path.endsWith(".rels") && !typed.has(path) && (!byEnd.has(path.split(".").at(-1)!) || /^xl\/(?:worksheets|charts|drawings|tables)\/[^/]+\.xml$/u.test(path))).map((path) => `${path} has no type of its own`),
    ...owners.filter((owner) => owner !== "").flatMap((owner) => relationsOf(trees, owner).flatMap(({ path, isExternal }) => (isExternal ? [`${owner} leads out of the book`] : trees.has(path) ? [] : [`${owner} leads to ${path}, which is not there`]))),
  ];
}

/** The children that we write, in the order of their complex types. */
const ORDER: Readonly<Record<string, string>> = {
  worksheet: "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  table: "autoFilter sortState tableColumns tableStyleInfo extLst",
  "c:chartSpace": "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotFmts c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst",
  "c:chart": "c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst",
  "c:plotArea": "c:layout c:barChart c:lineChart c:scatterChart c:catAx c:valAx c:dTable c:spPr c:extLst",
  "c:title": "c:tx c:layout c:overlay c:spPr c:txPr c:extLst",
  "c:legend": "c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr c:extLst",
  "c:barChart": "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId c:extLst",
  "c:lineChart": "c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId c:extLst",
  "c:barChart/c:ser": "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape c:extLst",
  "c:lineChart/c:ser": "c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth c:extLst",
  "c:ser/c:marker": "c:symbol c:size c:spPr c:extLst",
  "c:dLbls": "c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines c:extLst",
  "c:catAx": "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst",
  "c:valAx": "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst",
  "c:scaling": "c:logBase c:orientation c:max c:min c:extLst",
  "c:numCache": "c:formatCode c:ptCount c:pt c:extLst",
  "c:strCache": "c:ptCount c:pt c:extLst",
  "xdr:oneCellAnchor": "xdr:from xdr:ext xdr:sp xdr:grpSp xdr:graphicFrame xdr:cxnSp xdr:pic xdr:clientData",
  "xdr:graphicFrame": "xdr:nvGraphicFramePr xdr:xfrm a:graphic",
};

function orderFaults({ trees }: Opened): string[] {
  return [...trees].filter(([path]) => /^xl\/(?:worksheets|tables|charts|drawings)\/[^/]+\.xml$/u.test(path)).flatMap(([path, tree]) => misplaced(tree, "").map((fault) => `${path}: ${fault}`));
}

function misplaced(node: Node, owner: string): string[] {
  const order = (ORDER[`${owner}/${node.name}`] ?? ORDER[node.name])?.split(" ");
  const places = node.children.map(({ name }) => order?.indexOf(name) ?? 0);
  const own = order === undefined ? [] : node.children.flatMap(({ name }, index) => (places[index]! < 0 ? [`${name} is no child of ${node.name}`] : index > 0 && places[index]! < places[index - 1]! ? [`${name} stands after ${node.children[index - 1]!.name} in ${node.name}`] : []));
  return [...own, ...node.children.flatMap((one) => (one.name === "sheetData" ? [] : misplaced(one, node.name)))];
}

const MAX_CHARACTERS = 32_767;
const MAX_LINE_FEEDS = 253;
const MAX_LINKS = 65_530;

function cellFaults({ sheets, parts }: Opened): string[] {
  const ids = [...parts].filter(([path]) => /vmlDrawing/u.test(path)).flatMap(([path, part]) => [...part.matchAll(/data="(\d+)"/gu)].map(([, data]) => ({ path, data })));
  return [
    ...sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap(({ ref, value, formula, isText }) => [
      ...(!isText && value !== "" && !Number.isFinite(value) ? [`${sheet.name} ${ref}: ${value} is no number`] : []),
      ...(isText && String(value).length > MAX_CHARACTERS ? [`${sheet.name} ${ref} has ${String(value).length} characters`] : []),
      ...(isText && String(value).split("\n").length - 1 > MAX_LINE_FEEDS ? [`${sheet.name} ${ref} has ${String(value).split("\n").length - 1} line feeds`] : []),
      ...(formula !== null && /^=|^$|WEBSERVICE|HYPERLINK\("(?!#)|\bcmd\b|\[\d*\]|'?https?:/iu.test(formula) ? [`${sheet.name} ${ref}: the formula ${formula}`] : []),
      ...(formula !== null && isText && String(value) === "" ? [`${sheet.name} ${ref}: a formula without a result`] : []),
    ])),
    ...sheets.filter(({ links }) => links.length > MAX_LINKS).map(({ name, links }) => `${name} has ${links.length} links`),
    ...ids.filter(({ data }, index) => ids.findIndex((other) => other.data === data) < index).map(({ path, data }) => `${path}: the shapes ${data} stand twice`),
  ];
}

/** Points that a row of one line needs at the size of the body. */
const ONE_LINE = 14;

function printFaults({ sheets, workbook }: Opened): string[] {
  const named = all(workbook, "definedName").filter(({ attributes }) => attributes["name"] === "_xlnm.Print_Titles");
  return sheets.flatMap((sheet, index) => {
    const setup = first(sheet.xml, "pageSetup")?.attributes ?? {};
    const foot = textOf(first(sheet.xml, "oddFooter"));
    const titles = named.filter(({ attributes }) => attributes["localSheetId"] === String(index)).map(textOf);
    const heights = new Map(all(sheet.xml, "row").map(({ attributes }) => [Number(attributes["r"]), Number(attributes["ht"] ?? 0)]));
    const rows = Math.max(0, ...sheet.tables.map(({ range }) => range.bottom - range.top));
    return [
      // A table may be pressed into one page with its chart; else it takes as many as it is high.
      ...(all(sheet.xml, "pageSetUpPr").some(({ attributes }) => ["1", "true"].includes(attributes["fitToPage"] ?? "")) && (setup["fitToHeight"] === "0" || first(sheet.xml, "drawing") !== undefined) ? [] : ["is not fitted to the width"]),
      ...(["portrait", "landscape"].includes(setup["orientation"] ?? "") ? [] : ["has no orientation"]),
      ...(["8", "9"].includes(setup["paperSize"] ?? "") ? [] : ["is on no A4 or A3"]),
      ...(/&P.*&N/u.test(foot) ? [] : ["has no page numbers"]),
      ...(rows > 60 && titles.length === 0 ? ["its heads do not come again"] : []),
      ...titles.filter((title) => !title.startsWith(`'${sheet.name}'!$`)).map((title) => `repeats ${title}`),
      ...[...sheet.cells.values()].filter(({ value, look, row }) => value !== "" && (heights.get(row) ?? 0) < Math.min(409, Math.max(ONE_LINE, look.font.size * 1.2))).slice(0, 3).map(({ ref }) => `${ref}: its row is too low`),
      ...(isStatistical(sheet) && child(sheet.xml, "headerFooter") === undefined ? ["has no foot"] : []),
    ].map((fault) => `${sheet.name} ${fault}`);
  });
}
