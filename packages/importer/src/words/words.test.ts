// The words: one sentence for every code, with its values in it and nothing of the machine.
import { describe, expect, it } from "vitest";
import { defaultSeverity } from "../model/severity";
import { makeProblem } from "../model/problem";
import type { ProblemCode, ProblemParams } from "../model/problem-params";
import { describePasswordFault, describeProblem, describeProblemDone } from "./problem-text";
import { counted, grouped, list, megabytes } from "./phrases";
import { problemTitle } from "./problem-title";

const value = "VALUE";
const lengths = { length: 201, limit: 200 };

// Exhaustive: a code without an example does not compile.
const examples: { [C in ProblemCode]: ProblemParams[C] } = {
  "file.empty": {},
  "file.unknown-format": { found: "Name, Phone" },
  "file.no-header": { missing: "Email, Full Name", found: "Mail, Name" },
  "file.checkpoint-missing": {},
  "file.name-column": { found: "phone" },
  "file.password-column": { column: "D" },
  "file.encoding": { encoding: "utf-8", byte: "0xA3", character: "£", offer: "windows-1252" },
  "file.encrypted": { what: "an older Excel workbook (XLS)" },
  "file.corrupt": { what: "its directory is missing" },
  "file.corrections": { import: "12", file: "people.csv", waits: "review" },
  "file.too-large": { limit: 1024 ** 3 },
  "file.too-many-rows": { limit: 1_000_000 },
  "file.too-many-columns": { limit: 256 },
  "file.unterminated-quote": {},
  "file.cell-too-long": { limit: 65_536, quoted: 1 },
  "file.no-sheet": { sheet: "Staff", found: "People, Notes" },
  "file.unsupported": { what: "a PDF", advice: "Choose a CSV file.", extension: ".csv" },
  "column.unknown": { header: "Role", position: 8 },
  "column.repeated": { header: "Email", position: 3, first: 1 },
  "column.near-miss": { header: "Pop", meant: "pop" },
  "column.missing": { missing: "“E-Mail”, column 7", found: "Mail, Name" },
  "row.too-many-values": { values: 9, columns: 7 },
  "row.too-few-values": { values: 1, needed: 2 },
  "row.header-skipped": {},
  "row.control-character": { character: "U+0000" },
  "row.misplaced-quote": {},
  "row.blank-not-allowed": {},
  "row.cleared-and-filled": {},
  "row.changed-since-preview": {},
  "link.gone": {},
  "link.duplicate": { firstLine: 3 },
  "text.double-encoded": { value, better: "José" },
  "text.odd-space": { value },
  "text.smart-quotes": { value },
  "text.invisible": { value, character: "U+200B" },
  "cell.number-damaged": { value },
  "cell.date-damaged": { value },
  "cell.spreadsheet-error": { value },
  "email.missing": {},
  "email.invalid": { value, reason: "no-at" },
  "email.spaces": { value },
  "email.quoted": { value },
  "email.duplicate": { value, firstLine: 1234 },
  "email.taken": { value, by: "Jane Doe" },
  "email.foreign-domain": { domain: "haldenmor.com", nearest: "haldenmoor.com" },
  "email.confusable": { reason: "mixed-script", part: "teѕt" },
  "username.missing": {},
  "username.invalid": { value },
  "username.duplicate": { value, firstLine: 3 },
  "username.taken": { value },
  "username.too-long": { length: 65, limit: 64 },
  "alias.invalid": { value, reason: "domain" },
  "alias.duplicate": { value, firstLine: 3 },
  "alias.taken": { value },
  "alias.own-address": { value },
  "alias.too-many": { limit: 10 },
  "delegate.invalid": { value, reason: "no-at" },
  "delegate.too-many": { limit: 10 },
  "contact-email.invalid": { value, reason: "several" },
  "exchange.incomplete": { missing: "user name" },
  "name.missing": {},
  "name.too-long": lengths,
  "department.too-long": lengths,
  "group.too-long": lengths,
  "phone.too-long": lengths,
  "description.too-long": lengths,
  "plan.missing": {},
  "plan.unknown": { value, nearest: "Standard" },
  "plan.disabled": { value },
  "attribute.new": { value },
  "attribute.name-too-long": { length: 201, limit: 200 },
  "attribute.too-long": { length: 2001, limit: 2000 },
  "group.new": { value },
  "department.new": { value },
  "password.missing": {},
  "password.policy": { reason: "common", minLength: 12, maxLength: 1024 },
  "password.no-way-in": {},
  "password.ignored": {},
  "password.reused": { firstLine: 3 },
  "password.gone": {},
  "send-email.invalid": { value },
  "must-change-password.invalid": { value },
  "password-never-expires.invalid": { value },
  "locked-out.invalid": { value },
  "pop.invalid": { value },
  "submit.invalid": { value },
  "pop.external": { domain: "gmail.com" },
  "submit.external": { domain: "gmail.com" },
  "enabled.invalid": { value },
  "admin.invalid": { value },
  "role.invalid": { value },
  "role.grant-not-confirmed": {},
  "role.above-yours": { role: "Master" },
  "admin-role.invalid": { value },
  "admin-role.of-user": { value },
  "admin-role.forbidden": {},
  "account-code.forbidden": {},
  "account-code.too-long": { length: 65, limit: 64 },
  "kind.invalid": { value },
  "protected-account.forbidden": {},
  "last-master": {},
  "import.forbidden": {},
  "brackets.typed": {},
  "domain.missing": {},
  "domain.unknown": { domain: "x.com" },
  "note.too-long": { length: 101, limit: 100 },
  "group.unknown": { value },
};
const codes = Object.keys(examples) as ProblemCode[];

function textOf(code: ProblemCode): string {
  return describeProblem(makeProblem(code, examples[code]));
}

describe("describeProblem", () => {
  it.each(codes)("says %s as a sentence", (code) => {
    const text = textOf(code);
    expect(text).toMatch(/^[A-Z“].+[.?]$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|[a-z]+\.[a-z]+-[a-z]+/u);
    if ("value" in examples[code] && !code.endsWith(".duplicate")) expect(text).toContain(value);
  });

  it.each<[ProblemCode, string]>([
    ["email.duplicate", "The same address is on line 1,234."],
    ["email.foreign-domain", "“haldenmor.com” is not one of your domains. Did you mean “haldenmoor.com”?"],
    [
      "file.encoding",
      "This line holds a byte (0xA3) that is not UTF-8. Save the file as UTF-8, or read it as Windows-1252, where that byte is “£”.",
    ],
    ["file.no-header", "There is no header with Email and Full Name. These headers were found: Mail, Name."],
    ["file.unsupported", "This is a PDF, although its name ends in “.csv”. Choose a CSV file."],
    ["file.too-large", "The file is larger than the 1 GB that one file may have."],
  ])("%s reads well", (code, text) => {
    expect(textOf(code)).toBe(text);
  });

  // The record of an import speaks of what has happened.
  it.each(codes)("%s promises nothing once the import is carried out", (code) => {
    const problem = makeProblem(code, examples[code]);
    const text = describeProblemDone(problem);
    expect(text).not.toContain("will be created");
    if (code.endsWith(".new"))
      expect(text).toMatch(/^The (attribute|group|department) “VALUE” was created\.$/u);
    else expect(text).toBe(describeProblem(problem));
  });

  it.each([
    ["too-short", "The password is too short: it needs at least 12 characters."],
    ["too-long", "The password is too long: 1,024 characters at most."],
    ["own-address", "The password is the person’s own address."],
  ] as const)("says why a password is refused: %s", (reason, text) => {
    expect(describePasswordFault({ reason, minLength: 12, maxLength: 1024 })).toBe(text);
  });
});

describe("problemTitle", () => {
  it.each(codes)("heads the rows of %s", (code) => {
    const title = problemTitle({ code, params: { ...examples[code] } });
    expect(title).toMatch(/^[A-Z“].{3,40}$/u);
    expect(title).not.toContain(value);
  });

  it("tells the reasons against a password apart", () => {
    expect(problemTitle({ code: "password.policy", params: { reason: "too-short" } })).toBe(
      "Password too short",
    );
    expect(problemTitle({ code: "password.policy", params: {} })).toBe("Password breaks the policy");
  });
});

describe("an error of the spreadsheet", () => {
  it("that is a formula nobody worked out says what to do", () => {
    const text = describeProblem(makeProblem("cell.spreadsheet-error", { value: "#FORMULA!" }));
    expect(text).toMatch(
      /^The cell holds a formula that was never worked out\. Open the file in a spreadsheet, save it there/u,
    );
  });
});

describe("severity", () => {
  it("is what INTERFACE.md says where it says something", () => {
    const warnings = codes.filter((code) => defaultSeverity[code] === "warning");
    expect(warnings.sort()).toEqual(
      [
        "alias.own-address",
        "brackets.typed",
        "cell.date-damaged",
        "text.double-encoded",
        "text.invisible",
        "text.smart-quotes",
        "column.near-miss",
        "column.repeated",
        "email.confusable",
        "email.foreign-domain",
        "exchange.incomplete",
        "password.no-way-in",
        "password.reused",
        "password.gone",
      ].sort(),
    );
    const infos = codes.filter((code) => defaultSeverity[code] === "info");
    expect(infos.sort()).toEqual(
      [
        "attribute.new",
        "column.unknown",
        "department.new",
        "group.new",
        "password.ignored",
        "row.header-skipped",
        "text.odd-space",
      ].sort(),
    );
  });
});

describe("phrases", () => {
  it("group, count, measure and list", () => {
    expect([grouped(999), grouped(1000), grouped(1_234_567)]).toEqual(["999", "1,000", "1,234,567"]);
    expect([counted(1, "row"), counted(0, "row"), counted(2000, "row")]).toEqual([
      "1 row",
      "0 rows",
      "2,000 rows",
    ]);
    expect([megabytes(512), megabytes(1536), megabytes(5 * 1024 ** 2)]).toEqual([
      "512 bytes",
      "2 KB",
      "5 MB",
    ]);
    expect([list("a"), list("a, b"), list("a, b, c")]).toEqual(["a", "a and b", "a, b and c"]);
  });
});
