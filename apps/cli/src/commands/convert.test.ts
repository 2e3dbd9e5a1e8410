// Files turned into other formats, and read again: what they say is the same as far as the format can hold it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rollcall } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-convert-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

async function records(name: string, ...options: string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await rollcall(["check", name, "--records", "--json", ...options], { folder });
  return (JSON.parse(stdout) as { records: Record<string, unknown>[] }).records;
}

const people = [
  "Email,Full Name,Password,Department,Send email,Group,Group",
  "ann@example.com,Ann One,Tidal-Copper-58-Lantern,Sales,Yes,EMEA,Staff",
  "bob@example.com,'=Bob Two,,,Yes,,",
  "",
].join("\r\n");

const positional = [
  "User1,pwd",
  "User2,pwd,plan1",
  "User3,pwd,,firstname,,lastname,true,,,user 3 description,true",
  "User4,pwd,plan2,,,,,,,,false",
].join("\n");

describe("convert", () => {
  test("names every field of ours, and no password", async () => {
    const source = file("people.csv", people);
    const { code, stdout, stderr } = await rollcall(["convert", source, "--to", "rollcall"], { folder });
    const told = "1 password left out: no file that Rollcall writes holds one.\n";
    expect({ code, stderr }).toEqual({ code: 0, stderr: told });
    expect(stdout).not.toContain("Tidal-Copper");
    const [ann, bob] = await records(file("people-rollcall.csv", stdout));
    expect(ann).toMatchObject({ email: "ann@example.com", department: "Sales", groups: ["EMEA", "Staff"] });
    expect(bob).toMatchObject({ email: "bob@example.com", fullName: "=Bob Two", groups: null });
  });

  test.each(["out.xlsx", "out.xls"])("writes a workbook that reads the same: %s", async (name) => {
    const source = file("people.csv", people);
    const { code } = await rollcall(["convert", source, "--to", "hosted-users", "--output", name, "--json"], {
      folder,
    });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, name)).subarray(0, 2)).not.toEqual(Buffer.from("Em"));
    const from = await records(source);
    const to = await records(name);
    const comparable = (list: Record<string, unknown>[]): unknown[] =>
      list.map(({ email, fullName, department, groups }) => ({ email, fullName, department, groups }));
    expect(comparable(to)).toEqual(comparable(from));
  });

  test("the example of sources/003 with its domain, its names made as an import would make them", async () => {
    const source = file("positional.csv", positional);
    const words = ["convert", source, "--format", "control-panel", "--domain", "acme.example"];
    const { code, stdout, stderr } = await rollcall([...words, "--to", "hosted-users", "--lenient"], {
      folder,
    });
    // "pwd" is shorter than the policy's twelve characters, and there is no organisation to ask.
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("The password is too short");
  });

  test("says what the other format cannot hold", async () => {
    const source = file(
      "mobile.csv",
      "Email ID,Name,Group,Role,Exchange domain,Exchange username\na@example.com,Ann,Staff,User,CORP,ann\n",
    );
    const { stderr, stdout } = await rollcall(["convert", source, "--to", "connect"], { folder });
    expect(stdout).toBe("Email,Name,Password,Force Change Password\r\na@example.com,Ann,,\r\n");
    expect(stderr).toContain("cannot hold");
    for (const field of ["groups", "role", "exchange"]) expect(stderr).toContain(field);
  });

  test.each([
    ["a file with an error", "Email,Full Name\nnobody,Ann\nb@example.com,Bob\n", [], "1 row with errors"],
    ["stdin", null, [], "read twice"],
    ["a file that is no table", "%PDF-1.7\n", [], "cannot be read"],
    ["control-panel without a domain", people, ["--to", "control-panel"], "--domain is missing"],
  ])("refuses %s", async (_why, content, words, said) => {
    const source = content === null ? "-" : file("bad.csv", content);
    const to = words.length === 0 ? ["--to", "connect"] : words;
    const { code, stdout, stderr } = await rollcall(["convert", source, ...to], { folder });
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain(said);
  });

  test("leaves bad rows out when it is told to", async () => {
    const source = file("half.csv", "Email,Full Name\nnobody,Ann\nb@example.com,Bob\n");
    const { code, stdout } = await rollcall(["convert", source, "--to", "connect", "--lenient"], { folder });
    expect(code).toBe(0);
    expect(stdout).toBe("Email,Name,Password,Force Change Password\r\nb@example.com,Bob,,\r\n");
  });
});

describe("check, whatever the format", () => {
  test("sources/003: four records; without a domain no address, which is a warning", async () => {
    const source = file("positional.csv", positional);
    const { code, stdout } = await rollcall(["check", source, "--json", "--records"], { folder });
    const report = JSON.parse(stdout) as {
      format: { id: string };
      records: Record<string, unknown>[];
      problems: { code: string; severity: string }[];
    };
    expect(report.format.id).toBe("control-panel");
    expect(
      report.records.map(({ username, email, plan, role, enabled }) => [
        username,
        email,
        plan,
        role,
        enabled,
      ]),
    ).toEqual([
      ["User1", null, null, null, null],
      ["User2", null, "plan1", null, null],
      ["User3", null, null, "ADMINISTRATOR", true],
      ["User4", null, "plan2", null, false],
    ]);
    expect(report.problems.filter(({ code: one }) => one === "domain.missing")).toMatchObject([
      { severity: "warning" },
    ]);
    expect(code).toBe(1); // the passwords
    const [first] = await records(source, "--domain", "acme.example");
    expect(first).toMatchObject({ email: "User1@acme.example" });
  });

  test("--map reads any table by a mapping file", async () => {
    const source = file(
      "hr.csv",
      "E-Mail-Adresse;Vorname;Nachname;Team;Desk\na@example.com;Ann;One;Staff;12\n",
    );
    const map = file(
      "hr.json",
      JSON.stringify({
        name: "HR",
        version: 1,
        header: 1,
        columns: [
          { from: "E-Mail-Adresse", to: "email" },
          { from: "Vorname", to: "givenName" },
          { from: 3, to: "familyName" },
          { from: "Team", to: "group" },
          { from: "Desk", to: "attribute:desk" },
        ],
        defaults: { department: "Sales" },
      }),
    );
    expect(await records(source, "--map", map)).toMatchObject([
      {
        line: 2,
        email: "a@example.com",
        givenName: "Ann",
        familyName: "One",
        groups: ["Staff"],
        attributes: { desk: "12" },
        department: "Sales",
      },
    ]);
  });

  test.each([
    ["no JSON", "{", "it is not JSON"],
    ["no mapping", "[]", "mapping"],
  ])("a mapping file that is %s is wrong usage", async (_why, content, said) => {
    const source = file("people.csv", people);
    const { code, stderr } = await rollcall(["check", source, "--map", file("bad.json", content)], {
      folder,
    });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

test.each([
  [
    "a mapping that is not there",
    ["check", "sheet.csv", "--map", "missing.json"],
    "There is no file missing.json.",
  ],
  ["a mapping that is a folder", ["check", "sheet.csv", "--map", "."], ". is a folder."],
  [
    "a kind of workbook that is not written",
    ["convert", "sheet.csv", "--to", "connect", "--output", "x.ods"],
    ".ods",
  ],
  ["such a template", ["template", "connect", "--output", "x.ODS"], ".ODS files are not written"],
])("%s is wrong usage, in plain words", async (_, words, said) => {
  const { code, stderr, stdout } = await rollcall(words, { folder });
  expect(code).toBe(2);
  expect(stderr + stdout).toContain(said);
  expect(stderr + stdout).not.toContain("ENOENT");
});
