// The note of a row: any text up to 100 characters.
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { checkTextField } from "./check-text-field";

/** `note.too-long` */
export const checkNote: Rule = checkTextField({ field: "note", code: "note.too-long", limit: lengths.note });
