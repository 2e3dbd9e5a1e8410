// The custom format: any table, by a mapping. Somebody's own, else a ready one for a known export, else a suggestion.
// Its rules, template and export are those of the rollcall format, which has every field.
import { checkNameGiven } from "../../checks/check-name-given";
import { checkSplitName } from "../../checks/check-split-name";
import type { Format } from "../../model/format";
import { rollcall } from "../rollcall";
import { allRules } from "../rollcall/rules";
import { matchCustom } from "./match-custom";

/** Any columns, mapped by hand. */
export const custom: Format = {
  id: "custom",
  label: "Own columns",
  description: "Any table with an address a row; which column is what, a mapping says.",
  columns: rollcall.columns,
  defaults: { mode: "create", strict: false },
  demands: {},
  holds: rollcall.holds,
  protectsAdministrators: false,
  match: matchCustom,
  rules: [...allRules, checkSplitName, checkNameGiven],
  template: rollcall.template,
  exporter: rollcall.exporter,
};
