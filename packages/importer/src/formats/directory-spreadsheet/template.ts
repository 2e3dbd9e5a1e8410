// The template of the directory-spreadsheet format, empty or with rows that show how it is used. Example addresses only, and ASCII, so that no spreadsheet can break them.
import { csvLine } from "../write-csv";
import { headers } from "./export";

const rows = [
  // A first password, to be changed at the first sign-in; two aliases and an attribute.
  {
    email: "maren.olsen@example.com",
    name: "Maren Olsen",
    password: "Tidal-Copper-58-Lantern",
    changepassword: "yes",
    pop: "no",
    submit: "no",
    alias1: "maren@example.com",
    alias2: "m.olsen@example.com",
    telephonenumber: "020 7946 0018",
  },
  // No password; mail can be fetched and sent, and somebody else may open the mailbox.
  {
    email: "desmond.okafor@example.com",
    name: "Desmond Okafor",
    pop: "yes",
    submit: "yes",
    delegate1: "maren.olsen@example.com",
  },
  { email: "info@example.com", name: "Front desk", passwordneverexpire: "no", accountlockedout: "no" },
];

/** The template as a CSV. */
export function template(sample: boolean): string {
  const header = headers(2, 1, ["telephonenumber"]);
  const samples = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return header.map((heading) => values.get(heading) ?? "");
  });
  return [header, ...(sample ? samples : [])].map((cells) => csvLine(cells)).join("");
}
