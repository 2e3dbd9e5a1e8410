// The columns of the directory-spreadsheet format (sources/004). Data only.
import type { ColumnSpec } from "../../model/format";
import { numbered } from "./headings";

const optional = { required: false, repeats: false, secret: false } as const;
const words = "yes or no, y/n, true/false, on/off, 1/0; empty leaves it as it is.";

/** In the order in which templates and exports write them. */
export const columns: readonly ColumnSpec[] = [
  {
    field: "email",
    header: "email",
    required: true,
    repeats: false,
    secret: false,
    help: "The primary address. This cell is the checkpoint: the list begins here, anywhere in A1 to M99.",
  },
  {
    field: "fullName",
    header: "name",
    required: true,
    repeats: false,
    secret: false,
    help: "The name that is shown, directly right of email.",
  },
  {
    ...optional,
    field: "password",
    header: "password",
    secret: true,
    help: "Directly right of name. A single one that breaks the password policy stops the whole file.",
  },
  {
    ...optional,
    field: "mustChangePassword",
    header: "changepassword",
    help: `Whether a new password must be set at the first sign-in: ${words}`,
  },
  {
    ...optional,
    field: "passwordNeverExpires",
    header: "passwordneverexpire",
    help: `Whether the password never expires: ${words}`,
  },
  {
    ...optional,
    field: "lockedOut",
    header: "accountlockedout",
    help: `Whether the account is locked: ${words}`,
  },
  {
    ...optional,
    field: "pop",
    header: "pop",
    help: `Whether mail can be fetched over POP3, on your own domains only: ${words}`,
  },
  {
    ...optional,
    field: "submit",
    header: "submit",
    help: `Whether mail can be sent over SMTP, on your own domains only: ${words}`,
  },
  {
    ...optional,
    field: "aliases",
    header: "alias1",
    also: numbered("alias").slice(1),
    help: "Another address of the account; alias1 to alias10, one a column.",
  },
  {
    ...optional,
    field: "accountCode",
    header: "remoteaccountcode",
    help: "The account code; only Master and Migration administrators may import it.",
  },
  {
    ...optional,
    field: "adminRole",
    header: "adminrole",
    help: "Basic, Helpdesk, Gateway, Full, Super, Migration or Master; only Master administrators may import it.",
  },
  {
    ...optional,
    field: "delegates",
    header: "delegate1",
    also: numbered("delegate").slice(1),
    help: "The address of somebody who may open this mailbox; delegate1 to delegate10, one a column.",
  },
  {
    ...optional,
    field: "attributes",
    part: "telephonenumber",
    header: "telephonenumber",
    help: "Any other heading is a custom attribute, created if there is none of that name.",
  },
];
