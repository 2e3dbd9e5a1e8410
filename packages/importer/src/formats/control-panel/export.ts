// Accounts as control-panel rows that import back unchanged: eleven values, no header, no passwords.
import { addressKey, domainOf } from "../../address/address-key";
import { domainKey } from "../../address/domain-key";
import { usernamePattern } from "../../checks/check-username";
import type { ExportAccount, ExportCell, Exporter, ExportShape } from "../../model/format";

/** Whether an export for the domain can hold the account: its address is a user name of the format `@` the domain. */
export function canHold(email: string, domain: string): boolean {
  const key = addressKey(email);
  return key !== null && domainOf(key) === domainKey(domain) && usernamePattern.test(usernameOf(email));
}

/** Throws RangeError without `shape.domain`, and for an account that `canHold` refuses: who calls it leaves those out. */
export function exporter({ domain }: ExportShape): Exporter {
  if (domain === undefined || domainKey(domain) === null)
    throw new RangeError("An export to the control-panel format needs the domain of its user names.");
  return { header: [], cells: (account) => cellsOf(account, domain) };
}

function cellsOf(account: ExportAccount, domain: string): ExportCell[] {
  if (!canHold(account.email, domain))
    throw new RangeError(`${account.email} has no user name of ${domain} that the format can hold.`);
  return [
    typedUsername(account),
    "",
    account.plan ?? "",
    account.givenName ?? "",
    account.middleName ?? "",
    account.familyName ?? "",
    account.role === null || account.role === undefined ? "" : account.role === "ADMINISTRATOR",
    account.contactEmail ?? "",
    account.phone ?? "",
    account.description ?? "",
    account.enabled ?? "",
  ];
}

/** As the account has it: the same letters as in the address, perhaps in another case, which an import would change back. */
function typedUsername({ email, username }: ExportAccount): string {
  const local = usernameOf(email);
  return username?.toLowerCase() === local.toLowerCase() ? username : local;
}

function usernameOf(email: string): string {
  return email.slice(0, email.lastIndexOf("@"));
}
