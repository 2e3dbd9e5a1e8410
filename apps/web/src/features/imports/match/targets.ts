/** What a column of a file can go into, as the match step offers it: in parts, with words and what values mean in it. Pure. */
import { fieldLabels, mappingTargets, placeOfTarget, type MappingTarget } from "@rollcall/importer";

const parts: Partial<Record<MappingTarget, string>> = {
  group: "Group",
  alias: "Alias",
  delegate: "Delegate",
  exchangeDomain: "Exchange domain",
  exchangeUsername: "Exchange user name",
};

/** "Email", "Exchange domain", "Attribute: Cost centre". */
export function labelOf(target: MappingTarget): string {
  const { field, part } = placeOfTarget(target);
  if (field === "attributes") return `Attribute: ${part ?? ""}`;
  return parts[target] ?? fieldLabels[field];
}

/** In the order in which they are offered. */
export const targetGroups: readonly { group: string; targets: readonly MappingTarget[] }[] = [
  {
    group: "Who it is",
    targets: ["email", "fullName", "givenName", "middleName", "familyName", "username", "alias", "kind"],
  },
  { group: "Where they belong", targets: ["department", "group", "role", "adminRole", "plan"] },
  { group: "How to reach them", targets: ["phone", "contactEmail", "description", "note"] },
  {
    group: "Signing in",
    targets: [
      "password",
      "mustChangePassword",
      "passwordNeverExpires",
      "enabled",
      "lockedOut",
      "sendWelcome",
    ],
  },
  {
    group: "Mailbox",
    targets: ["exchangeDomain", "exchangeUsername", "pop", "submit", "delegate", "accountCode"],
  },
];

/** Several columns may go into it. */
export function mayRepeat(target: MappingTarget): boolean {
  return target === "fullName" || target === "group" || target === "alias" || target === "delegate";
}

const yesNo = ["Yes", "No"] as const;
const fixed: Partial<Record<MappingTarget, readonly string[]>> = {
  enabled: yesNo,
  lockedOut: yesNo,
  mustChangePassword: yesNo,
  passwordNeverExpires: yesNo,
  pop: yesNo,
  submit: yesNo,
  sendWelcome: yesNo,
  role: ["Administrator", "User"],
  adminRole: ["Master", "Migration", "Super", "Full", "Basic", "Helpdesk", "Gateway"],
  kind: ["Person", "List"],
};

/** What may be written in it; null where anything may. */
export function valuesOf(target: string): readonly string[] | null {
  return fixed[target as MappingTarget] ?? null;
}

const switches = new Set(["yes", "y", "true", "on", "1", "no", "n", "false", "off", "0"]);

/** Whether a value is understood as it stands. */
export function isRead(target: string, value: string): boolean {
  const accepted = valuesOf(target);
  const text = value.trim().toLowerCase();
  if (accepted === null || text === "" || text === "{clear}") return true;
  if (accepted === yesNo) return switches.has(text);
  return accepted.some(
    (word) =>
      word.toLowerCase() === text.replace(/[\s_-]|administrator$/gu, "") || word.toLowerCase() === text,
  );
}

/** What can be the same for everybody whose file says nothing. */
export const defaultTargets: readonly MappingTarget[] = mappingTargets.filter(
  (target) => target !== "email" && target !== "password" && target !== "alias" && target !== "username",
);
