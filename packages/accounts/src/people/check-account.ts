/** Judges the fields of an account as a form or a command gives them, in words for each. Knows no database. */
import { addressKey } from "@rollcall/importer";
import { addressFault, fieldLengths, fullNameFault, lineFault, textFault, tidy } from "./check-fields";
import { faults } from "./faults";
import type { EditAccountFields } from "./types";

/** How many aliases, and how many delegates, an account has at most (PRODUCT.md, directory-spreadsheet). */
const mostAddresses = 10;

const lines = {
  givenName: fieldLengths.name,
  middleName: fieldLengths.name,
  familyName: fieldLengths.name,
  departmentName: fieldLengths.name,
  planName: fieldLengths.name,
  phone: fieldLengths.phone,
  note: fieldLengths.note,
  exchangeDomain: fieldLengths.address,
  exchangeUsername: fieldLengths.name,
  accountCode: fieldLengths.name,
} as const satisfies Partial<Record<keyof EditAccountFields, number>>;

/** Only the fields that are wrong; what needs the database to be judged is not looked at. */
export function accountFaults(fields: EditAccountFields): Record<string, string> {
  const found: Record<string, string | null> = {};
  for (const [field, most] of Object.entries(lines)) {
    const text = tidy(fields[field as keyof typeof lines]);
    if (text !== null) found[field] = lineFault(text, most);
  }
  const description = tidy(fields.description);
  const contact = tidy(fields.contactEmail);
  return faults({
    ...found,
    fullName: fields.fullName === undefined ? null : fullNameFault(fields.fullName),
    email: fields.email === undefined ? null : addressFault(fields.email.trim()),
    username: usernameFault(tidy(fields.username)),
    contactEmail: contact === null ? null : addressFault(contact),
    description: description === null ? null : textFault(description, fieldLengths.description),
    groups: firstFault(fields.groups, (name) => lineFault(name.trim(), fieldLengths.name)),
    aliases: addressesFault(fields.aliases),
    delegates: addressesFault(fields.delegates),
    attributes: firstFault(fields.attributes, attributeFault),
  });
}

function usernameFault(username: string | null): string | null {
  if (username === null) return null;
  if (/\s/u.test(username)) return "A user name holds no blanks.";
  return lineFault(username, fieldLengths.name);
}

function attributeFault({ name, value }: { name: string; value: string | null }): string | null {
  if (name.trim() === "") return "Give the attribute a name.";
  const text = tidy(value);
  return (
    lineFault(name.trim(), fieldLengths.name) ??
    (text === null ? null : textFault(text, fieldLengths.attribute))
  );
}

function addressesFault(texts: readonly string[] | undefined): string | null {
  if (texts === undefined) return null;
  const wrong = firstFault(texts, (text) => {
    const address = tidy(text);
    return address === null || addressFault(address) === null
      ? null
      : `${clip(address)} is not a valid mail address.`;
  });
  if (wrong !== null) return wrong;
  return distinctAddresses(texts).length > mostAddresses ? `Give at most ${String(mostAddresses)}.` : null;
}

/** Trimmed, without empty ones, each key once, in the order given. What is no address is left out. */
export function distinctAddresses(texts: readonly string[]): { key: string; email: string }[] {
  const byKey = new Map<string, { key: string; email: string }>();
  for (const text of texts) {
    const email = text.trim();
    const key = addressKey(email);
    if (key !== null && !byKey.has(key)) byKey.set(key, { key, email });
  }
  return [...byKey.values()];
}

function firstFault<T>(all: readonly T[] | undefined, fault: (one: T) => string | null): string | null {
  for (const one of all ?? []) {
    const found = fault(one);
    if (found !== null) return found;
  }
  return null;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
