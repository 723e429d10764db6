/** What a scheduler is given: the templates of the units with their places put in, and a line for a crontab. Not here: putting files anywhere (install.ts). */

/** Absolute paths, the user who builds, and when, as systemd.time(7) writes it. */
export interface Places {
  readonly home: string;
  readonly outputs: string;
  readonly node: string;
  readonly user: string;
  readonly when: string;
}

/** Ten in the morning, when somebody is there to read what went wrong, on Mondays from March to June. */
export const WHEN = "Mon *-03..06-* 10:00:00 Asia/Shanghai";

/** What is run, in the program's folder; nothing that it loads may make code from strings. */
const COMMAND = "--enable-source-maps --disallow-code-generation-from-strings dist/cli.js build --due";

/** A template with its places put in. Paths stand in quotes there, where systemd.syntax(7) takes quotes; a percent sign is doubled, as it begins a specifier.
 *  Throws Error where a place has a character that no unit can hold. */
export function unit(template: string, { home, outputs, node, user, when }: Places): string {
  const values: Readonly<Record<string, string>> = { HOME: home, "HOME-URI": encodeURI(home), OUTPUTS: outputs, NODE: node, USER: user, WHEN: when };
  return template.replaceAll(/@([A-Z-]+)@/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`@${name}@: the template asks for what nobody gives.`);
    if (/["\\\n]/u.test(value)) throw new Error(`${JSON.stringify(value)}: a unit cannot hold a quotation mark, a backslash or a line break. Move the folder to a path without them.`);
    return value.replaceAll("%", "%%");
  });
}

/** A line for `crontab -e`: the same hours in the machine's own time. To cron a bare percent sign is a line break. */
export function crontabLine({ home, node }: Pick<Places, "home" | "node">): string {
  const command = `cd ${quoted(home)} && ${quoted(node)} dist/fresh.js && { ${quoted(node)} ${COMMAND} || [ $? -eq 69 ]; }`;
  return `0 10 * 3-6 1 ${command.replaceAll("%", String.raw`\%`)}`;
}

/** A word for a shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
