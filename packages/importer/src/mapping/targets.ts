// What a column can be mapped to, and which place in the record that is. It knows no mapping and no file.
import { flatKey } from "../model/flat-key";
import type { MappingTarget } from "../model/mapping";
import type { FieldName } from "../model/record";

/** A field of the record, or a part of one. */
export interface FieldPlace {
  field: FieldName;
  part?: string;
}

const fields = [
  "email",
  "username",
  "fullName",
  "givenName",
  "middleName",
  "familyName",
  "department",
  "role",
  "adminRole",
  "plan",
  "phone",
  "contactEmail",
  "description",
  "enabled",
  "lockedOut",
  "mustChangePassword",
  "passwordNeverExpires",
  "pop",
  "submit",
  "accountCode",
  "sendWelcome",
  "kind",
  "note",
  "password",
] as const satisfies readonly (MappingTarget & FieldName)[];

const parts: Readonly<Record<Exclude<MappingTarget, FieldName | `attribute:${string}`>, FieldPlace>> = {
  group: { field: "groups" },
  alias: { field: "aliases" },
  delegate: { field: "delegates" },
  exchangeDomain: { field: "exchange", part: "domain" },
  exchangeUsername: { field: "exchange", part: "username" },
};

const places: ReadonlyMap<string, FieldPlace> = new Map<string, FieldPlace>([
  ...fields.map((field) => [field, { field }] as const),
  ...Object.entries(parts),
]);

/** Every target but the attributes, in the order in which they are offered. */
export const mappingTargets = [...places.keys()] as readonly MappingTarget[];

const attributePrefix = "attribute:";

/** Whether the text names a target; an attribute's name is not blank. */
export function isMappingTarget(text: string): text is MappingTarget {
  return (
    places.has(text) || (text.startsWith(attributePrefix) && text.slice(attributePrefix.length).trim() !== "")
  );
}

/** Where in the record the target is. */
export function placeOfTarget(target: MappingTarget): FieldPlace {
  const place = places.get(target);
  return place ?? { field: "attributes", part: target.slice(attributePrefix.length).trim() };
}

/** The target that a place in the record is, as mappings name it. */
export function targetOfPlace(field: FieldName, part?: string): string {
  if (field === "attributes") return `${attributePrefix}${part ?? ""}`;
  for (const [target, place] of places)
    if (place.field === field && (place.part === undefined || place.part === part)) return target;
  return field;
}

/** The flat key of a target; a text that is none stays as it is. So "group" and "groups" are one key. */
export function keyOfTarget(text: string): string {
  if (!isMappingTarget(text)) return text;
  const { field, part } = placeOfTarget(text);
  return flatKey(field, part);
}

/** Whether several columns may go into it. */
export function mayRepeat(target: MappingTarget): boolean {
  return target === "fullName" || target === "group" || target === "alias" || target === "delegate";
}
