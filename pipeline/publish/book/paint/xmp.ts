/** The packet of metadata (XMP, ISO 16684-1): title, author, dates, and what the file says that it conforms to. Not here: the file around it. */
import type { Form, PrintedBook } from "./form.ts";

export const CREATOR = "nianjian";
export const PRODUCER = "nianjian, pdfkit";

const NAMES = {
  dc: "http://purl.org/dc/elements/1.1/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
  pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
  pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  xmp: "http://ns.adobe.com/xap/1.0/",
} as const;

type Prefix = keyof typeof NAMES;

/** The packet as text; & and < of a title stay what they are. */
export function packetOf(book: Pick<PrintedBook, "title" | "author" | "subject" | "date">, { archive, tagged }: Pick<Form, "archive" | "tagged">): string {
  const date = `${book.date}T00:00:00Z`;
  const parts = [
    about(["dc"], `<dc:title>${alternatives(book.title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${escaped(book.author)}</rdf:li></rdf:Seq></dc:creator><dc:description>${alternatives(book.subject)}</dc:description>`),
    about(["xmp"], `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>`),
    about(["pdf"], `<pdf:Producer>${PRODUCER}</pdf:Producer>`),
    ...(archive === null ? [] : [about(["pdfaid"], `<pdfaid:part>${archive[0]}</pdfaid:part><pdfaid:conformance>${archive[1]!.toUpperCase()}</pdfaid:conformance>`)]),
    ...(archive === "3a" && tagged ? [about(["pdfuaid"], "<pdfuaid:part>1</pdfuaid:part>"), EXTENSION] : []),
  ];
  return [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    ...parts,
    "</rdf:RDF></x:xmpmeta>",
    `<?xpacket end="w"?>`,
  ].join("\n");
}

function about(prefixes: readonly Prefix[], body: string): string {
  return `<rdf:Description rdf:about="" ${prefixes.map((prefix) => `xmlns:${prefix}="${NAMES[prefix]}"`).join(" ")}>${body}</rdf:Description>`;
}

/** PDF/A knows no pdfuaid: a schema it does not know must be described in the packet (ISO 19005-3, 6.6.2.3). */
const EXTENSION = about(["pdfaExtension", "pdfaSchema", "pdfaProperty"], [
  `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">`,
  `<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMES.pdfuaid}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>`,
  `<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">`,
  `<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>`,
  `</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`,
].join(""));

const alternatives = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => text.replace(/[&<>]/gu, (sign) => ENTITIES[sign]!);
