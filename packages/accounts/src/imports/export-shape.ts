/** What an export is of, what it must make room for, and what it would lose. Reads only; writes nothing. */
import { countForExport, noFilter, streamAccounts, type Database, type ExportFilter } from "@rollcall/db";
import { domainKey, nameKey, type ExportShape, type FieldName, type Format } from "@rollcall/importer";
import { toFilter } from "../people/list-accounts";
import { searchWords } from "../people/search-words";
import type { AccountFilters } from "../people/types";
import { refuse, type Result, done } from "../result";
import { formatOf } from "./import-options";

export interface ExportInput {
  format: string;
  /** as the list of users has them */
  search?: string | undefined;
  filters?: AccountFilters | undefined;
  /** the members of one group only, by name */
  group?: string | null;
  /** accounts whose primary address is in it; control-panel needs one */
  domain?: string | null;
  /** what the file shall be called; `.xlsx` or `.xls` at its end makes it a workbook */
  fileName?: string | null;
  /** cells as they are, without the quote that keeps spreadsheets from running them */
  raw?: boolean;
}

/** A field that the format has no place for, and how many of the accounts have something in it. */
export interface LostField {
  field: FieldName;
  accounts: number;
}

export interface PlannedExport {
  format: Format;
  filter: ExportFilter;
  shape: ExportShape;
  accounts: number;
  /** accounts of the choice that the format cannot name */
  leftOut: number;
  lost: LostField[];
}

/** Refuses `invalid` for a format that does not exist and for control-panel without a domain. */
export async function planExport(database: Database, input: ExportInput): Promise<Result<PlannedExport>> {
  const format = formatOf(input.format);
  if (format === null)
    return refuse({ code: "invalid", fields: { format: `There is no format called “${input.format}”.` } });
  const byUsername = format.demands.domain === true;
  const domain = given(input.domain);
  const key = domain === null ? null : domainKey(domain);
  if (domain !== null && key === null)
    return refuse({ code: "invalid", fields: { domain: `“${domain}” is no mail domain.` } });
  if (byUsername && key === null) {
    const fields = { domain: "Say which domain: this format writes user names of one domain only." };
    return refuse({ code: "invalid", fields });
  }
  const base = toFilter(input.filters ?? {});
  const group = given(input.group);
  const filter: ExportFilter = {
    // An id that can be no id finds nothing.
    ...(base ?? { ...noFilter, importId: -1n }),
    words: searchWords(input.search),
    groupKey: group === null ? null : nameKey(group),
    domainKey: key,
  };
  const count = await countForExport(database, filter);
  const shape: ExportShape = {
    groups: count.groups,
    aliases: count.aliases,
    delegates: count.delegates,
    attributes: count.attributes,
    ...(key === null ? {} : { domain: key }),
  };
  const leftOut = await countLeftOut(database, format, filter, shape);
  const lost = lostFields(format, count.fields);
  return done({ format, filter, shape, accounts: count.accounts - leftOut, leftOut, lost });
}

async function countLeftOut(
  database: Database,
  format: Format,
  filter: ExportFilter,
  shape: ExportShape,
): Promise<number> {
  const { canExport } = format;
  if (canExport === undefined) return 0;
  let leftOut = 0;
  for await (const page of streamAccounts(database, filter))
    leftOut += page.filter((account) => !canExport(account, shape)).length;
  return leftOut;
}

/** Fields that some account has and the format does not hold, most accounts first. */
function lostFields(format: Format, counts: Readonly<Record<string, number>>): LostField[] {
  return Object.entries(counts)
    .map(([field, accounts]) => ({ field: field as FieldName, accounts }))
    .filter(({ field, accounts }) => accounts > 0 && !format.holds.includes(field))
    .sort((a, b) => b.accounts - a.accounts || a.field.localeCompare(b.field));
}

function given(text: string | null | undefined): string | null {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
}
