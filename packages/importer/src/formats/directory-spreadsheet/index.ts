// The directory-spreadsheet format (S4): which columns, which rules, in which order. The rules themselves are in src/checks.
import { checkAccountCode } from "../../checks/check-account-code";
import { checkAdminRole } from "../../checks/check-admin-role";
import { checkAliases } from "../../checks/check-aliases";
import { checkAttributes } from "../../checks/check-attributes";
import { checkConfusable } from "../../checks/check-confusable";
import { checkDelegates } from "../../checks/check-delegates";
import { checkEmail } from "../../checks/check-email";
import { checkForeignDomain } from "../../checks/check-foreign-domain";
import { checkOptionalName } from "../../checks/check-optional-name";
import { checkOwnDomainSwitch } from "../../checks/check-own-domain-switch";
import { checkPasswordCell } from "../../checks/check-password-cell";
import { checkSwitch, type SwitchWords } from "../../checks/check-switch";
import type { Format } from "../../model/format";
import { columns } from "./columns";
import { exporter } from "./export";
import { matchLayout } from "./match";
import { template } from "./template";
import { warnOfEmptyName } from "./warn-of-empty-name";

const words: SwitchWords = { on: ["yes", "y", "true", "on", "1"], off: ["no", "n", "false", "off", "0"] };

/** Directory spreadsheet: a list anywhere on a sheet, with switches, aliases, delegates and attributes. */
export const directorySpreadsheet: Format = {
  id: "directory-spreadsheet",
  label: "Directory spreadsheet",
  description:
    "A sheet in which “email” marks where the list begins and “name” is right of it; switches, aliases, delegates and attributes where it has them.",
  columns,
  defaults: { mode: "upsert", strict: true },
  demands: { stopsOn: ["password.policy"] },
  holds: [
    "email",
    "fullName",
    "mustChangePassword",
    "passwordNeverExpires",
    "lockedOut",
    "pop",
    "submit",
    "aliases",
    "accountCode",
    "role",
    "adminRole",
    "delegates",
    "attributes",
  ],
  protectsAdministrators: false,
  match: (rows) => matchLayout(rows),
  rules: [
    checkEmail,
    checkConfusable,
    checkForeignDomain,
    checkOptionalName,
    warnOfEmptyName,
    checkPasswordCell,
    checkSwitch({ field: "mustChangePassword", code: "must-change-password.invalid", words }),
    checkSwitch({ field: "passwordNeverExpires", code: "password-never-expires.invalid", words }),
    checkSwitch({ field: "lockedOut", code: "locked-out.invalid", words }),
    checkSwitch({ field: "pop", code: "pop.invalid", words }),
    checkSwitch({ field: "submit", code: "submit.invalid", words }),
    checkOwnDomainSwitch,
    checkAliases,
    checkAccountCode,
    checkAdminRole,
    checkDelegates,
    checkAttributes,
  ],
  template,
  exporter,
};
