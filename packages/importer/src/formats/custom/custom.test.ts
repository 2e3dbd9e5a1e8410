// The custom format: known exports by their headers, suggestions, and a mapping of somebody's own. Files are made up.
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../words/problem-text";
import { readFile } from "../../testing/read-file";

const google =
  "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],Status [READ ONLY],Department";

describe("known exports", () => {
  it.each<[string, string, object]>([
    [
      "Google Workspace user export",
      `${google}\nJane,Doe,jane@x.com,****,,/Sales,Suspended,Sales\n`,
      {
        email: "jane@x.com",
        givenName: "Jane",
        familyName: "Doe",
        password: null,
        enabled: false,
        department: "Sales",
      },
    ],
    [
      "Microsoft Entra bulk-create template",
      "version:v1.0\nName [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname]\nJane Doe,jane@x.com,,Yes,Jane,Doe\n",
      { email: "jane@x.com", fullName: "Jane Doe", enabled: false, familyName: "Doe" },
    ],
    [
      "Microsoft Entra user list",
      "userPrincipalName,displayName,surname,mail,givenName,objectId,accountEnabled\njane@x.com,Jane Doe,Doe,j@x.com,Jane,7,True\n",
      { email: "jane@x.com", fullName: "Jane Doe", enabled: true },
    ],
    [
      "Okta user export",
      "login,firstName,lastName,middleName,email,department\njane.doe,Jane,Doe,M,jane@x.com,Sales\n",
      { email: "jane@x.com", username: "jane.doe", middleName: "M" },
    ],
    [
      "Moodle user file",
      "username,firstname,lastname,email,cohort1,cohort2,profile_field_desk,suspended\njdoe,Jane,Doe,jane@x.com,A,B,7,1\n",
      { email: "jane@x.com", groups: ["A", "B"], enabled: false },
    ],
    [
      "Mimecast user export",
      "Email Address,Display Name,Account Code\njane@x.com,Jane Doe,7\n",
      { email: "jane@x.com", fullName: "Jane Doe" },
    ],
  ])("%s", async (name, text, record) => {
    const { opened, rows, refused } = await readFile(text);
    expect(refused).toBeNull();
    expect(opened?.format?.id).toBe("custom");
    expect(opened?.format?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(opened?.format?.reason).toMatch(new RegExp(`^Header row of an? ${name}$`, "u"));
    expect(opened?.mapping?.name).toBe(name);
    expect(rows.at(-1)?.record).toMatchObject(record);
    expect(rows.flatMap(({ problems }) => problems.map((problem) => describeProblem(problem)))).toEqual([]);
  });
});

describe("suggestions", () => {
  it("are offered at half their word, with statistics for the match step", async () => {
    const { opened, rows } = await readFile("E-Mail-Adresse;Vorname;Nachname\njane@x.com;Jane;Doe\n", {
      suggestions: true,
    });
    expect(opened?.format).toMatchObject({ id: "custom", confidence: 0.5 });
    expect(opened?.stats[1]).toMatchObject({ samples: ["Jane"], filled: 1, distinct: 1 });
    expect(rows[0]?.record).toMatchObject({ givenName: "Jane", familyName: "Doe" });
  });

  it("are never taken without being asked for: nobody has looked at them", async () => {
    const { opened, refused } = await readFile("E-Mail-Adresse;Vorname;Nachname\njane@x.com;Jane;Doe\n");
    expect(opened).toBeNull();
    expect(refused).toMatchObject([{ code: "file.unknown-format", severity: "error" }]);
  });

  it.each([
    ["Email,Full Name", "hosted-users"],
    ["Email,Name", "connect"],
    ["Email ID,Name,Group,Role", "mobile-security"],
    ["email,fullName,givenName", "rollcall"],
    ["email,name,telephonenumber", "directory-spreadsheet"],
  ])("leave %s to %s", async (header, id) => {
    const { opened } = await readFile(`${header}\njane@x.com,Jane Doe,x,User\n`.replace(/,x,User\n$/u, "\n"));
    expect(opened?.candidates[0]?.id).toBe(id);
    expect(opened?.candidates.length).toBeGreaterThan(1);
  });
});
