// The remote account code of a row: any text up to 64 characters. Who may set it, only the plan knows.
import type { Rule } from "../model/check";
import { checkTextField } from "./check-text-field";

/** `account-code.too-long` */
export const checkAccountCode: Rule = checkTextField({
  field: "accountCode",
  code: "account-code.too-long",
  limit: 64,
});
