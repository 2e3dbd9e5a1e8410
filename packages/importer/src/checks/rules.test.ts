// The rules that several formats share, each on its own: what they make of one cell, without any format around them.
import { describe, expect, it } from "vitest";
import { createFileContext } from "../check-row";
import type { CheckOptions, Rule } from "../model/check";
import { emptyRecord, type FieldName } from "../model/record";
import type { CheckedRow } from "../model/row";
import { checkAdmin } from "./check-admin";
import { checkBrackets } from "./check-brackets";
import { checkContactEmail } from "./check-contact-email";
import { checkExchange } from "./check-exchange";
import { checkForeignDomain } from "./check-foreign-domain";
import { checkNameParts } from "./check-name-parts";
import { checkOptionalName } from "./check-optional-name";
import { checkPasswordGiven } from "./check-password-given";
import { checkPlanName } from "./check-plan-name";
import { checkRole } from "./check-role";
import { checkSwitch } from "./check-switch";
import { checkDescription, checkPhone } from "./check-text-field";
import { checkUsername } from "./check-username";
import { checkValueCount } from "./check-value-count";

// One row of one column a field; what is left out of `cells` the file has no column for.
function run(
  rule: Rule,
  cells: Partial<Record<FieldName | "exchange.domain" | "exchange.username", string>>,
  options: CheckOptions = {},
): CheckedRow {
  const columns = Object.keys(cells).map((name, index) => {
    const [field, part] = name.split(".") as [FieldName, string?];
    return { index, header: name, field, ...(part !== undefined && { part }), reason: "" };
  });
  const values = Object.values(cells);
  const row: CheckedRow = { line: 7, cells: values, record: emptyRecord(), key: null, problems: [] };
  rule(createFileContext(columns, options))(row);
  return row;
}

const words = { on: ["yes", "y", "true", "on", "1"], off: ["no", "n", "false", "off", "0"] } as const;
const pop = checkSwitch({ field: "pop", code: "pop.invalid", words });

describe("a cell", () => {
  it.each<[string, Rule, Parameters<typeof run>[1], object]>([
    ["no column for a switch", pop, {}, { pop: null }],
    ["an empty switch", pop, { pop: " " }, { pop: null }],
    ["a switch in any case", pop, { pop: " ON " }, { pop: true }],
    ["a switch that is off", pop, { pop: "0" }, { pop: false }],
    ["no column for a role", checkRole, {}, { role: null }],
    ["a role", checkRole, { role: "administrator" }, { role: "ADMINISTRATOR", adminRole: null }],
    ["an administrator", checkAdmin(words), { role: "Y" }, { role: "ADMINISTRATOR" }],
    ["none", checkAdmin(words), { role: "" }, { role: null }],
    ["a phone number", checkPhone, { phone: " 123 " }, { phone: "123" }],
    ["no phone number", checkPhone, { phone: " " }, { phone: null }],
    ["a description of 2,000 letters", checkDescription, { description: "漢".repeat(2000) }, {}],
    ["a contact address", checkContactEmail, { contactEmail: "ａ@x.com" }, { contactEmail: "a@x.com" }],
    ["no contact address", checkContactEmail, { contactEmail: "" }, { contactEmail: null }],
    ["a user name without a domain", checkUsername, { username: "Ab1" }, { username: "Ab1", email: null }],
    ["a plan", checkPlanName, { plan: " Gold " }, { plan: "Gold" }],
    ["no plan", checkPlanName, { plan: "" }, { plan: null }],
    ["a name", checkOptionalName, { fullName: "A B" }, { fullName: "A B" }],
    ["no name", checkOptionalName, { fullName: "" }, { fullName: null }],
    [
      "parts of a name",
      checkNameParts,
      { givenName: "A", familyName: "" },
      { givenName: "A", familyName: null },
    ],
    [
      "no Exchange account",
      checkExchange,
      { "exchange.domain": "", "exchange.username": "" },
      { exchange: null },
    ],
    ["enough values", checkValueCount(2), { username: "a", password: "" }, {}],
    ["brackets inside a value", checkBrackets, { plan: "a [b] c" }, {}],
    ["one bracket", checkBrackets, { plan: "<" }, {}],
  ])("is right: %s", (_, rule, cells, record) => {
    const row = run(rule, cells);
    expect(row.problems).toEqual([]);
    expect(row.record).toMatchObject(record);
  });

  it.each<[string, Rule, Parameters<typeof run>[1], object]>([
    [
      "a switch in another word",
      pop,
      { pop: "ja" },
      {
        code: "pop.invalid",
        params: { value: "ja", header: "pop", accepted: "yes or no" },
        fix: { value: "yes" },
      },
    ],
    [
      "a switch in no word",
      pop,
      { pop: "perhaps" },
      { code: "pop.invalid", line: 7, column: "pop", fix: null },
    ],
    ["a role that is none", checkRole, { role: "Super" }, { code: "role.invalid", fix: null }],
    ["a role with a slip", checkRole, { role: "Administartor" }, { fix: { value: "Administrator" } }],
    [
      "no yes or no",
      checkAdmin(words),
      { role: "User" },
      { code: "admin.invalid", field: "role", fix: null },
    ],
    ["a long phone number", checkPhone, { phone: "1".repeat(65) }, { params: { length: 65, limit: 64 } }],
    [
      "a long name",
      checkOptionalName,
      { fullName: "😀".repeat(201) },
      { params: { length: 201, limit: 200 } },
    ],
    [
      "a long middle name",
      checkNameParts,
      { middleName: "x".repeat(201) },
      { code: "name.too-long", column: "middleName" },
    ],
    [
      "half an Exchange account",
      checkExchange,
      { "exchange.domain": "D" },
      { code: "exchange.incomplete", severity: "warning", params: { missing: "user name" } },
    ],
    [
      "a contact address with a comma",
      checkContactEmail,
      { contactEmail: "a@x,com" },
      { code: "contact-email.invalid", fix: { value: "a@x.com" } },
    ],
    ["no password", checkPasswordGiven, { password: "" }, { code: "password.missing", column: "password" }],
    ["too few values", checkValueCount(2), { username: "a" }, { code: "row.too-few-values" }],
    [
      "brackets",
      checkBrackets,
      { plan: "[ <Gold> ]" },
      { code: "brackets.typed", fix: { field: "plan", value: "Gold" } },
    ],
  ])("is told: %s", (_, rule, cells, problem) => {
    expect(run(rule, cells).problems).toMatchObject([problem]);
  });

  it("keeps what it cannot judge out of the record", () => {
    expect(run(pop, { pop: "perhaps" }).record.pop).toBeNull();
    expect(run(checkRole, { role: "Super" }).record.role).toBeNull();
  });

  it("makes the address of user name and domain", () => {
    const row = run(checkUsername, { username: "Ab1" }, { domain: "Example.com" });
    expect([row.record.email, row.key]).toEqual(["Ab1@Example.com", "ab1@example.com"]);
  });
});

describe("checkForeignDomain", () => {
  it("writes domains as people do, never in Punycode", () => {
    const foreign = (email: string, key: string) => {
      const row = run(
        (file) => {
          const check = checkForeignDomain(file);
          return (checked) => {
            checked.key = key;
            checked.record.email = email;
            check(checked);
          };
        },
        { email },
        { domains: ["Müller.example"] },
      );
      return row.problems[0];
    };
    expect(foreign("a@Mülller.example", "a@xn--mlller-3ya.example")).toMatchObject({
      params: { domain: "mülller.example", nearest: "müller.example" },
      fix: { value: "a@müller.example" },
    });
    expect(foreign("a@elsewhere.example", "a@elsewhere.example")?.params).toEqual({
      domain: "elsewhere.example",
      nearest: "",
    });
  });
});
