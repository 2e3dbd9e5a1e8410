// The columns of the rollcall format: every field of the canonical record under its own name (INTERFACE.md). Data only.
import type { ColumnSpec } from "../../model/format";
import type { FieldName } from "../../model/record";

const optional = { required: false, repeats: false, secret: false } as const;

function column(field: FieldName, help: string, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { ...optional, field, header: field, help, ...more };
}

/** Headers of attributes begin with it; the attribute's name follows. */
export const attributePrefix = "attribute:";

/** In the order in which templates and exports write them; lists and attributes as often as needed. */
export const columns: readonly ColumnSpec[] = [
  column("email", "The primary address. It identifies the account.", { required: true }),
  column("username", "The user name, up to 64 characters."),
  column("fullName", "The name that is shown; required unless a given or family name is there."),
  column("givenName", "The given name."),
  column("middleName", "The middle name."),
  column("familyName", "The family name."),
  column("kind", "Person or list; empty means person for a new account."),
  column("role", "Administrator or User."),
  column("adminRole", "Master, Migration, Super, Full, Basic, Helpdesk or Gateway; makes an administrator."),
  column("department", "Created if there is none of that name."),
  column("groups", "One group a column; repeat the header as often as needed.", {
    header: "group",
    also: ["groups"],
    repeats: true,
  }),
  column("aliases", "Another address of the account; one a column, repeat the header as often as needed.", {
    header: "alias",
    also: ["aliases"],
    repeats: true,
  }),
  column("delegates", "Somebody who may open the mailbox; one address a column.", {
    header: "delegate",
    also: ["delegates"],
    repeats: true,
  }),
  column("plan", "The name of a service plan."),
  column("phone", "Any phone number, up to 64 characters."),
  column("contactEmail", "An address outside at which the person can be reached."),
  column("description", "Up to 2,000 characters."),
  column("enabled", "True or false; who is not enabled can neither sign in nor use services."),
  column("lockedOut", "True or false."),
  column("mustChangePassword", "True or false."),
  column("passwordNeverExpires", "True or false."),
  column("pop", "True or false; true on your own domains only."),
  column("submit", "True or false; true on your own domains only."),
  column("exchange", "The domain of the Exchange account.", { part: "domain", header: "exchangeDomain" }),
  column("exchange", "The user name of the Exchange account.", {
    part: "username",
    header: "exchangeUsername",
  }),
  column("accountCode", "The remote account code, up to 64 characters."),
  column("note", "Up to 100 characters."),
  column("sendWelcome", "True to send a welcome mail; exports leave it empty."),
  column("password", "Leave it empty and the owner sets one; exports leave it empty.", { secret: true }),
  column("attributes", "A custom attribute; its name follows the colon, and every attribute has a column.", {
    part: "Desk",
    header: `${attributePrefix}Desk`,
  }),
];
