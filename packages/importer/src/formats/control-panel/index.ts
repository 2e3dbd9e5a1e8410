// The control-panel format (S3): which values, which rules, in which order. The rules themselves are in src/checks.
import { checkAdmin } from "../../checks/check-admin";
import { checkBrackets } from "../../checks/check-brackets";
import { checkContactEmail } from "../../checks/check-contact-email";
import { checkNameParts } from "../../checks/check-name-parts";
import { checkPasswordCell } from "../../checks/check-password-cell";
import { checkPasswordGiven } from "../../checks/check-password-given";
import { checkPlanName } from "../../checks/check-plan-name";
import { checkSwitch } from "../../checks/check-switch";
import { checkDescription, checkPhone } from "../../checks/check-text-field";
import { checkUsername } from "../../checks/check-username";
import { checkValueCount } from "../../checks/check-value-count";
import type { Format } from "../../model/format";
import { columns, neededValues, switchWords } from "./columns";
import { canHold, exporter } from "./export";
import { matchShape } from "./match-shape";
import { template } from "./template";

/** Control panel: two to eleven values a row, by position; user names that become addresses of the import's domain. */
export const controlPanel: Format = {
  id: "control-panel",
  label: "Control panel",
  description:
    "A CSV without a header: user name, password, plan, names, admin, email, phone, description and enabled, by position.",
  columns,
  defaults: { mode: "create", strict: false },
  demands: { domain: true, password: true, plan: true },
  holds: [
    "email",
    "username",
    "plan",
    "givenName",
    "middleName",
    "familyName",
    "role",
    "contactEmail",
    "phone",
    "description",
    "enabled",
  ],
  protectsAdministrators: false,
  match: (rows) => matchShape(rows),
  rules: [
    checkUsername,
    checkNameParts,
    checkPasswordCell,
    checkPasswordGiven,
    checkPlanName,
    checkAdmin(switchWords),
    checkContactEmail,
    checkPhone,
    checkDescription,
    checkSwitch({ field: "enabled", code: "enabled.invalid", words: switchWords }),
    checkBrackets,
    checkValueCount(neededValues),
  ],
  template,
  exporter,
  canExport: ({ email }, { domain }) => domain !== undefined && canHold(email, domain),
};
