/** Random organisations, files and options for the tests that hold the planners to each other. */
import fc from "fast-check";
import type { Flat, ReferenceOptions, ReferencePlanOf } from "./plan-reference";

const people = ["ann", "bob", "cid", "dee", "eve", "fay"];
const names = ["Ann Alder", "Bob Birch", "Cid Cedar"];
const departments = ["Sales", "sales", "Yard", "IT"];
const groups = ["Staff", "Night", "staff", "Drivers"];

const address = fc.constantFrom(...people).map((name) => `${name}@example.com`);
const groupNames = fc.uniqueArray(fc.constantFrom(...groups), {
  selector: (name) => name.toLowerCase(),
  maxLength: 3,
});

const plans: ReferencePlanOf[] = [
  { name: "Gold", enabled: true, isDefault: true },
  { name: "Old", enabled: false, isDefault: false },
];
const adminRoles = ["MASTER", "SUPER", "FULL", "BASIC", "HELPDESK"];

/** What an account may have besides; a role always with its admin role, as account_flat says it. */
const flat: fc.Arbitrary<Flat> = fc
  .record(
    {
      adminRole: fc.constantFrom(null, null, ...adminRoles),
      plan: fc.constantFrom("Gold", "Old"),
      username: fc.constantFrom("ann", "Bob", "cid"),
      givenName: fc.constantFrom("Ann", "Bob"),
      familyName: fc.constantFrom("Alder", "Birch"),
      phone: fc.constantFrom("1", "2"),
      enabled: fc.boolean(),
      lockedOut: fc.boolean(),
      passwordNeverExpires: fc.boolean(),
      pop: fc.boolean(),
      accountCode: fc.constant("A1"),
      note: fc.constant("May"),
      delegates: fc.subarray(["x@example.com", "y@example.com"]),
      "attribute:desk": fc.constantFrom("1", "2"),
    },
    { requiredKeys: [] },
  )
  .map((one) => ({ ...one, role: (one.adminRole ?? null) === null ? "USER" : "ADMINISTRATOR" }));

/** What a row may give besides; null empties it. */
const extra: fc.Arbitrary<Flat> = fc.record(
  {
    role: fc.constantFrom("USER", "ADMINISTRATOR", null),
    adminRole: fc.constantFrom(...adminRoles, null),
    plan: fc.constantFrom("Gold", "gold", "Old", "Golld", null),
    username: fc.constantFrom("ann", "ANN", "bob", "Cid", "dee", "eve", "fay", null),
    givenName: fc.constantFrom("Ann", "Cid", null),
    familyName: fc.constantFrom("Alder", null),
    fullName: fc.constant(null),
    department: fc.constant(null),
    groups: fc.constant(null),
    aliases: fc.constant(null),
    phone: fc.constantFrom("1", "3", null),
    enabled: fc.constantFrom(true, false, null),
    lockedOut: fc.constantFrom(true, false),
    passwordNeverExpires: fc.boolean(),
    pop: fc.constantFrom(true, null),
    accountCode: fc.constantFrom("A1", "B2", null),
    note: fc.constantFrom("May", "June", null),
    delegates: fc.constantFrom(["X@example.com", "z@example.com"], null),
    "attribute:desk": fc.constantFrom("1", "3", null),
    "attribute:new": fc.constantFrom("1", null),
    $blank: fc.constantFrom(["phone"], ["phone", "attribute:desk"]),
  },
  { requiredKeys: [] },
);
/** Most rows of most files give little. */
const maybeExtra = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: extra });

export const organisation = fc
  .uniqueArray(fc.constantFrom(...people), { minLength: 0, maxLength: 5 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((name, index) =>
        fc.record({
          id: fc.constant(index + 1),
          addressKey: fc.constant<string>(`${name}@example.com`),
          aliasKeys: fc.constant<string[]>([`${name}.alias@example.com`]),
          version: fc.integer({ min: 1, max: 9 }),
          fullName: fc.constantFrom(...names),
          department: fc.option(fc.constantFrom("Sales", "Yard")),
          groups: fc.subarray(["Staff", "Night"]),
          flat,
        }),
      ),
    ),
  );

const aliasOf = fc.constantFrom(...people).map((name) => `${name}.alias@example.com`);
export const row = fc
  .record({
    hasError: fc.constantFrom(false, false, false, false, true),
    email: fc.option(
      fc.oneof(
        { weight: 3, arbitrary: address },
        address.map((one) => one.toUpperCase()),
        aliasOf,
      ),
    ),
    fullName: fc.option(fc.constantFrom(...names)),
    department: fc.option(fc.constantFrom(...departments)),
    groups: fc.option(groupNames),
    hasPassword: fc.boolean(),
    aliases: fc.option(
      fc.uniqueArray(fc.oneof(aliasOf, address, fc.constantFrom("new.1@example.com", "New.2@example.com")), {
        maxLength: 2,
      }),
      { freq: 2 },
    ),
    extra: maybeExtra,
    decision: fc.constantFrom(null, null, null, null, "skip" as const, "link" as const),
    linkAccountId: fc.integer({ min: 1, max: 6 }),
  })
  .map((row) => {
    // A cell that is cleared gives nothing else, and a row without an address is one with an error.
    const { extra: given } = row;
    return {
      ...row,
      aliases: row.aliases?.length === 0 || (given !== null && "aliases" in given) ? null : row.aliases,
      linkAccountId: row.decision === "link" ? row.linkAccountId : null,
      hasError: row.hasError || row.email === null,
      fullName: given !== null && "fullName" in given ? null : row.fullName,
      department: given !== null && "department" in given ? null : row.department,
      groups: given !== null && "groups" in given ? null : row.groups,
    };
  });
/** Rows in which aliases pass from one account to another: given up by emptying them or by listing others, taken elsewhere. */
const moving = fc
  .record({
    email: fc.oneof({ weight: 5, arbitrary: address }, aliasOf),
    aliases: fc.oneof(
      { weight: 3, arbitrary: fc.uniqueArray(aliasOf, { minLength: 1, maxLength: 2 }) },
      fc.constant(null),
    ),
    hasError: fc.constantFrom(false, false, false, false, false, false, true),
    role: fc.constantFrom(null, null, null, null, null, "SUPER"),
    decision: fc.constantFrom(null, null, null, null, null, "skip" as const, "link" as const),
    linkAccountId: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ role, aliases, decision, linkAccountId, ...given }) => ({
    ...{ fullName: "Ann Alder", department: null, groups: null, hasPassword: false },
    ...given,
    aliases,
    extra: {
      ...(aliases === null ? { aliases: null } : {}),
      ...(role === null ? {} : { adminRole: role }),
    },
    decision,
    linkAccountId: decision === "link" ? linkAccountId : null,
  }));

export const file = fc.oneof(
  fc.array(row, { maxLength: 10 }),
  fc.uniqueArray(moving, { maxLength: 8, selector: ({ email }) => email }),
);

export const options: fc.Arbitrary<ReferenceOptions> = fc.record({
  mode: fc.constantFrom("create", "upsert", "upsert", "update"),
  groupMode: fc.constantFrom("add", "replace"),
  groups: fc.subarray(["Night", "Drivers"]),
  protectAdministrators: fc.boolean(),
  plans: fc.constantFrom(
    plans,
    plans.map((one) => ({ ...one, isDefault: false })),
  ),
  note: fc.constantFrom(null, null, "June"),
  demandsPlan: fc.boolean(),
  demandsPassword: fc.boolean(),
  byUsername: fc.constantFrom(false, false, true),
  actorRank: fc.constantFrom(0, 1, 3, 4),
  grantRoles: fc.boolean(),
  memberList: fc.boolean(),
});
