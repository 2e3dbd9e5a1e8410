// The eleven values of the control-panel format, by position (sources/003, "Values"). Data only.
import type { ColumnSpec } from "../../model/format";
import type { FieldName } from "../../model/record";

/** In the order in which a row has them. The headers are for people: the file has none. */
export const columns: readonly ColumnSpec[] = [
  value(
    "username",
    "Username",
    "From 1 to 15 letters and digits; with the domain of the import it is the address.",
    {
      required: true,
    },
  ),
  value("password", "Password", "Checked against the password policy; every new account needs one.", {
    required: true,
    secret: true,
  }),
  value("plan", "Plan name", "An enabled plan; empty means the default plan."),
  value("givenName", "First name", "Any text, up to 200 characters."),
  value("middleName", "Middle name", "Any text, up to 200 characters."),
  value("familyName", "Last name", "Any text, up to 200 characters."),
  value("role", "Admin?", "True, 1 or yes for an administrator; false, 0, no or empty for a user."),
  value("contactEmail", "Email", "An address outside, at which the person can be reached."),
  value("phone", "Phone", "A number in any form, up to 64 characters."),
  value("description", "Description", "Any text, up to 2,000 characters."),
  value(
    "enabled",
    "Enabled?",
    "False, 0 or no for an account that may not sign in; true, 1, yes or empty for any other.",
  ),
];

/** The values that a row must have. */
export const neededValues = 2;

/** The words for yes and no, as fixes and exports of other programs write them first. */
export const switchWords = { on: ["true", "1", "yes"], off: ["false", "0", "no"] } as const;

function value(
  field: FieldName,
  header: string,
  help: string,
  { required = false, secret = false }: { required?: boolean; secret?: boolean } = {},
): ColumnSpec {
  return { field, header, required, repeats: false, secret, help };
}
