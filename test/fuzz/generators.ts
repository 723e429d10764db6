/** What is fed to the stages: texts that look like a yearbook's and are damaged, bytes that are none, edition.yaml and corrections.yaml with mistakes in them. Not here: what must hold. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { yearFiles } from "../../pipeline/commands/year-files.ts";
import { gb18030 } from "./gb18030.ts";
import { NASTY, NASTY_YAML } from "./nasty.ts";

/** How far an input is taken: to facts; to an edition with its open data; to workbooks and book as well. */
export type Depth = "facts" | "edition" | "files";

export type Input =
  | { readonly kind: "text"; readonly bytes: Uint8Array; readonly depth: Depth }
  | { readonly kind: "edition.yaml"; readonly bytes: Uint8Array }
  | { readonly kind: "corrections.yaml"; readonly bytes: Uint8Array };

/** Longest text that is made, in UTF-16 units: what is bounded can be asked to end within a second. */
const LONGEST = 4000;

const ROOT = new URL("../../", import.meta.url).pathname;
const textsIn = (dir: string) => readdirSync(join(ROOT, dir)).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(ROOT, dir, name), "utf8"));
/** The project's own texts, damaged and whole. */
const TEXTS = ["sources/2012", "sources/2013", "sources/2014", "test/fixtures/2013"].flatMap(textsIn).map((text) => [...text]);

const number = fc.oneof(
  fc.nat(3000).map(String),
  fc.tuple(fc.nat(10_000), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
  fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.nat(14), fc.nat(33)).map(([year, month, day]) => `${year}年${month}月${day}日`),
  fc.array(fc.constantFrom(..."零〇一二三四五六七八九十百千万亿点两半"), { minLength: 1, maxLength: 6 }).map((all) => all.join("")),
);
const unit = fc.constantFrom("%", ".", "个", "家", "万人", "亿元", "个百分点", "倍", "位", "以上", "左右", "多个", "余项", "至", "—", "年", "件.", "‰");
const word = fc.constantFrom("各市", "全国", "北京", "河北省", "覆盖率", "达到", "增长", "占", "由", "向", "转变", "等", "其中", "分别为", "均", "超过", "不足", "印发", "办法", "《", "》", "(试行)", "一.", "(二)", "1.", "三是", "的", "和", "、", "比上年", "累计", "建成", "缺乏", "应当", "国务院", "工信部", "2013年底", "it", "'云'", ".", "，", "。", "；", "\n", " ");
const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));
const anyCharacter = fc.string({ unit: "binary", maxLength: 5 });

/** A stretch of one of our own texts, cut between characters. */
const fragment = fc.tuple(fc.nat(TEXTS.length - 1), fc.nat(100_000), fc.integer({ min: 1, max: 200 })).map(([which, at, length]) => {
  const text = TEXTS[which]!;
  const start = at % text.length;
  return text.slice(start, start + length).join("");
});

/** A text with some of its characters taken out, doubled, changed or followed by something nasty. */
const mutated = fc.tuple(fragment, fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom("drop", "double", "nasty", "dot"), fc.constantFrom(...NASTY)), { maxLength: 8 })).map(([text, changes]) => {
  const characters = [...text];
  for (const [at, how, nasty] of changes) {
    const i = at % Math.max(1, characters.length);
    const by = how === "drop" ? [] : how === "double" ? [characters[i] ?? "", characters[i] ?? ""] : how === "dot" ? ["."] : [characters[i] ?? "", ...nasty];
    characters.splice(i, 1, ...by);
  }
  return characters.join("");
});

const piece = fc.oneof({ weight: 5, arbitrary: word }, { weight: 4, arbitrary: number }, { weight: 3, arbitrary: unit }, { weight: 3, arbitrary: mutated }, { weight: 2, arbitrary: han }, { weight: 2, arbitrary: fc.constantFrom(...NASTY) }, { weight: 1, arbitrary: anyCharacter });
const prose = fc.array(piece, { minLength: 1, maxLength: 16, size: "max" }).map((pieces) => pieces.join(""));
/** Something short over and over: what takes longer than its length shows there. */
const long = fc.tuple(fc.oneof(fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join("")), fc.constantFrom(...NASTY)), fc.integer({ min: 50, max: LONGEST })).map(([text, count]) => text.repeat(Math.min(count, Math.ceil(LONGEST / Math.max(1, text.length)))));
const text = fc.oneof({ weight: 60, arbitrary: prose }, { weight: 10, arbitrary: mutated }, { weight: 5, arbitrary: fc.constantFrom(...NASTY) }, { weight: 1, arbitrary: long }).map((whole) => whole.slice(0, LONGEST));

const ENCODERS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text), (text) => Buffer.from(text), (text) => Buffer.from(text), (text) => Buffer.from(`\uFEFF${text}`), gb18030,
  (text) => Buffer.from(text, "utf16le"), (text) => Buffer.from(`\uFEFF${text}`, "utf16le"), (text) => Buffer.from(text, "utf16le").swap16(), (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
];

/** Bytes with some of them taken out, put in or turned. */
const damaged = (bytes: Uint8Array, changes: readonly (readonly [number, number, number])[]): Uint8Array => {
  const out = [...bytes];
  for (const [at, count, byte] of changes) out.splice(at % (out.length + 1), count, ...(byte === 256 ? [] : [byte]));
  return Uint8Array.from(out);
};
const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(2), fc.nat(256)), { minLength: 1, maxLength: 4 });
const encoded = fc.tuple(text, fc.constantFrom(...ENCODERS)).map(([whole, encode]): Uint8Array => encode(whole));
const bytes = fc.oneof({ weight: 40, arbitrary: encoded }, { weight: 4, arbitrary: fc.tuple(encoded, changes).map(([whole, some]) => damaged(whole, some)) }, { weight: 2, arbitrary: fc.uint8Array({ maxLength: 400, size: "max" }) });

const depth = fc.oneof({ weight: 180, arbitrary: fc.constant<Depth>("facts") }, { weight: 18, arbitrary: fc.constant<Depth>("edition") }, { weight: 1, arbitrary: fc.constant<Depth>("files") });

const EDITION = yearFiles(2013).find(({ name }) => name === "edition.yaml")!.text.split("\n").filter((line) => !line.startsWith("#"));
const CORRECTION = ["corrections:", "  - action: set", "    quote: 覆盖率", "    text: text", "    kind: observation", "    set: { value: 1 }", "    repair: { text: text, around: \"市［.］县\" }", "    reads: \"，\"", "    who: 甲", "    when: \"2014-01-01\"", "    why: 乙"];

/** Lines of a file, some of them dropped, doubled, moved in or out, or followed by something nasty. */
const mangled = (lines: readonly string[]) =>
  fc.array(fc.tuple(fc.nat(1000), fc.constantFrom("drop", "double", "indent", "value", "after", "cut"), fc.constantFrom(...NASTY_YAML), fc.constantFrom(...NASTY)), { maxLength: 5 }).map((edits) => {
    const out = [...lines];
    for (const [at, how, yaml, nasty] of edits) {
      const i = at % Math.max(1, out.length);
      const line = out[i] ?? "";
      const by = how === "drop" ? [] : how === "double" ? [line, line] : how === "indent" ? [` ${line}`] : how === "value" ? [line.replace(/:.*$/su, `: ${at % 2 === 0 ? JSON.stringify(nasty) : nasty}`)] : how === "after" ? [line, yaml] : [line.slice(0, at % (line.length + 1))];
      out.splice(i, 1, ...by);
    }
    return out.join("\n");
  });

/** Well-formed corrections with words of the text that they are held against, or with other words: of each form, some find something and some do not. */
const signed = { who: fc.constant("甲"), when: fc.constant("2014-01-01"), why: fc.constant("乙") };
const words = fc.oneof({ weight: 3, arbitrary: fc.constantFrom("覆盖率达到80", "业务量增长8.1", "北京.河北", "热线12条", "均已建成平台", "增长8.1", "5个地区") }, { weight: 1, arbitrary: fc.constantFrom(...NASTY) });
const textId = fc.oneof({ weight: 8, arbitrary: fc.constant("text") }, { weight: 1, arbitrary: fc.constantFrom("other", "__proto__", "") });
const factKind = fc.constantFrom("observation", "event", "roster", "transition", "document", "assessment");
const fields = fc.oneof(fc.constantFrom<object>({ value: 1 }, { value: null }, { value: 1e308 }, { unit: "" }, { unit: "个" }, { members: ["甲"] }, { indicator: "甲", value: 1, unit: "个" }, { topic: "甲", stance: "trend" }), fc.dictionary(fc.constantFrom("value", "unit", "members", "__proto__", "span", "constructor", "timePeriod"), fc.jsonValue({ maxDepth: 2 })));
const place = fc.oneof(
  fc.record({ text: textId, around: fc.oneof(fc.constantFrom("80［.］其中", "80［%，］其中", "到80［］.其", "［］各市", "［各市覆盖率］", "8.1［.］共", "12条［.］", "12条［］", "［一.进展］", "一［.］进", "北京［.］河北", "5［个］", "［］"), fc.constantFrom(...NASTY).map((nasty) => `各市［${nasty.slice(0, 20)}］覆盖率`)) }),
  fc.record({ text: textId, start: fc.nat(70), end: fc.nat(70), kind: fc.constantFrom("mark", "percent", "heading") }, { requiredKeys: ["text", "start"] }),
);
const reads = fc.constantFrom("，", "%；", "", "。", "、", "80%，", "((((", "《", "》", "〔题名缺失〕", "《〔题名缺失〕》", "各市覆盖率，", "%", " ", "“”");
const correction = fc.oneof(
  fc.record({ action: fc.constantFrom("drop", "confirm"), quote: words, text: textId, kind: factKind, ...signed }, { requiredKeys: ["action", "quote", "who", "when", "why"] }),
  fc.record({ action: fc.constant("set"), quote: words, set: fields, ...signed }),
  fc.record({ action: fc.constant("add"), text: textId, quote: words, kind: factKind, set: fields, ...signed }),
  fc.record({ action: fc.constantFrom("drop", "confirm"), repair: place, ...signed }),
  fc.record({ action: fc.constantFrom("set", "add"), repair: place, reads, ...signed }),
  fc.record({ action: fc.constant("add"), repair: place, heading: fc.integer({ min: 0, max: 7 }), ...signed }),
  fc.record({ action: fc.constantFrom("confirm", "set"), finding: fc.constantFrom("claimed-count:text:0-9", "__proto__", ""), ...signed }),
);

const yamlBytes = (whole: fc.Arbitrary<string>) => fc.oneof({ weight: 20, arbitrary: whole.map((text): Uint8Array => Buffer.from(text)) }, { weight: 1, arbitrary: fc.tuple(whole, changes).map(([text, some]) => damaged(Buffer.from(text), some)) });

export const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 85, arbitrary: fc.record({ kind: fc.constant("text" as const), bytes, depth }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("edition.yaml" as const), bytes: yamlBytes(fc.oneof({ weight: 5, arbitrary: mangled(EDITION) }, { weight: 1, arbitrary: fc.constantFrom(...NASTY_YAML) })) }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant("corrections.yaml" as const), bytes: yamlBytes(fc.oneof({ weight: 1, arbitrary: mangled(CORRECTION) }, { weight: 3, arbitrary: fc.array(correction, { minLength: 1, maxLength: 3 }).map((corrections) => JSON.stringify({ corrections })) })) }) },
);
