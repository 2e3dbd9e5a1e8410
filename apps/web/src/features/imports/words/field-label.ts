/** What the fields of an account are called where changes of them are shown. Pure; the importer's words are not loaded for it. */

const labels: Record<string, string> = {
  email: "Email",
  username: "User name",
  fullName: "Full name",
  givenName: "Given name",
  middleName: "Middle name",
  familyName: "Family name",
  kind: "Kind",
  department: "Department",
  groups: "Groups",
  aliases: "Aliases",
  role: "Role",
  adminRole: "Administrator’s role",
  plan: "Plan",
  phone: "Phone",
  contactEmail: "Contact email",
  description: "Description",
  note: "Note",
  enabled: "Enabled",
  lockedOut: "Locked out",
  mustChangePassword: "Must change password",
  passwordNeverExpires: "Password never expires",
  pop: "POP",
  submit: "SMTP submission",
  exchangeDomain: "Exchange domain",
  exchangeUsername: "Exchange user name",
  accountCode: "Account code",
  delegates: "Delegates",
  source: "Source",
  exchange: "Exchange account",
  attributes: "Attributes",
  sendWelcome: "Send email",
  password: "Password",
};

const order = Object.keys(labels);

/** "Full name"; an attribute by its own name. */
export function fieldLabel(field: string): string {
  return field.startsWith("attribute:") ? field.slice("attribute:".length) : (labels[field] ?? field);
}

/** For sorting: fields in their order, attributes after them by name. */
export function byField(one: string, other: string): number {
  const place = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);
  return place(one) - place(other) || fieldLabel(one).localeCompare(fieldLabel(other));
}

const words: Record<string, string> = {
  ADMINISTRATOR: "Administrator",
  USER: "User",
  PERSON: "Person",
  LIST: "Distribution list",
  MANUAL: "Manual",
  IMPORTED: "Imported",
  DIRECTORY: "Directory",
  MASTER: "Master",
  MIGRATION: "Migration",
  SUPER: "Super",
  FULL: "Full",
  BASIC: "Basic",
  HELPDESK: "Help desk",
  GATEWAY: "Gateway",
};

const coded = new Set(["role", "adminRole", "kind", "source"]);

/** A value as people read it: switches as Yes and No, roles by name; null where there is none. */
export function fieldValue(field: string, value: string | boolean | null): string | null {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (value === null || value === "") return null;
  return coded.has(field) ? (words[value] ?? value) : value;
}
