/** Transitions: whole texts, with aspects and wrong marks. Sentences of our own. */
import { describe, expect, test } from "vitest";
import { passage } from "../../pipeline/extract/passages.ts";
import { transitionsIn } from "../../pipeline/extract/transitions.ts";
import type { Transition } from "../../schemas/fact.ts";
import { processed } from "../fixtures/processed.ts";

const transitions = (text: string) => processed(text).facts.filter((fact): fact is Transition => fact.kind === "transition");
const states = (text: string) => transitionsIn(passage(text)).map(({ from, to }) => [from, to]);

describe("wrong marks", () => {
  test.each([
    ["由重采购。轻维护向重维护转变。", [["重采购。轻维护", "重维护"]]],
    ["由人工登记，转变为扫码登记、窗口人员已减少一半。", [["人工登记", "扫码登记"]]],
    ["阅览室正由城区延伸到乡镇、检索终端正从台式机转向手机。", [["城区", "乡镇"], ["台式机", "手机"]]],
  ])("a 。 for a 、 and a 、 for a 。 are borne: %s", (text, expected) => expect(states(text)).toEqual(expected));
});

test("figures, reaches and years are no states", () => {
  expect(states("藏书量从2012年的9万册增加到12万册。从县城到乡村都有阅览室。从2010年转向数字馆藏。")).toEqual([]);
});

test("在…方面 governs until the next one; else the aspect is the subject", () => {
  expect(transitions("在馆藏建设方面，由重收藏向重利用转变，由纸本为主转变为数字为主。在人员培训方面，过去没有专门课程，如今每季开班。").map(({ aspect }) => aspect)).toEqual(["馆藏建设", "馆藏建设", "人员培训"]);
  expect(transitions("借阅服务正从到馆借阅转向网上预约。")).toMatchObject([{ aspect: "借阅服务", from: "到馆借阅", to: "网上预约" }]);
});
