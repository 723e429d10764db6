import { describe, expect, test } from "vitest";
import { confirmFindings } from "../../pipeline/correct/index.ts";
import { Correction } from "../../schemas/correction.ts";
import { sampleEdition } from "../fixtures/sample-edition.ts";

const findings = sampleEdition().findings.map((finding) => (finding.outcome === "differs" ? { ...finding, severity: "error" as const } : finding));
const { id } = findings.find(({ outcome }) => outcome === "differs")!;
const confirm = (finding: string) => confirmFindings(findings, [{ correction: Correction.parse({ action: "confirm", finding, who: "编辑甲", when: "2014-05-20", why: "原件如此" }), at: "corrections.yaml:2" }]);

describe("a finding that an editor confirms", () => {
  test("is an error no more, and the change is told", () => {
    const { findings: after, applied } = confirm(id);
    expect(after).toEqual(findings.map((finding) => (finding.id === id ? { ...finding, severity: "warning" } : finding)));
    expect(applied).toMatchObject([{ target: "finding", id, changes: [{ field: "severity", before: "error", after: "warning" }] }]);
  });

  test("stays as it is where it was no error", () => {
    const { findings: after, applied } = confirm(findings[0]!.id);
    expect(after).toEqual(findings);
    expect(applied).toMatchObject([{ changes: [] }]);
  });

  test("must be there: the nearest are named", () => expect(() => confirm(`${id}9`)).toThrow(expect.objectContaining({ exitCode: 65, message: expect.stringMatching(/^corrections\.yaml:2: no finding has the id ".*9"\. The nearest is "claimed-share:.*point the correction there, or drop it\.$/u) })));
});
