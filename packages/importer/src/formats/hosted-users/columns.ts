// The columns of the hosted-users format (sources/000, the list under step 3). Data only.
import type { ColumnSpec } from "../../model/format";

/** In the order in which templates and exports write them. */
export const columns: readonly ColumnSpec[] = [
  {
    field: "email",
    header: "Email",
    required: true,
    repeats: false,
    secret: false,
    help: "The address of the account’s owner. It identifies the account.",
  },
  {
    field: "fullName",
    header: "Full Name",
    required: true,
    repeats: false,
    secret: false,
    help: "The name that is shown, up to 200 characters.",
  },
  {
    field: "password",
    header: "Password",
    required: false,
    repeats: false,
    secret: true,
    help: "Leave it empty and the owner sets one through the link in the welcome mail.",
  },
  {
    field: "department",
    header: "Department",
    required: false,
    repeats: false,
    secret: false,
    help: "Created if there is none of that name.",
  },
  {
    field: "sendWelcome",
    header: "Send email",
    required: false,
    repeats: false,
    secret: false,
    help: "Yes or No; empty means No. Write Yes where there is no password.",
  },
  {
    field: "groups",
    header: "Group",
    required: false,
    repeats: true,
    secret: false,
    help: "One group a column; repeat the header as often as needed. Created if there is none of that name.",
  },
];
