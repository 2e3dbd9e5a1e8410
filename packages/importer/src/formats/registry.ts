// Every format that can be read. A new one is a folder beside hosted-users and one line here.
import type { Format } from "../model/format";
import type { FormatId } from "../model/format-id";
import { custom } from "./custom";
import { connect } from "./connect";
import { directorySpreadsheet } from "./directory-spreadsheet";
import { controlPanel } from "./control-panel";
import { hostedUsers } from "./hosted-users";
import { mobileSecurity } from "./mobile-security";
import { rollcall } from "./rollcall";

const registry = {
  "hosted-users": hostedUsers,
  "mobile-security": mobileSecurity,
  connect,
  "control-panel": controlPanel,
  "directory-spreadsheet": directorySpreadsheet,
  rollcall,
  custom,
} satisfies Partial<Record<FormatId, Format>>;

/** The formats that can be read already. */
export type ImplementedFormatId = keyof typeof registry;

/** The formats by id. */
export const formats: Readonly<Record<ImplementedFormatId, Format>> = registry;

/** Every format, in the order in which they are offered. */
export const formatList: readonly Format[] = Object.values(formats);

/** Whether a format can be read already. */
export function isImplementedFormat(id: string): id is ImplementedFormatId {
  return Object.hasOwn(registry, id);
}
