/** The settings as the screen shows them: in which section, under what name, of what form. Pure. */
import type { OrganisationSettings } from "@rollcall/accounts";

export type SettingName = keyof OrganisationSettings;

export interface SettingField {
  name: SettingName;
  label: string;
  /** after the number */
  unit?: string;
  /** of a number: what 0 means, when it is not "none of them" */
  zero?: string;
  type: "text" | "email" | "number" | "zone" | "switch";
  /** of a switch: its two values in words */
  options?: { value: "true" | "false"; label: string }[];
}

export interface SettingSection {
  title: string;
  description: string;
  fields: SettingField[];
}

export const settingSections: SettingSection[] = [
  {
    title: "Organisation",
    description: "How it is called on every page and in every mail.",
    fields: [
      { name: "organisation.name", label: "Name", type: "text" },
      { name: "organisation.supportAddress", label: "Where readers of a mail can ask", type: "email" },
      { name: "organisation.timeZone", label: "Time zone in mails", type: "zone" },
    ],
  },
  {
    title: "Passwords",
    description: "A long one beats a complicated one: there are no rules about signs, and none expires.",
    fields: [
      { name: "password.minLength", label: "At least", unit: "characters", type: "number" },
      {
        name: "password.required",
        label: "Files have to bring passwords",
        type: "switch",
        options: [
          { value: "true", label: "Yes, where the format asks for one" },
          { value: "false", label: "No, people set one through a link" },
        ],
      },
      { name: "link.setPasswordHours", label: "A welcome link works for", unit: "hours", type: "number" },
      { name: "link.resetPasswordMinutes", label: "A reset link works for", unit: "minutes", type: "number" },
    ],
  },
  {
    title: "Imports",
    description:
      "The record of every import stays; what its rows said may go after a while: 0 days keeps it always. What has gone cannot be undone any more.",
    fields: [
      { name: "imports.keepRowsDays", label: "Keep rows for", unit: "days", zero: "Always", type: "number" },
    ],
  },
  {
    title: "Guards",
    description:
      "More than this, and an import asks for its number and the password again before anything happens.",
    fields: [
      { name: "guard.changedShare", label: "Accounts changed, as a share", unit: "% of all", type: "number" },
      { name: "guard.changedAccounts", label: "Accounts changed", unit: "accounts", type: "number" },
      { name: "guard.removals", label: "Memberships ended", unit: "memberships", type: "number" },
      {
        name: "guard.administrators",
        label: "Any administrator changed",
        type: "switch",
        options: [
          { value: "true", label: "Ask" },
          { value: "false", label: "Do not ask" },
        ],
      },
    ],
  },
  {
    title: "Sessions",
    description: "How long a sign-in lasts: at most, and without being used.",
    fields: [
      { name: "session.administratorHours", label: "Administrators, at most", unit: "hours", type: "number" },
      {
        name: "session.administratorIdleMinutes",
        label: "Administrators, unused",
        unit: "minutes",
        type: "number",
      },
      { name: "session.userHours", label: "Users, at most", unit: "hours", type: "number" },
      { name: "session.userIdleMinutes", label: "Users, unused", unit: "minutes", type: "number" },
    ],
  },
];

/** A value in words: its option, its number with the unit, what 0 stands for. Undefined: as it is. */
export function sayValue(field: SettingField, text: string): string | undefined {
  if (field.options !== undefined) return field.options.find((option) => option.value === text)?.label;
  if (field.zero !== undefined && text === "0") return field.zero;
  if (field.unit === undefined) return undefined;
  return `${text} ${text === "1" ? field.unit.replace(/s$/, "") : field.unit}`;
}

/** What was typed as the value that is sent; an empty optional text is "none". */
export function parseTyped(field: SettingField, text: string): string | number | boolean | null {
  const trimmed = text.trim();
  switch (field.type) {
    case "number":
      return /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    case "switch":
      return trimmed === "true";
    case "email":
      return trimmed === "" ? null : trimmed;
    case "text":
    case "zone":
      return trimmed;
  }
}
