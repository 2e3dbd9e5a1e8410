// The mobile-security format (S1): which columns, which rules, in which order. The rules themselves are in src/checks.
import { checkConfusable } from "../../checks/check-confusable";
import { checkEmail } from "../../checks/check-email";
import { checkExchange } from "../../checks/check-exchange";
import { checkForeignDomain } from "../../checks/check-foreign-domain";
import { checkFullName } from "../../checks/check-full-name";
import { checkGroups } from "../../checks/check-groups";
import { checkRole } from "../../checks/check-role";
import type { Format } from "../../model/format";
import { matchHeaders } from "../match-headers";
import { columns } from "./columns";
import { exporter } from "./export";
import { template } from "./template";

/** Mobile security: people, the group whose policy their devices get, their role and their Exchange account. */
export const mobileSecurity: Format = {
  id: "mobile-security",
  label: "Mobile security",
  description:
    "A CSV with an address and a name a row, and where needed the group, the role and the Exchange account for the person’s devices.",
  columns,
  defaults: { mode: "create", strict: false },
  demands: {},
  holds: ["email", "fullName", "groups", "role", "exchange"],
  protectsAdministrators: false,
  match: (rows) => matchHeaders(columns, rows),
  rules: [
    checkEmail,
    checkConfusable,
    checkForeignDomain,
    checkFullName,
    checkGroups,
    checkRole,
    checkExchange,
  ],
  template,
  exporter,
};
