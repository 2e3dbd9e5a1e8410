// A first line that names the values although the format has no header ("Username,Password,…"). It judges that line alone.
import { headerKey } from "../header-key";

// What people call each of the eleven, by `headerKey`; a "?" at the end does not matter.
const names: readonly (readonly string[])[] = [
  [
    "username",
    "user",
    "userid",
    "login",
    "loginname",
    "logonname",
    "signinname",
    "account",
    "benutzername",
    "benutzer",
    "usuario",
    "utilisateur",
  ],
  [
    "password",
    "pwd",
    "pass",
    "passwd",
    "userpassword",
    "initialpassword",
    "passwort",
    "kennwort",
    "contraseña",
    "motdepasse",
  ],
  ["planname", "plan", "usertemplate", "template", "serviceplan", "userplan"],
  ["firstname", "first", "givenname", "forename", "vorname", "prénom", "nombre"],
  ["middlename", "middle", "middleinitial", "initials", "zweitername"],
  ["lastname", "last", "familyname", "surname", "nachname", "nom", "apellido"],
  ["admin", "administrator", "isadmin", "siteadmin"],
  ["email", "emailaddress", "contactemail", "externalemail", "mail"],
  ["phone", "phonenumber", "telephone", "telephonenumber", "mobile", "telefon"],
  ["description", "comment", "comments", "notes", "note", "beschreibung"],
  ["enabled", "active", "isenabled", "accountenabled", "aktiv"],
];

/** True when every cell that is not empty names the value of its position, and the first two do. */
export function isPositionalHeader(cells: readonly string[]): boolean {
  const values = cells.map(nameOf);
  return (
    values.length >= 2 &&
    values.every((value, i) => (value === "" ? i >= 2 : (names[i] ?? []).includes(value)))
  );
}

/** True when a cell is what columns are called in one file or another: the line is a header, whether of ours or not. */
export function holdsHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => known.has(nameOf(cell)));
}

function nameOf(cell: string): string {
  return headerKey(cell).replace(/[?:*]+$/u, "");
}

// Further headers that lists of people and things begin with. "pwd" and "first" are passwords and names as well.
const others =
  "id name displayname fullname title role group groups department office location city country address street state zip status type date created company organisation organization manager license licenses sku upn userprincipalname primaryemail product price quantity amount code number serial device model version url domain alias aliases password2 year month day age gender key value abteilung gruppe rolle ort land datum betrag preis menge artikel";
const ambiguous = new Set([
  "pwd",
  "pass",
  "first",
  "middle",
  "last",
  "active",
  "admin",
  "nom",
  "plan",
  "template",
]);
const known: ReadonlySet<string> = new Set(
  [...names.flat(), ...others.split(" ")].filter((name) => !ambiguous.has(name)),
);
