// The rules of every field of the record, in the order in which their problems are told. Which columns there are, the format
// that uses them says.
import { checkAccountCode } from "../../checks/check-account-code";
import { checkAdminRole } from "../../checks/check-admin-role";
import { checkAliases } from "../../checks/check-aliases";
import { checkAttributes } from "../../checks/check-attributes";
import { checkConfusable } from "../../checks/check-confusable";
import { checkContactEmail } from "../../checks/check-contact-email";
import { checkDelegates } from "../../checks/check-delegates";
import { checkDepartment } from "../../checks/check-department";
import { checkEmail } from "../../checks/check-email";
import { checkExchange } from "../../checks/check-exchange";
import { checkForeignDomain } from "../../checks/check-foreign-domain";
import { checkGroups } from "../../checks/check-groups";
import { checkKind } from "../../checks/check-kind";
import { checkNameParts } from "../../checks/check-name-parts";
import { checkNote } from "../../checks/check-note";
import { checkOptionalName } from "../../checks/check-optional-name";
import { checkOwnDomainSwitch } from "../../checks/check-own-domain-switch";
import { checkPasswordCell } from "../../checks/check-password-cell";
import { checkPlanName } from "../../checks/check-plan-name";
import { checkRole } from "../../checks/check-role";
import { checkSwitch, type SwitchWords } from "../../checks/check-switch";
import { checkDescription, checkPhone, checkTextField } from "../../checks/check-text-field";
import { checkListPassword } from "../../checks/check-list-password";
import { checkWayInUnmailed } from "../../checks/check-way-in";
import { checkWelcome } from "../../checks/check-welcome";
import type { Rule } from "../../model/check";

const words: SwitchWords = { on: ["true", "yes", "y", "on", "1"], off: ["false", "no", "n", "off", "0"] };

/** Every field that a column goes into, but for whether a row must have it: only an address must be there. */
export const allRules: readonly Rule[] = [
  checkEmail,
  checkConfusable,
  checkForeignDomain,
  checkTextField({ field: "username", code: "username.too-long", limit: 64 }),
  checkOptionalName,
  checkNameParts,
  checkPasswordCell,
  checkKind,
  checkListPassword,
  checkRole,
  checkAdminRole,
  checkDepartment,
  checkGroups,
  checkAliases,
  checkDelegates,
  checkPlanName,
  checkPhone,
  checkContactEmail,
  checkDescription,
  checkSwitch({ field: "enabled", code: "enabled.invalid", words }),
  checkSwitch({ field: "lockedOut", code: "locked-out.invalid", words }),
  checkSwitch({ field: "mustChangePassword", code: "must-change-password.invalid", words }),
  checkSwitch({ field: "passwordNeverExpires", code: "password-never-expires.invalid", words }),
  checkSwitch({ field: "pop", code: "pop.invalid", words }),
  checkSwitch({ field: "submit", code: "submit.invalid", words }),
  checkOwnDomainSwitch,
  checkExchange,
  checkAccountCode,
  checkNote,
  checkWelcome,
  checkAttributes,
  checkWayInUnmailed,
];
