/**
 * The settings of the organisation: their names, defaults and bounds, as one table. The names are those of
 * `rollcall settings get`. Knows no screens.
 */
import { readSettings, type Queryable } from "@rollcall/db";
import { z } from "zod";

const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const settings = {
  /** shown on every page and in every mail */
  "organisation.name": {
    schema: text(200),
    default: "Your organisation",
    says: "Give a name of at most 200 characters.",
  },
  /** where a reader of a mail can ask; null: not mentioned */
  "organisation.supportAddress": {
    schema: z.email().max(254).nullable(),
    default: null,
    says: "Give a mail address, or nothing.",
  },
  /** in which instants are written in mails */
  "organisation.timeZone": {
    schema: z.string().refine(isTimeZone),
    default: "UTC",
    says: "Give a time zone like Europe/Oslo.",
  },
  "password.minLength": { schema: whole(1, 128), default: 12, says: "Give a length from 1 to 128." },
  /** false: files that ask for a password (control-panel) may leave it out; its owner then sets one through a link */
  "password.required": { schema: z.boolean(), default: true, says: "Say true or false." },
  /** how long a sign-in lasts at most */
  "session.administratorHours": { schema: whole(1, 168), default: 8, says: "Give hours from 1 to 168." },
  "session.userHours": { schema: whole(1, 168), default: 10, says: "Give hours from 1 to 168." },
  /** how long a sign-in lasts without being used */
  "session.administratorIdleMinutes": {
    schema: whole(5, 1440),
    default: 30,
    says: "Give minutes from 5 to 1,440.",
  },
  "session.userIdleMinutes": { schema: whole(5, 1440), default: 60, says: "Give minutes from 5 to 1,440." },
  /** how long the link in a welcome mail works */
  "link.setPasswordHours": { schema: whole(1, 168), default: 72, says: "Give hours from 1 to 168." },
  /** how long the link in a password-reset mail works */
  "link.resetPasswordMinutes": { schema: whole(5, 60), default: 60, says: "Give minutes from 5 to 60." },
  /** after so many days what rows of an ended import say is removed; 0: never */
  "imports.keepRowsDays": { schema: whole(0, 36_500), default: 0, says: "Give days, or 0 to keep them." },
  /** over these limits, confirming an import takes the number of accounts and the password */
  "guard.changedShare": { schema: whole(0, 100), default: 20, says: "Give a percentage from 0 to 100." },
  "guard.changedAccounts": {
    schema: whole(0, 10_000_000),
    default: 500,
    says: "Give a number of accounts up to 10,000,000.",
  },
  "guard.removals": {
    schema: whole(0, 10_000_000),
    default: 100,
    says: "Give a number of memberships up to 10,000,000.",
  },
  "guard.administrators": { schema: z.boolean(), default: true, says: "Say true or false." },
} as const satisfies Record<string, { schema: z.ZodType; default: unknown; says: string }>;

export type SettingName = keyof typeof settings;

export type OrganisationSettings = {
  -readonly [Name in SettingName]: z.output<(typeof settings)[Name]["schema"]>;
};

export const settingNames = Object.keys(settings) as SettingName[];

export function isSettingName(text: string): text is SettingName {
  return Object.hasOwn(settings, text);
}

/** As they are now; what was never set, or no longer fits, has its default. */
export async function loadSettings(db: Queryable): Promise<OrganisationSettings> {
  const stored = await readSettings(db);
  const entries = settingNames.map((name) => {
    const { schema, default: usual } = settings[name];
    const parsed = schema.safeParse(stored[name]);
    return [name, parsed.success ? parsed.data : usual] as const;
  });
  return Object.fromEntries(entries) as OrganisationSettings;
}

/** The value as it is stored, or what is wrong with it in plain words. */
export function parseSetting(
  name: SettingName,
  value: unknown,
): { ok: true; value: unknown } | { ok: false; says: string } {
  const parsed = settings[name].schema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, says: settings[name].says };
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
