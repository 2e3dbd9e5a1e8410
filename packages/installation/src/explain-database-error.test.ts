import { expect, test } from "vitest";
import { explainDatabaseError } from "./explain-database-error";
import { InstallationError } from "./installation-error";

const url = "postgresql://anna:geheim@db.example.com/people";
const withCode = (code: string) => Object.assign(new Error("geheim inside"), { code });

test.each([
  ["nobody listens", withCode("ECONNREFUSED"), "No database answers at db.example.com:5432/people."],
  ["one of several addresses", new AggregateError([withCode("ECONNREFUSED")]), "No database answers"],
  ["wrapped by Prisma", new Error("P1001", { cause: withCode("ENOTFOUND") }), "is not known"],
  ["wrong password", withCode("28P01"), "does not accept the user or password"],
  ["no such database", withCode("3D000"), "There is no such database"],
  ["may not create tables", withCode("42501"), "may not create tables"],
])("%s: one line that says where and what to do, without the password", (_why, error, line) => {
  const explained = explainDatabaseError(error, url);
  expect(explained).toBeInstanceOf(InstallationError);
  expect(String(explained)).toContain(line);
  expect(String(explained)).not.toContain("geheim");
});

test("what is not known stays a defect", () => {
  const error = new Error("odd");
  expect(explainDatabaseError(error, url)).toBe(error);
});
