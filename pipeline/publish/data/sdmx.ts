/** Observations → SDMX-CSV 2.1: the columns of observations.csv, ordered as the data structure orders its components (docs/open-data.md), with its codes.
 *
 *  holds   a row an observation; the dimensions are its key, FACT among them, as two texts may give the same indicator; nothing is merged
 *  leaves  observations whose text gives no time or no year: TIME_PERIOD is a dimension, and has no code for that
 *  source  SDMX-CSV field guide 2.1 (columns, actions, missing values, sub-fields); SDMX code lists CL_FREQ, CL_OBS_STATUS */
import type { Observation } from "../../../schemas/fact.ts";
import { observationColumns, type Cell, type Column } from "./columns.ts";
import { csv } from "./csv.ts";
import { sdmxPeriod } from "./sdmx-period.ts";

/** The dataflow that each row names: agency, id and version. The version is raised when a component comes, goes or means something else. */
export const FLOW = "NIANJIAN:OBSERVATIONS(1.0.0)";

/** Missing on purpose, in a component that is no number: the text does not say. An empty cell: there is nothing to say. */
const NOT_SAID = "#N/A";
/** Dimensions are never empty: codes that SDMX keeps for what does not apply and what is not known. */
const NOT_APPLICABLE = "_Z";
const UNKNOWN = "_U";
/** Parts the values of one cell, as the first head says. */
const SUB_FIELD = ";";

/** A column of observations.csv, under another head where SDMX asks for one. */
function taken(key: string, as = key): Column<Observation> {
  const column = observationColumns.find((candidate) => candidate.key === key);
  if (column === undefined) throw new Error(`observations have no column ${key}`);
  return { ...column, key: as };
}

/** A dimension that has a code where the text names none. */
function coded(key: string, code: string): Column<Observation> {
  const { of, description, ...head } = taken(key);
  return { ...head, description: `${description}; ${code} where there is none`, required: true, of: (fact) => of(fact) ?? code };
}

/** An attribute that says so where the text does not say. */
function marked(key: string): Column<Observation> {
  const { of, description, ...head } = taken(key);
  return { ...head, description: `${description}; ${NOT_SAID} where the text does not say`, of: (fact) => of(fact) ?? NOT_SAID };
}

function made(key: string, title: string, description: string, of: (fact: Observation) => Cell, categories?: readonly string[]): Column<Observation> {
  return { key, title, type: "string", width: 8, description, required: true, ...(categories && { categories }), of };
}

/** Several values in one cell; one that holds the mark itself, or a quotation mark, is quoted within. */
const subFields = (items: readonly string[]): string | null =>
  items.length === 0 ? null : items.map((item) => (/[;"]/u.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(SUB_FIELD);

/** U where the value hangs on a repair, E where the text gives it roughly or as a bound, A else. QUALIFIER and CERTAINTY say it exactly. */
const obsStatus = ({ certainty, qualifier }: Observation): string => (certainty === "restored" ? "U" : qualifier === "exact" ? "A" : "E");

/** Three columns that name structure and action, dimensions, measures, attributes. */
export const sdmxColumns: readonly Column<Observation>[] = [
  made(`STRUCTURE[${SUB_FIELD}]`, "结构", "the kind of structure that the row belongs to", () => "dataflow", ["dataflow"]),
  made("STRUCTURE_ID", "结构标识", "the dataflow: agency, id and version", () => FLOW, [FLOW]),
  made("ACTION", "动作", "R: the row replaces what stood under its key", () => "R", ["R"]),

  made("FREQ", "频度", "grain of TIME_PERIOD: A year, M month, D day, _O a span", (fact) => sdmxPeriod(fact.timePeriod)?.frequency ?? null, ["A", "M", "D", "_O"]),
  coded("REF_AREA", NOT_APPLICABLE),
  taken("INDICATOR"),
  coded("SUBJECT", UNKNOWN),
  taken("MEASURE"),
  taken("id", "FACT"),
  made("TIME_PERIOD", "时期", "the period as SDMX writes it; a span by its first day and its length: 2011-01-01/P5Y", (fact) => sdmxPeriod(fact.timePeriod)?.period ?? null),

  taken("OBS_VALUE"),
  taken("OBS_VALUE_HIGH"),

  taken("UNIT_MEASURE"),
  made("OBS_STATUS", "观测状态", "A as the text states it, E roughly or as a bound, U where the value hangs on a repair", obsStatus, ["A", "E", "U"]),
  taken("QUALIFIER"),
  taken("CERTAINTY"),
  marked("LEVEL"),
  { key: "MEMBERS[]", title: "成员", type: "string", width: 20, description: `the names listed under the subject, parted by ${SUB_FIELD}`, of: (fact) => subFields(fact.members) },
  taken("MEMBERS_OPEN"),
  taken("document", "DOCUMENT"),
  taken("start", "SPAN_START"),
  taken("end", "SPAN_END"),
];

/** Whether SDMX has a period for it. */
export const hasPeriod = (fact: Observation): boolean => sdmxPeriod(fact.timePeriod) !== null;

/** Observations with a period → SDMX-CSV. No byte order mark: readers look for STRUCTURE at the very beginning. */
export function sdmxCsv(observations: readonly Observation[]): Buffer {
  return csv(sdmxColumns, observations, { bom: false });
}
