import { describe, expect, test } from "vitest";
import { UserError } from "../../pipeline/messages.ts";
import { decode } from "../../pipeline/read/decode.ts";

const TEXT = "一.进展\n全省已有九个市建成平台.增长8.1.";

/** UTF-16 with the high byte first or last. */
function wide(text: string, order: "le" | "be", bom = false): Buffer {
  const bytes = Buffer.from(bom ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** 全省已有九个市 in GB18030. */
const GB = Buffer.from("c8abcaa1d2d1d3d0bec5b8f6cad0", "hex");

describe("an encoding is recognised", () => {
  test.each<[string, Buffer, string, string]>([
    ["UTF-8", Buffer.from(TEXT), "utf-8", TEXT],
    ["UTF-8 with a BOM, which is not text", Buffer.from(`\uFEFF${TEXT}`), "utf-8", TEXT],
    ["UTF-16, low byte first, with a BOM", wide(TEXT, "le", true), "utf-16le", TEXT],
    ["UTF-16, high byte first, with a BOM", wide(TEXT, "be", true), "utf-16be", TEXT],
    ["UTF-16, low byte first, bare", wide(TEXT, "le"), "utf-16le", TEXT],
    ["UTF-16, high byte first, bare", wide(TEXT, "be"), "utf-16be", TEXT],
    ["UTF-16 of Latin letters, which is valid UTF-8 too", wide("plain words", "le"), "utf-16le", "plain words"],
    ["GB18030", GB, "gb18030", "全省已有九个市"],
  ])("%s", (_, bytes, encoding, text) => expect(decode("a.txt", bytes)).toEqual({ encoding, text, problems: [] }));
});

describe("bytes that are no text", () => {
  const thrown = (bytes: Buffer): UserError => {
    try {
      decode("a.txt", bytes);
    } catch (error) {
      if (error instanceof UserError) return error;
    }
    throw new Error("nothing was thrown");
  };

  test("are named with file, line, column and offset, and what to do", () => {
    const error = thrown(Buffer.concat([Buffer.from("甲\n乙"), Buffer.from([0xff, 0xfe])]));
    expect(error.message).toBe("a.txt:2:4: byte 0xFF at offset 7 is neither UTF-8 nor GB18030. Save the file as UTF-8 and build again.");
    expect(error.exitCode).toBe(65);
  });

  test("after a BOM are not what the BOM says", () => {
    expect(thrown(Buffer.concat([Buffer.from("\uFEFF甲"), Buffer.from([0xff])])).message).toBe("a.txt:1:7: byte 0xFF at offset 6 is not UTF-8, which the file's first bytes (BOM) announce. Save the file as UTF-8 and build again.");
  });

  test("may be a character that was cut off at the end", () => {
    expect(thrown(Buffer.concat([Buffer.from("\uFEFF甲"), Buffer.from([0xe4, 0xb8])])).message).toMatch(/^a\.txt:1:9: the end in the middle of a character, at offset 8 is not UTF-8/u);
  });
});

describe("what reading can live with is noted", () => {
  test.each<[string, string, number | null, RegExp]>([
    ["an empty text", " \n", null, /empty/u],
    ["characters lost before", "甲\n乙\uFFFD\uFFFD", 2, /^2 × U\+FFFD/u],
    ["control characters", "甲\u0001", 1, /control/u],
    ["characters for private use", "甲\uE78D", 1, /private use/u],
  ])("%s", (_, text, line, message) => expect(decode("a.txt", Buffer.from(text)).problems).toMatchObject([{ file: "a.txt", line, message: expect.stringMatching(message) }]));
});
