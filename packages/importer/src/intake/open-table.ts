// Which reader opens which container. A new one is a module beside csv-reader and one line here.
import type { ContainerId } from "../model/recognition";
import { openCsv } from "./csv-reader";
import type { OpenTable } from "./table-reader";

/** The containers that can be read; `refuse-container` has words for the others. */
export const openTable: Partial<Record<ContainerId, OpenTable>> = {
  csv: openCsv,
};
