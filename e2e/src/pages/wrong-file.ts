/** A file of any size with ten kinds of mistake in it, evenly spread. Deterministic, made when it is needed. */

const header = "Email,Full Name,Password,Department,Send email,Group";
const departments = ["Finance", "Operations", "Customs", "Fleet", "Yard", "IT"];

/** Of every this many rows, ten are wrong, each in its own way. */
const spread = 1_000;

/** Columns: Email, Full Name, Password, Department, Send email, Group. */
type Row = [string, string, string, string, string, string];

const mistakes: ((row: Row, number: number, domain: string) => Row)[] = [
  ([, ...rest], number, domain) => [`person. ${number}@${domain}`, ...rest],
  ([email, name, password, department, , group]) => [email, name, password, department, "Y", group],
  ([, ...rest], number, domain) => [`person.${number}(at)${domain}`, ...rest],
  ([email, , ...rest]) => [email, "", ...rest],
  ([email, name, , ...rest]) => [email, name, "password1234", ...rest],
  ([, ...rest], number, domain) => [`person.${number - 1 - mistakesBefore}@${domain}`, ...rest],
  ([email, name, , ...rest]) => [email, name, "short", ...rest],
  ([email, name, password, , send, group]) => [email, name, password, "Markting", send, group],
  ([, ...rest]) => ["", ...rest],
  ([email, name, password, department, , group]) => [email, name, password, department, "Perhaps", group],
];
/** The row that a doubled address repeats is a good one, well before the wrong ones. */
const mistakesBefore = 100;

/** `count` people at `domain`, in pieces that are joined as they come. */
export function wrongFile(count: number, domain: string): Buffer {
  const lines = [header];
  for (let number = 1; number <= count; number += 1) {
    const department = departments[number % departments.length] ?? "IT";
    const row: Row = [
      `person.${number}@${domain}`,
      `Person Number ${number}`,
      "",
      department,
      "Yes",
      "Staff",
    ];
    const mistake = number % spread >= 500 ? mistakes[(number % spread) - 500] : undefined;
    lines.push((mistake === undefined ? row : mistake(row, number, domain)).join(","));
  }
  return Buffer.from(`${lines.join("\r\n")}\r\n`);
}

/** How many rows have each of the ten. */
export function ofEach(count: number): number {
  return Math.floor((count - 500) / spread) + 1;
}
