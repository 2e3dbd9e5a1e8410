/** What else a commit would do, in one short line for a phone: "And 4,182 mails, 3 groups, 2 departments". Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";

export function describeConsequences(record: Pick<ImportRecord, "creates" | "consequences">): string {
  const { administratorsMade = 0, directoryBecomesManual = 0, removals = 0 } = record.consequences ?? {};
  const mails = record.consequences?.mails ?? 0;
  const groups = record.creates?.groups.length ?? 0;
  const departments = record.creates?.departments.length ?? 0;
  const parts = [
    mails > 0 ? countOf(mails, "mail") : null,
    groups > 0 ? countOf(groups, "group") : null,
    departments > 0 ? countOf(departments, "department") : null,
    administratorsMade > 0 ? countOf(administratorsMade, "administrator") : null,
    directoryBecomesManual > 0 ? `${countOf(directoryBecomesManual, "account")} made manual` : null,
    removals > 0 ? countOf(removals, "removal") : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "What else will happen" : `And ${parts.join(", ")}`;
}
