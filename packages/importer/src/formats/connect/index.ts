// The connect format (S2): which columns, which rules, in which order. The rules themselves are in src/checks.
import { checkConfusable } from "../../checks/check-confusable";
import { checkEmail } from "../../checks/check-email";
import { checkForeignDomain } from "../../checks/check-foreign-domain";
import { checkOptionalName } from "../../checks/check-optional-name";
import { checkPasswordCell } from "../../checks/check-password-cell";
import { checkSwitch } from "../../checks/check-switch";
import type { Format } from "../../model/format";
import { columns } from "./columns";
import { exporter } from "./export";
import { matchConnect } from "./match-connect";
import { template } from "./template";

/** Connect: one mail address a row, whatever it is of; any error stops the whole file. */
export const connect: Format = {
  id: "connect",
  label: "Connect application",
  description:
    "A CSV with one address a row, with a name, a password and whether it must be changed; imported by itself when nothing is wrong.",
  columns,
  defaults: { mode: "create", strict: true },
  demands: { commitsByItself: true },
  holds: ["email", "fullName", "mustChangePassword"],
  protectsAdministrators: false,
  match: (rows) => matchConnect(rows),
  rules: [
    checkEmail,
    checkConfusable,
    checkForeignDomain,
    checkOptionalName,
    checkPasswordCell,
    checkSwitch({
      field: "mustChangePassword",
      code: "must-change-password.invalid",
      words: { on: ["TRUE"], off: ["FALSE"] },
    }),
  ],
  template,
  exporter,
};
