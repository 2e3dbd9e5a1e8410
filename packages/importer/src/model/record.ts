// The canonical record: what one row of any file says about one account. It knows nothing of files, formats or databases.

/** The roles of the model. */
export type Role = "ADMINISTRATOR" | "USER";

/** What an administrator may do, strongest first; the first four are protected. */
export type AdminRole = "MASTER" | "MIGRATION" | "SUPER" | "FULL" | "BASIC" | "HELPDESK" | "GATEWAY";

/** A person, or a distribution list. */
export type AccountKind = "PERSON" | "LIST";

/** Where a device finds the person's Exchange mailbox. */
export interface ExchangeAccount {
  domain: string | null;
  username: string | null;
}

/** One row, understood. Every field that the row did not give is null, never guessed. */
export interface AccountRecord {
  /** As typed, white space around it and Unicode forms put right; the key is `addressKey(email)`. */
  email: string | null;
  username: string | null;
  fullName: string | null;
  givenName: string | null;
  middleName: string | null;
  familyName: string | null;
  department: string | null;
  /** Each group once (by `nameKey`), in the order of the columns. */
  groups: string[] | null;
  aliases: string[] | null;
  role: Role | null;
  adminRole: AdminRole | null;
  plan: string | null;
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
  enabled: boolean | null;
  lockedOut: boolean | null;
  mustChangePassword: boolean | null;
  passwordNeverExpires: boolean | null;
  pop: boolean | null;
  submit: boolean | null;
  exchange: ExchangeAccount | null;
  accountCode: string | null;
  delegates: string[] | null;
  /** Custom attributes by name; the object has no prototype. */
  attributes: Record<string, string> | null;
  sendWelcome: boolean | null;
  kind: AccountKind | null;
  note: string | null;
  /** In memory only: never stored, logged, serialised or shown. `toPublicRecord` takes it out. */
  password: string | null;
}

/** The name of a field of the record. */
export type FieldName = keyof AccountRecord;

/** A record that may be printed or sent: the password is replaced by whether there is one. */
export type PublicRecord = Omit<AccountRecord, "password"> & { hasPassword: boolean };

/** A record in which nothing is given. */
export function emptyRecord(): AccountRecord {
  return {
    email: null,
    username: null,
    fullName: null,
    givenName: null,
    middleName: null,
    familyName: null,
    department: null,
    groups: null,
    aliases: null,
    role: null,
    adminRole: null,
    plan: null,
    phone: null,
    contactEmail: null,
    description: null,
    enabled: null,
    lockedOut: null,
    mustChangePassword: null,
    passwordNeverExpires: null,
    pop: null,
    submit: null,
    exchange: null,
    accountCode: null,
    delegates: null,
    attributes: null,
    sendWelcome: null,
    kind: null,
    note: null,
    password: null,
  };
}

/** Empties a record: one by one, so that it costs nothing to speak of. */
export function clearRecord(record: AccountRecord): void {
  record.email = null;
  record.username = null;
  record.fullName = null;
  record.givenName = null;
  record.middleName = null;
  record.familyName = null;
  record.department = null;
  record.groups = null;
  record.aliases = null;
  record.role = null;
  record.adminRole = null;
  record.plan = null;
  record.phone = null;
  record.contactEmail = null;
  record.description = null;
  record.enabled = null;
  record.lockedOut = null;
  record.mustChangePassword = null;
  record.passwordNeverExpires = null;
  record.pop = null;
  record.submit = null;
  record.exchange = null;
  record.accountCode = null;
  record.delegates = null;
  record.attributes = null;
  record.sendWelcome = null;
  record.kind = null;
  record.note = null;
  record.password = null;
}

/** The record without its password: what `check --records` prints and what may leave the process. */
export function toPublicRecord(record: AccountRecord): PublicRecord {
  const { password, ...rest } = record;
  return { ...rest, hasPassword: password !== null };
}
