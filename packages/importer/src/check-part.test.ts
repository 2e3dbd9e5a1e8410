// Rows that are good at a glance are not looked at by the rules: of none of them may the rules have anything to say, and what is
// counted and asked must be what it would be without the short cut.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPartChecker } from "./check-part";
import type { PartTaker } from "./part-run";
import { HashList } from "./checks/hash-list";
import { defaultLimits } from "./model/limits";
import type { ReadOptions } from "./model/read";
import type { FormatId } from "./model/format-id";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";

interface Seen {
  rows: number;
  problems: unknown[];
  departments: string[];
  groups: string[];
  attributes: string[];
  addresses: number[];
}

const nothing = (): Seen => ({
  rows: 0,
  problems: [],
  departments: [],
  groups: [],
  attributes: [],
  addresses: [],
});
const add = (list: string[], names: readonly string[]) => {
  for (const name of names) if (!list.includes(name)) list.push(name);
};
const salt = [1, 2] as const;

async function inFull(bytes: Uint8Array, options: ReadOptions): Promise<Seen | null> {
  const seen = nothing();
  const list = new HashList(salt);
  for await (const event of readRecords(source(bytes), { ...options, duplicates: false })) {
    if (event.kind === "refused") return null;
    if (event.kind !== "rows") continue;
    for (const { record, problems, key, line } of event.rows) {
      seen.rows++;
      seen.problems.push(...problems);
      if (key !== null) list.seen(key, line);
      if (problems.some(({ severity }) => severity === "error")) continue;
      add(seen.departments, record.department === null ? [] : [record.department]);
      add(seen.groups, record.groups ?? []);
      add(seen.attributes, Object.keys(record.attributes ?? {}));
    }
  }
  return { ...seen, addresses: [...list.take()] };
}

function inParts(bytes: Uint8Array, options: ReadOptions): Seen & { quiet: number } {
  const recognition = recognise(bytes, { complete: true, ...options });
  const addresses = new HashList(salt);
  const check = createPartChecker(recognition, { ...options, duplicates: true }, { addresses });
  let seen = nothing();
  const taker: PartTaker = {
    row: ({ record, problems }) => {
      seen.problems.push(...problems);
      if (problems.some(({ severity }) => severity === "error")) return;
      add(seen.departments, record.department === null ? [] : [record.department]);
      add(seen.groups, record.groups ?? []);
      add(seen.attributes, Object.keys(record.attributes ?? {}));
    },
    told: (problems) => {
      seen.problems.push(...problems);
    },
    names: ({ department, groups, attributes }) => {
      add(seen.departments, department === null ? [] : [department]);
      add(seen.groups, groups ?? []);
      add(seen.attributes, Object.keys(attributes ?? {}));
    },
  };
  // The first time it learns what is good.
  check({ bytes, line: 1 }, taker);
  addresses.take();
  seen = nothing();
  const end = check({ bytes, line: 1 }, taker);
  expect(end.fault).toBeNull();
  return { ...seen, rows: end.rows, addresses: [...addresses.take()], quiet: end.quiet };
}

async function* source(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const quoted = (cell: string) => (/^"|[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const anything = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "Sales",
    "Büro 7",
    "Yes",
    "no",
    "user",
    "Administrator",
    "12",
    "+44 20 1",
    "x".repeat(70),
  ),
  fc.constantFrom(
    "{clear}",
    "#N/A",
    "'=1",
    "=1+1",
    " padded ",
    "a\u00a0b",
    "José",
    "JosÃ©",
    "“q”",
    "1-Mar",
    "4.4E+11",
  ),
  fc.constantFrom(
    '"',
    'mid"dle',
    "a,b",
    "line\nend",
    "person",
    "list",
    "\u0007",
    "TRUE",
    "Ωmega",
    "日本",
    "x".repeat(300),
  ),
);
const address = fc.oneof(
  fc.nat({ max: 300 }).map((n) => `p${n}@example.com`),
  fc.constantFrom(
    "A@example.com",
    "a@exämple.com",
    "a@exampel.com",
    "nobody",
    "",
    "'=a@example.com",
    " b@example.com",
    ".a@b.cd",
  ),
);
const name = fc.oneof(fc.constantFrom("Jane Doe", "Zoë Ñ", "O’Brien", "Иван", "Nguyễn Bảo"), anything);
const formatsWithHeaders: [FormatId, string[], ReadOptions][] = [
  [
    "hosted-users",
    ["Email", "Full Name", "Password", "Department", "Send email", "Group", "Group", "Extra"],
    {},
  ],
  ["hosted-users", ["Full Name", "Group", "Email", "Send email"], { domains: ["example.com"] }],
  ["hosted-users", ["Email", "Full Name", "Send email", "Department"], { mail: "never" }],
  ["hosted-users", ["Email", "Full Name", "Department"], { mail: "always", blank: { all: "clear" } }],
  ["mobile-security", ["Email ID", "Name", "Group", "Role", "Exchange domain", "Exchange username"], {}],
];

/** A good row of which some cells are others. */
const changed = fc.record({
  address,
  name,
  changes: fc.array(fc.tuple(fc.nat(), anything), { maxLength: 3 }),
  bad: fc.boolean(),
  allQuoted: fc.boolean(),
});

function lineOf(
  header: readonly string[],
  row: typeof changed extends fc.Arbitrary<infer T> ? T : never,
): string {
  const cells = header.map((title): string =>
    title.startsWith("Email")
      ? "g@example.com"
      : title === "Send email"
        ? "Yes"
        : /^(?:Full )?Name$/u.test(title)
          ? "Jo"
          : "",
  );
  for (const [at, cell] of row.changes) cells[at % cells.length] = cell;
  for (const [i, title] of row.bad ? header.entries() : [])
    if (title.startsWith("Email")) cells[i] = row.address;
    else if (title.endsWith("Name")) cells[i] = row.name;
  return cells.map((cell) => (row.allQuoted ? `"${cell.replaceAll('"', '""')}"` : quoted(cell))).join(",");
}

describe("a part of a file", () => {
  it.each(formatsWithHeaders)("says what all the rules say: %s, %j, %j", async (format, header, more) => {
    const options = { format, reusedPasswords: false, ...more };
    let quiet = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(changed, { minLength: 1, maxLength: 40 }),
        fc.constantFrom("\n", "\r\n"),
        async (rows, end) => {
          const lines = [header.join(","), ...rows.map((row) => lineOf(header, row))];
          const bytes = new TextEncoder().encode(lines.join(end));
          const full = await inFull(bytes, options);
          if (full === null) return;
          const { quiet: spared, ...parts } = inParts(bytes, options);
          quiet += spared;
          expect(parts).toEqual(full);
        },
      ),
      { numRuns: 150 },
    );
    const spared = more.mail === "never" || more.blank !== undefined ? "none" : "some";
    expect(quiet > 100 ? "some" : "none").toBe(spared);
  });

  it("spares nearly every row of an ordinary file", () => {
    const line = (n: number) => `p${n}@example.com,Zoë Person ${n},,Dept ${n % 30},Yes,Group ${n % 9},\n`;
    const text = `Email,Full Name,Password,Department,Send email,Group,Group\n${Array.from({ length: 3_000 }, (_, n) => line(n)).join("")}`;
    const { quiet, rows, departments } = inParts(new TextEncoder().encode(text), { limits: defaultLimits });
    expect(rows).toBe(3_000);
    expect(departments).toHaveLength(30);
    expect(quiet).toBeGreaterThan(2_400);
  });
});
