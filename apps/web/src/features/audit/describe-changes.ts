/**
 * What an audit event changed, in one line: "Department: Sales → Operations". Pure. It reads whatever the event holds and
 * leaves out what it cannot say.
 */

const names: Record<string, string> = {
  fullName: "Name",
  givenName: "Given name",
  middleName: "Middle name",
  familyName: "Family name",
  email: "Address",
  department: "Department",
  departmentName: "Department",
  phone: "Phone",
  contactEmail: "Contact address",
  description: "Description",
  groups: "Groups",
  role: "Role",
  adminRole: "Admin role",
  group: "Group",
  name: "Name",
  kind: "Kind",
  username: "User name",
  aliases: "Other addresses",
  plan: "Plan",
  accountCode: "Account code",
  note: "Note",
  exchangeDomain: "Exchange domain",
  exchangeUsername: "Exchange user name",
  pop: "POP",
  submit: "SMTP submission",
  delegates: "May open it",
  enabled: "Enabled",
  lockedOut: "Locked out",
  mustChangePassword: "Change at next sign-in",
  passwordNeverExpires: "Password never expires",
  services: "Services",
  rules: "Sentences",
  isDefault: "Default",
  recipientValidation: "Recipient validation",
  device: "Device",
  policy: "Policy",
};

/** An attribute is written under its own name: "attribute:Cost centre". */
const nameOf = (field: string): string | undefined =>
  names[field] ?? (field.startsWith("attribute:") ? field.slice("attribute:".length) : undefined);

/** Null when there is nothing to say. */
export function describeChanges(data: Record<string, unknown>): string | null {
  const source = isObject(data["changes"]) ? data["changes"] : data;
  const parts = Object.entries(source).flatMap(([field, value]) => {
    const name = nameOf(field);
    // A change is said whatever the field is called; a lone value only when people know its name.
    if (name === undefined && !isChange(value)) return [];
    const said = describeValue(value);
    return said === null ? [] : [`${name ?? field}: ${said}`];
  });
  return parts.length === 0 ? null : parts.join(" · ");
}

function isChange(value: unknown): boolean {
  return isObject(value) && ["from", "to", "add", "remove"].some((key) => key in value);
}

function describeValue(value: unknown): string | null {
  if (isObject(value) && ("from" in value || "to" in value)) {
    return `${plain(value["from"])} → ${plain(value["to"])}`;
  }
  if (isObject(value) && (Array.isArray(value["add"]) || Array.isArray(value["remove"]))) {
    const added = toList(value["add"]).map((name) => `+${name}`);
    const removed = toList(value["remove"]).map((name) => `−${name}`);
    return [...added, ...removed].join(", ") || null;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return plain(value);
  if (Array.isArray(value)) return toList(value).join(", ") || null;
  return null;
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return toList(value).join(", ") || "nothing";
  return typeof value === "string" || typeof value === "number" ? String(value) : "…";
}

function toList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
