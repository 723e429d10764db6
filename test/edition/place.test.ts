import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { machine, type Disk } from "../../pipeline/publish/disk.ts";
import { place, type Watch } from "../../pipeline/publish/place.ts";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "nianjian-"));
});

const files = (words: string) => [{ name: "book.pdf", bytes: Buffer.from(words) }, { name: "data/facts.jsonl", bytes: Buffer.from(`${words} facts`) }];
/** An edition to be placed, of a few words; a revision of its own unless it is said to be the one shown `again`, or a `draft`. */
const made = (words: string, { draft = false, again = false } = {}) => () => Promise.resolve({ files: files(words), draft, again });
const shown = () => readFileSync(join(out, "2013", "book.pdf"), "utf8");
const editions = () => readdirSync(join(out, ".editions")).filter((name) => !name.endsWith(".lock"));

test("an edition stands under its year, all files of it", async () => {
  expect(await place(2013, made("one"), out, machine)).toMatchObject({ path: join(out, "2013"), fresh: true });
  expect(shown()).toBe("one");
  expect(readFileSync(join(out, "2013", "data", "facts.jsonl"), "utf8")).toBe("one facts");
});

test("all published editions are kept", async () => {
  for (const words of ["one", "two", "three"]) await place(2013, made(words), out, machine);
  expect(shown()).toBe("three");
  expect(editions().map((name) => readFileSync(join(out, ".editions", name, "book.pdf"), "utf8")).sort()).toEqual(["one", "three", "two"]);
});

test("the same edition again changes nothing", async () => {
  for (const words of ["one", "two"]) await place(2013, made(words), out, machine);
  const before = [readlinkSync(join(out, "2013")), statSync(join(out, "2013", "book.pdf")).mtimeMs];
  expect(await place(2013, made("two", { again: true }), out, machine)).toMatchObject({ fresh: false });
  expect([readlinkSync(join(out, "2013")), statSync(join(out, "2013", "book.pdf")).mtimeMs]).toEqual(before);
  expect(editions()).toHaveLength(2);
});

test("an edition that was tampered with is written anew, in its own place", async () => {
  for (const words of ["one", "two"]) await place(2013, made(words), out, machine);
  const before = readlinkSync(join(out, "2013"));
  writeFileSync(join(out, "2013", "book.pdf"), "else");
  for (let n = 0; n < 2; n++) await place(2013, made("two", { again: true }), out, machine);
  expect(shown()).toBe("two");
  expect(readlinkSync(join(out, "2013"))).not.toBe(before);
  expect(editions()).toHaveLength(2);
});

describe("a draft", () => {
  const draft = () => readFileSync(join(out, "2013-draft", "book.pdf"), "utf8");

  test("stands beside the published edition, which stays as it was", async () => {
    await place(2013, made("one"), out, machine);
    expect(await place(2013, made("in work", { draft: true }), out, machine)).toMatchObject({ path: join(out, "2013-draft") });
    expect([shown(), draft()]).toEqual(["one", "in work"]);
  });

  test("takes the place of the draft before", async () => {
    for (const words of ["one", "two"]) await place(2013, made(words, { draft: true }), out, machine);
    expect(draft()).toBe("two");
    expect(editions()).toHaveLength(1);
    expect(existsSync(join(out, "2013"))).toBe(false);
  });

  test("goes when the edition is published", async () => {
    await place(2013, made("in work", { draft: true }), out, machine);
    await place(2013, made("one"), out, machine);
    expect(readdirSync(out).sort()).toEqual([".editions", "2013"]);
    expect(editions()).toHaveLength(1);
  });
});

test("nothing is made while another run holds the year", async () => {
  const lock = await machine.lock(join(out, ".editions", "2013.lock"));
  let asked = false;
  const make = () => {
    asked = true;
    return made("one")();
  };
  await expect(place(2013, make, out, machine)).rejects.toThrow();
  expect(asked).toBe(false);
  await lock!.release();
});

test("years do not touch each other", async () => {
  await place(2012, made("old"), out, machine);
  for (const words of ["one", "two", "three"]) await place(2013, made(words), out, machine);
  expect(readFileSync(join(out, "2012", "book.pdf"), "utf8")).toBe("old");
});

/** The machine's disk without its syncs and its lock, which take their time: hundreds of runs are played. */
const quick: Disk = {
  ...machine,
  write: async (path, bytes) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { flag: "wx" });
  },
  settle: () => Promise.resolve(),
  lock: async (path) => {
    mkdirSync(dirname(path), { recursive: true });
    return { missing: null, held: () => Promise.resolve(true), release: () => Promise.resolve() };
  },
};

/** A disk whose operations are counted; `strikes` is asked before each. */
function counted(strikes: (n: number, operation: string, args: readonly unknown[]) => Promise<void>): Disk {
  let n = 0;
  const struck = Object.entries(quick).map(([operation, usual]: [string, (...args: never[]) => unknown]) => [operation, async (...args: never[]) => {
    if (operation !== "lock") await strikes(++n, operation, args);
    return usual(...args);
  }]);
  return Object.fromEntries(struck) as unknown as Disk;
}

/** How many operations it takes to put the edition `words` beside one that stands there. */
async function operationsFor(make: ReturnType<typeof made>): Promise<number> {
  let all = 0;
  await place(2013, make, out, counted((n) => Promise.resolve(void (all = n))));
  return all;
}

/** What lies there and is neither an edition nor its lock. */
const leavings = () => [...readdirSync(out), ...editions()].filter((name) => !/^(?:2013|2013-[0-9a-f]{12}|\.editions)$/u.test(name));

describe.each([
  ["a new edition", made("two")],
  ["the same edition, which somebody tampered with", made("one", { again: true })],
])("%s", (_, make) => {
  const before = async () => {
    await place(2013, made("one"), out, quick);
    if ((await make()).again) writeFileSync(join(out, "2013", "book.pdf"), "else");
    return readFileSync(join(out, "2013", "book.pdf"), "utf8");
  };
  const wanted = async () => (await make()).files[0]!.bytes.toString();
  const wholeIs = async (former: string) => {
    const [book, data] = [shown(), readFileSync(join(out, "2013", "data", "facts.jsonl"), "utf8")];
    if (book !== former) expect([book, data]).toEqual([await wanted(), `${await wanted()} facts`]);
  };

  test("each operation fails in turn: the former edition is shown or the new one, and the next run leaves nothing", async () => {
    const former = await before();
    const operations = await operationsFor(make);
    expect(operations).toBeGreaterThan(15);
    for (let fails = 1; fails <= operations; fails++) {
      rmSync(out, { recursive: true });
      await before();
      const strikes = (n: number) => (n === fails ? Promise.reject(new Error("no space")) : Promise.resolve());
      await place(2013, make, out, counted(strikes)).catch(() => {});
      await wholeIs(former);
      await place(2013, make, out, quick);
      expect(shown()).toBe(await wanted());
      expect(leavings().filter((name) => !name.endsWith("-2"))).toEqual([]);
    }
  });

  test("the process dies at each operation in turn, with half a file written: as much", async () => {
    const former = await before();
    const operations = await operationsFor(make);
    for (let dies = 1; dies <= operations; dies++) {
      rmSync(out, { recursive: true });
      await before();
      const strikes = async (n: number, operation: string, args: readonly unknown[]) => {
        if (n === dies && operation === "write") await quick.write(args[0] as string, (args[1] as Buffer).subarray(0, 2));
        if (n >= dies) throw new Error("dead");
      };
      await place(2013, make, out, counted(strikes)).catch(() => {});
      await wholeIs(former);
      await place(2013, make, out, quick);
      expect(shown()).toBe(await wanted());
      expect(leavings().filter((name) => !name.endsWith("-2"))).toEqual([]);
      expect(editions().length).toBe((await make()).again ? 1 : 2);
    }
  });
});

describe("what is told", () => {
  const watched = (more: Partial<Watch> = {}) => {
    const warnings: string[] = [];
    return { warnings, watch: { warn: (words: string) => void warnings.push(words), accept: () => {}, ...more } };
  };

  test("a disk that keeps half of a file: nothing is shown", async () => {
    await place(2013, made("one"), out, machine);
    const half: Disk = { ...machine, write: (path, bytes) => machine.write(path, bytes.subarray(0, 2)) };
    await expect(place(2013, made("two"), out, half)).rejects.toThrow(expect.objectContaining({ exitCode: 73, message: expect.stringContaining("does not give back") }));
    expect([shown(), leavings()]).toEqual(["one", []]);
  });

  test("who looks at the files before they are shown, and refuses them", async () => {
    await place(2013, made("one"), out, machine);
    const seen: string[] = [];
    const { watch } = watched({ accept: (dir) => { seen.push(readFileSync(join(dir, "book.pdf"), "utf8")); throw new Error("not these"); } });
    await expect(place(2013, made("two"), out, machine, watch)).rejects.toThrow("not these");
    expect([seen, shown(), leavings(), editions().length]).toEqual([["two"], "one", [], 1]);
  });

  test("a link that was turned and not confirmed", async () => {
    const deaf: Disk = { ...machine, settle: (dir) => (dir === out ? Promise.reject(new Error("EIO")) : machine.settle(dir)) };
    await expect(place(2013, made("one"), out, deaf)).rejects.toThrow(expect.objectContaining({ exitCode: 73, message: expect.stringContaining("is shown, whole, but the disk would not confirm it") }));
    expect(shown()).toBe("one");
  });

  test("drafts that cannot be removed", async () => {
    await place(2013, made("in work", { draft: true }), out, machine);
    const { warnings, watch } = watched();
    const sticky: Disk = { ...machine, remove: () => Promise.reject(new Error("busy")) };
    await place(2013, made("one"), out, sticky, watch);
    expect(warnings).toEqual([expect.stringContaining("could not be removed (busy)")]);
    expect(shown()).toBe("one");
  });

  test("no lock to be had", async () => {
    const { warnings, watch } = watched();
    const unlocked: Disk = { ...machine, lock: async (path) => ({ ...(await machine.lock(path))!, missing: "flock(1) is not installed" }) };
    await place(2013, made("one"), out, unlocked, watch);
    expect(warnings).toEqual([expect.stringContaining("without a lock, for flock(1) is not installed")]);
  });

  test("a lock file that was removed meanwhile", async () => {
    await place(2013, made("one"), out, machine);
    const make = async () => {
      rmSync(join(out, ".editions", "2013.lock"));
      return made("two")();
    };
    await expect(place(2013, make, out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 75, message: expect.stringContaining("was removed while the edition was made") }));
    expect(shown()).toBe("one");
    await place(2013, made("two"), out, machine); // what was written is left to whoever may be at work there
    expect([shown(), leavings()]).toEqual(["two", []]);
  });

  test("what a run left that was cut off", async () => {
    mkdirSync(join(out, ".editions", "2013-0123456789ab-building"), { recursive: true });
    const { warnings, watch } = watched();
    await place(2013, made("one"), out, machine, watch);
    expect(warnings).toEqual([expect.stringContaining("2013-0123456789ab-building")]);
    expect(leavings()).toEqual([]);
  });
});

test("a folder that stands in the link's place is not touched", async () => {
  mkdirSync(join(out, "2013"));
  await expect(place(2013, made("one"), out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 73, message: expect.stringContaining("not a link to an edition") }));
  expect(existsSync(join(out, "2013", "book.pdf"))).toBe(false);
});

test("two runs do not write one edition at a time", async () => {
  const lock = await machine.lock(join(out, ".editions", "2013.lock"));
  await expect(place(2013, made("one"), out, machine)).rejects.toThrow(expect.objectContaining({ exitCode: 75 }));
  await lock!.release();
  await place(2013, made("one"), out, machine);
  expect(shown()).toBe("one");
});

test("a folder that cannot be made is an error, not a wait without end", async () => {
  await expect(machine.makeFolder("/proc/nianjian/outputs")).rejects.toThrow(/ENOENT/u);
});
