/** Judges a password that somebody chooses in a form, by the organisation's policy, in words. */
import { checkPassword, describePasswordFault } from "@rollcall/importer";
import type { OrganisationSettings } from "../organisation/settings";
import { refuse, type Result } from "../result";

/** The longest password that is looked at at all (PRODUCT.md, Password policy). */
export const passwordMaxLength = 1024;

/** A refusal for the form's field, or null when the password may be used. */
export function refuseWeakPassword(
  password: string,
  settings: OrganisationSettings,
  owner: { email: string; name: string },
  field: "password" | "newPassword" = "password",
): (Result<never> & { ok: false }) | null {
  const policy = { minLength: settings["password.minLength"], maxLength: passwordMaxLength };
  const fault = checkPassword(password, policy, owner);
  return fault === null
    ? null
    : refuse({ code: "invalid", fields: { [field]: describePasswordFault(fault) } });
}
