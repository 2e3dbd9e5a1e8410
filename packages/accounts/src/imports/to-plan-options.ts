/** From the options of an import, its format and its columns to what planning and committing its rows go by. Pure. */
import type { CommitOptions, PlanOptions, StoredForPlan } from "@rollcall/db";
import { flatKey, nameKey, type ColumnMatch, type Recognition } from "@rollcall/importer";
import { effectiveOptions, formatOf, keyedGroups } from "./import-options";
import { nearestName } from "./nearest-name";
import type { ImportOptions } from "./types";

type Columns = readonly ColumnMatch[];

/** What the plan goes by besides the import: whom it is planned for, and whether new accounts need passwords. */
export interface PlanGround {
  actorRank: number;
  passwordRequired: boolean;
}

export function toPlanOptions(stored: StoredForPlan, ground: PlanGround): PlanOptions {
  const options = effectiveOptions(stored.options, stored.formatId);
  const columns = columnsOf(stored.recognition);
  const format = formatOf(stored.formatId);
  const demands = format?.demands ?? {};
  return {
    ...membershipsOf(options),
    mode: options.mode,
    stopsOn: demands.stopsOn ?? [],
    nearest: nearestName,
    granted: options.granted,
    rules: {
      headers: headersOf(columns),
      attributeNames: attributeNamesOf(columns),
      protectAdministrators: format?.protectsAdministrators ?? false,
      noGroups: options.noGroup,
      note: options.note,
      demandsPlan: demands.plan === true,
      demandsPassword: demands.password === true && ground.passwordRequired,
      byUsername: demands.domain === true,
      actorRank: ground.actorRank,
      grantRoles: options.grantRoles,
      guardAdminRole: true,
    },
  };
}

export function toCommitOptions(
  stored: { options: unknown; recognition: unknown },
  formatId: string | null,
): CommitOptions {
  const options = effectiveOptions(stored.options, formatId);
  return {
    ...membershipsOf(options),
    mode: options.mode,
    strict: options.strict,
    note: options.note,
    noGroups: options.noGroup,
    attributeNames: attributeNamesOf(columnsOf(stored.recognition)),
  };
}

/** "Upload only (no folder)" switches both group options off. "Import into group" with replace makes the file its member list. */
function membershipsOf(
  options: ImportOptions,
): Pick<PlanOptions, "groupMode" | "mail" | "groups" | "memberList"> {
  const groups = options.noGroup ? [] : keyedGroups(options.groups);
  const { groupMode, mail } = options;
  return { groupMode, mail, groups, memberList: groupMode === "replace" && groups.length > 0 };
}

function columnsOf(recognition: unknown): Columns {
  return (recognition as Pick<Recognition, "columns"> | null)?.columns ?? [];
}

/** By flat key, the header of the first column that goes into it. */
function headersOf(columns: Columns): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { field, part, header } of columns) {
    if (field !== null && header !== "") headers[flatKey(field, part)] ??= header;
  }
  return headers;
}

function attributeNamesOf(columns: Columns): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { field, part } of columns) {
    if (field === "attributes" && part !== undefined) names[nameKey(part)] ??= part;
  }
  return names;
}
