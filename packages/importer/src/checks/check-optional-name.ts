// The name of a row where the file need not give one; what a new account is called then, the plan decides.
import { lengths } from "../model/limits";
import { checkTextField } from "./check-text-field";

/** `name.too-long`; fills `fullName`, null when the cell is empty. */
export const checkOptionalName = checkTextField({
  field: "fullName",
  code: "name.too-long",
  limit: lengths.name,
});
