// What the headings of a directory spreadsheet mean: they are compared exactly, case included (sources/004). It knows no rows.
import { nearestText } from "../../address/nearest-text";
import { isSecretColumn } from "../../mask-cells";
import type { FieldName } from "../../model/record";
import { headerKey } from "../header-key";

/** Headings `alias1` to `alias10`, `delegate1` to `delegate10`. */
export const listedAtMost = 10;

/** The three headings whose place is fixed. */
export const placed = ["email", "name", "password"] as const;

const single: Readonly<Record<string, FieldName>> = {
  changepassword: "mustChangePassword",
  passwordneverexpire: "passwordNeverExpires",
  accountlockedout: "lockedOut",
  pop: "pop",
  submit: "submit",
  remoteaccountcode: "accountCode",
  adminrole: "adminRole",
};

/** `numbered("alias")`: alias1, alias2, … alias10. */
export function numbered(name: "alias" | "delegate", count: number = listedAtMost): string[] {
  return Array.from({ length: count }, (_, i) => `${name}${String(i + 1)}`);
}

const fields: ReadonlyMap<string, FieldName> = new Map([
  ...Object.entries(single),
  ...numbered("alias").map((heading) => [heading, "aliases"] as const),
  ...numbered("delegate").map((heading) => [heading, "delegates"] as const),
]);

/** The field that a heading right of `name` means; null when it is none of the format's own. */
export function fieldOf(heading: string): FieldName | null {
  return fields.get(heading) ?? null;
}

/** "aliases" for `alias11` and beyond, "delegates" for `delegate11`; else null. */
export function beyondLast(heading: string): "aliases" | "delegates" | null {
  const [, name, number = ""] = /^(alias|delegate)([1-9]\d*)$/u.exec(heading) ?? [];
  if (name === undefined || (number.length < 3 && Number(number) <= listedAtMost)) return null;
  return name === "alias" ? "aliases" : "delegates";
}

/** Whether the heading names a password, in whatever language or case: its cells are never read as an attribute. */
export function namesPassword(heading: string): boolean {
  return isSecretColumn({ index: 0, header: heading, field: null, reason: "" });
}

/** Whether an attribute of that name can be written as a heading and is read back as that attribute. */
export function isAttributeHeading(heading: string): boolean {
  const known = (placed as readonly string[]).includes(heading) || fields.has(heading);
  return !known && heading.trim() !== "" && beyondLast(heading) === null && !namesPassword(heading);
}

// Attributes that directories usually have: what a slip of the hand in a heading probably meant.
const usual = (
  "telephonenumber mobile homephone facsimiletelephonenumber pager title jobtitle department division company office " +
  "physicaldeliveryofficename physicaladdress description street streetaddress postaladdress postalcode postofficebox " +
  "state country location manager employeeid employeenumber employeetype costcentre costcenter firstname lastname " +
  "givenname surname displayname middlename initials website birthday organisation organization"
).split(" ");
const own = [...placed, ...Object.keys(single), "alias1", "delegate1"];
const ownKeys = new Set([...placed, ...fields.keys()]);

/** What a heading that is none of the format's own probably meant; null when it looks like nothing that is known. */
export function nearMiss(heading: string): string | null {
  const key = headerKey(heading);
  if (key.length > 40) return null;
  if (ownKeys.has(key)) return key;
  if (usual.includes(key)) return null;
  const near = nearest(key, own);
  if (near !== null) return near;
  if (namesPassword(heading)) return "password";
  // telephonenumber2 is one more, not a slip.
  return nearest(key.replace(/\d+$/u, ""), usual, true);
}

// Short headings have many neighbours that mean something else.
function nearest(key: string, candidates: readonly string[], exactIsNone = false): string | null {
  if (key.length < 5) return null;
  const found = nearestText(key, candidates, key.length < 10 ? 1 : 2);
  return found === null || found.length < 5 || (exactIsNone && found === key) ? null : found;
}
