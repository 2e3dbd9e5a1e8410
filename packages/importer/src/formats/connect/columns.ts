// The columns of the connect format (sources/002, "CSV File Requirements"). Data only.
import type { ColumnSpec } from "../../model/format";

/** In the order in which templates and exports write them. */
export const columns: readonly ColumnSpec[] = [
  {
    field: "email",
    header: "Email",
    required: true,
    repeats: false,
    secret: false,
    help: "One address a row: a person’s, an alias or a distribution list. Each becomes an account of its own.",
  },
  {
    field: "fullName",
    header: "Name",
    required: false,
    repeats: false,
    secret: false,
    help: "The name that is shown, up to 200 characters; empty means the part of the address before the @.",
  },
  {
    field: "password",
    header: "Password",
    required: false,
    repeats: false,
    secret: true,
    help: "Leave it empty and there is none until the owner sets one.",
  },
  {
    field: "mustChangePassword",
    header: "Force Change Password",
    required: false,
    repeats: false,
    secret: false,
    help: "TRUE or FALSE: whether a new password must be set at the first sign-in.",
  },
];
