// The hosted-users format (S0): which columns, which rules, in which order. The rules themselves are in src/checks.
import { checkConfusable } from "../../checks/check-confusable";
import { checkDepartment } from "../../checks/check-department";
import { checkEmail } from "../../checks/check-email";
import { checkForeignDomain } from "../../checks/check-foreign-domain";
import { checkFullName } from "../../checks/check-full-name";
import { checkGroups } from "../../checks/check-groups";
import { checkPasswordCell } from "../../checks/check-password-cell";
import { checkSendEmail } from "../../checks/check-send-email";
import { checkWayIn } from "../../checks/check-way-in";
import type { Format } from "../../model/format";
import { matchHeaders } from "../match-headers";
import { columns } from "./columns";
import { exporter } from "./export";
import { giveUserRole } from "./give-user-role";
import { template } from "./template";

/** Hosted users: an address, a name, and what else the row says; everyone gets the role User. */
export const hostedUsers: Format = {
  id: "hosted-users",
  label: "Hosted users",
  description:
    "A CSV with an address and a name a row; a welcome mail, a department and groups where it says so.",
  columns,
  defaults: { mode: "create", strict: false },
  demands: {},
  holds: ["email", "fullName", "department", "groups"],
  protectsAdministrators: true,
  match: (rows) => matchHeaders(columns, rows),
  rules: [
    giveUserRole,
    checkEmail,
    checkConfusable,
    checkForeignDomain,
    checkFullName,
    checkPasswordCell,
    checkDepartment,
    checkSendEmail,
    checkWayIn,
    checkGroups,
  ],
  template,
  exporter,
};
