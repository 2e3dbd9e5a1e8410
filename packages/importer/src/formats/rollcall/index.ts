// The rollcall format: our own, with every field of the model. Its export read again gives the same records.
import { checkNameGiven } from "../../checks/check-name-given";
import type { Format } from "../../model/format";
import { emptyRecord, type FieldName } from "../../model/record";
import { columns } from "./columns";
import { exporter } from "./export";
import { matchRollcall } from "./match";
import { allRules } from "./rules";
import { template } from "./template";

const neverHeld: readonly FieldName[] = ["password", "sendWelcome"];

/** Rollcall: every field of an account, one header each. */
export const rollcall: Format = {
  id: "rollcall",
  label: "Rollcall",
  description: "Every field of an account, one column each; what is exported can be imported unchanged.",
  columns,
  defaults: { mode: "create", strict: false },
  demands: {},
  holds: (Object.keys(emptyRecord()) as FieldName[]).filter((field) => !neverHeld.includes(field)),
  protectsAdministrators: false,
  match: (rows) => matchRollcall(rows),
  rules: [...allRules, checkNameGiven],
  template,
  exporter,
};
