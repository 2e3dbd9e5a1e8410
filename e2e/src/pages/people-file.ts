/** Files as HR departments send them. Deterministic: the same numbers give the same file. */

const header = "Email,Full Name,Password,Department,Send email,Group,Group";
const departments = ["Finance", "Operations", "Customs", "Fleet", "Yard", "IT"];

/** `count` people nobody has seen before, at `domain`, without a mistake. */
export function goodRows(count: number, domain: string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1);
    const department = departments[index % departments.length] ?? "IT";
    const group = index % 3 === 0 ? `Night shift of ${domain}` : "";
    return `person.${number}@${domain},Person Number ${number},,${department},${index % 2 === 0 ? "Yes" : "No"},Staff,${group}`;
  });
}

export function csv(rows: readonly string[]): string {
  return `${[header, ...rows].join("\r\n")}\r\n`;
}

/** Each kind of mistake that the format knows, one a row; every row here needs attention. */
export function badRows(domain: string): string[] {
  return [
    `spaces in.it@${domain},Has A Space,,Yard,Yes,Staff,`,
    `no-at-sign.${domain},No At Sign,,Yard,Yes,Staff,`,
    `nameless@${domain},,,Yard,Yes,Staff,`,
    `,No Address,,Yard,Yes,Staff,`,
    `maybe@${domain},Says Maybe,,Yard,Perhaps,Staff,`,
    `weak@${domain},Weak Password,password1234,Yard,Yes,Staff,`,
    `person.1@${domain},Same Address Again,,Yard,Yes,Staff,`,
    `PERSON.2@${domain.toUpperCase()},Same Address In Capitals,,Yard,Yes,Staff,`,
    `too.many@${domain},Too Many Values,,Yard,Yes,Staff,,surplus`,
  ];
}
