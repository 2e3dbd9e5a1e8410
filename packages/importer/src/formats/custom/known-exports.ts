// Ready mappings for what other systems export: which headers give each away, and where its columns go. Data, and how a row
// of headers is compared with it; the file as a whole is judged elsewhere.
import { headerKey } from "../header-key";
import type { Mapping, MappingTarget } from "../../model/mapping";

/** One export of another system. */
export interface KnownExport {
  /** "a Google Workspace user export" */
  label: string;
  /** Headers that it always has. */
  needs: readonly string[];
  /** Headers that only it has; `needs` alone may be another's, so that it is less certain without any of them. */
  marks?: RegExp;
  /** Where its columns go; what is named nowhere is left out. */
  columns: Readonly<Record<string, MappingTarget>>;
  /** Headers that begin so, with a number or a name behind it: groups, attributes by what follows. */
  families?: readonly { begins: string; to: "group" | "attribute" }[];
  values?: Mapping["values"];
}

/** The exports that are known; the first that fits is taken. */
export const knownExports: readonly KnownExport[] = [
  {
    label: "a Google Workspace user export",
    needs: ["First Name [Required]", "Last Name [Required]", "Email Address [Required]"],
    columns: {
      "Email Address [Required]": "email",
      "First Name [Required]": "givenName",
      "Last Name [Required]": "familyName",
      "Password [Required]": "password",
      Department: "department",
      "Recovery Email": "contactEmail",
      "Mobile Phone": "phone",
      "Change Password at Next Sign-In": "mustChangePassword",
      "Status [READ ONLY]": "enabled",
      "Org Unit Path [Required]": "attribute:Org Unit Path",
      "Employee ID": "attribute:Employee ID",
      "Employee Title": "attribute:Employee Title",
      "Cost Center": "attribute:Cost Center",
    },
    // Four stars stand for a password that stays as it is.
    values: { enabled: { active: "true", suspended: "false", archived: "false" }, password: { "****": "" } },
  },
  {
    label: "a Microsoft Entra bulk-create template",
    needs: ["Name [displayName] Required", "User name [userPrincipalName] Required"],
    columns: {
      "User name [userPrincipalName] Required": "email",
      "Name [displayName] Required": "fullName",
      "Initial password [passwordProfile] Required": "password",
      "Block sign in (Yes/No) [accountEnabled] Required": "enabled",
      "First name [givenName]": "givenName",
      "Last name [surname]": "familyName",
      "Department [department]": "department",
      "Mobile phone [mobile]": "phone",
      "Job title [jobTitle]": "attribute:Job title",
      "Office [physicalDeliveryOfficeName]": "attribute:Office",
      "Office phone [telephoneNumber]": "attribute:Office phone",
    },
    // The column asks the opposite.
    values: { enabled: { yes: "false", no: "true" } },
  },
  {
    label: "a Microsoft Entra user list",
    needs: ["userPrincipalName", "displayName"],
    columns: {
      userPrincipalName: "email",
      displayName: "fullName",
      givenName: "givenName",
      surname: "familyName",
      department: "department",
      accountEnabled: "enabled",
      mobile: "phone",
      mobilePhone: "phone",
      alternateEmailAddress: "contactEmail",
      jobTitle: "attribute:Job title",
      telephoneNumber: "attribute:Office phone",
      physicalDeliveryOfficeName: "attribute:Office",
    },
  },
  {
    label: "an Okta user export",
    needs: ["login", "firstName", "lastName", "email"],
    columns: {
      login: "username",
      email: "email",
      firstName: "givenName",
      middleName: "middleName",
      lastName: "familyName",
      displayName: "fullName",
      secondEmail: "contactEmail",
      mobilePhone: "phone",
      department: "department",
      title: "attribute:title",
      employeeNumber: "attribute:employeeNumber",
      organization: "attribute:organization",
    },
  },
  {
    label: "a Moodle user file",
    needs: ["username", "firstname", "lastname", "email"],
    marks: /^(?:cohort\d|course\d|profilefield|idnumber|auth$|suspended$|sysrole\d|oldusername)/u,
    columns: {
      username: "username",
      email: "email",
      firstname: "givenName",
      middlename: "middleName",
      lastname: "familyName",
      password: "password",
      department: "department",
      phone1: "phone",
      description: "description",
      suspended: "enabled",
      idnumber: "attribute:idnumber",
      institution: "attribute:institution",
    },
    families: [
      { begins: "cohort", to: "group" },
      { begins: "profile_field_", to: "attribute" },
    ],
    values: { enabled: { "1": "false", "0": "true" } },
  },
  {
    label: "a Mimecast user export",
    needs: ["Email Address", "Display Name", "Account Code"],
    columns: {
      "Email Address": "email",
      "Display Name": "fullName",
      Department: "department",
      Alias: "alias",
      Aliases: "alias",
      Groups: "group",
      "Phone Number": "phone",
      "Account Code": "attribute:Account Code",
    },
  },
];

/** How sure it is that these headers are the export's. */
export function surenessOf({ marks }: KnownExport, headers: readonly string[]): number {
  return marks === undefined || headers.some((header) => marks.test(headerKey(header))) ? 0.95 : 0.9;
}

/** The mapping of the export for these headers; null when it needs others. `line`: that of the header. */
export function readyMapping(known: KnownExport, headers: readonly string[], line: number): Mapping | null {
  const keys = new Set(headers.map(headerKey));
  if (!known.needs.every((header) => keys.has(headerKey(header)))) return null;
  const targets = new Map(Object.entries(known.columns).map(([header, to]) => [headerKey(header), to]));
  const taken = new Set<string>();
  const columns = headers.flatMap((header) => {
    const to = targets.get(headerKey(header)) ?? familyTarget(known, header);
    if (to === null || (to !== "group" && to !== "alias" && taken.has(to))) return [];
    taken.add(to);
    return [{ from: header, to }];
  });
  return {
    name: labelled(known),
    version: 1,
    header: line,
    columns,
    ...(known.values && { values: known.values }),
  };
}

function familyTarget({ families = [] }: KnownExport, header: string): MappingTarget | null {
  const key = header.trim().toLowerCase();
  for (const { begins, to } of families) {
    if (!key.startsWith(begins) || key.length === begins.length) continue;
    const rest = header.trim().slice(begins.length);
    if (to === "attribute") return `attribute:${rest}`;
    if (/^\d+$/u.test(rest)) return "group";
  }
  return null;
}

function labelled({ label }: KnownExport): string {
  return label.replace(/^an? /u, "");
}
