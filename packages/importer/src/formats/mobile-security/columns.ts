// The columns of the mobile-security format: the fields of its form, in its order (sources/001, "To add users"). Data only.
import type { ColumnSpec } from "../../model/format";

/** In the order in which templates and exports write them. */
export const columns: readonly ColumnSpec[] = [
  {
    field: "email",
    header: "Email ID",
    required: true,
    repeats: false,
    secret: false,
    help: "The address with which the person signs in, and to which mail goes.",
  },
  {
    field: "fullName",
    header: "Name",
    required: true,
    repeats: false,
    secret: false,
    help: "The name that is shown, up to 200 characters.",
  },
  {
    field: "groups",
    header: "Group",
    required: false,
    repeats: true,
    secret: false,
    help: "The group whose policy applies to the person and the person’s devices. Created if there is none of that name.",
  },
  {
    field: "role",
    header: "Role",
    required: false,
    repeats: false,
    secret: false,
    help: "Administrator or User; empty means User.",
  },
  {
    field: "exchange",
    part: "domain",
    header: "Exchange domain",
    required: false,
    repeats: false,
    secret: false,
    help: "With the user name it sets up Exchange ActiveSync on the person’s devices.",
  },
  {
    field: "exchange",
    part: "username",
    header: "Exchange username",
    required: false,
    repeats: false,
    secret: false,
    help: "The person’s user name in the Exchange domain.",
  },
];
