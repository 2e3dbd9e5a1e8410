// Given, middle and family name, each as it is written. They are never joined or split here.
import type { Rule, RowCheck } from "../model/check";
import { lengths } from "../model/limits";
import { checkTextField } from "./check-text-field";

const rules = (["givenName", "middleName", "familyName"] as const).map((field) =>
  checkTextField({ field, code: "name.too-long", limit: lengths.name }),
);

/** `name.too-long`, for each; fills `givenName`, `middleName` and `familyName`. */
export const checkNameParts: Rule = (file): RowCheck => {
  const checks = rules.map((rule) => rule(file));
  return (row) => {
    for (const check of checks) check(row);
  };
};
