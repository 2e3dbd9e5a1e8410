// The template of the rollcall format, empty or with rows that show how it is used. Example addresses only, and ASCII, so that no spreadsheet can break them.
import { csvLine } from "../write-csv";
import { exporter } from "./export";

const rows: readonly Readonly<Record<string, string | readonly string[]>>[] = [
  // A person with what people usually have, mailed a link to set a password.
  {
    email: "maren.olsen@example.com",
    username: "molsen",
    fullName: "Maren Olsen",
    givenName: "Maren",
    familyName: "Olsen",
    kind: "person",
    role: "User",
    department: "Finance",
    group: ["Staff", "Night shift"],
    alias: ["maren@example.com"],
    phone: "020 7946 0018",
    enabled: "true",
    sendWelcome: "true",
    "attribute:Desk": "4-17",
  },
  // A first password that must be changed; the phone finds the mailbox by the Exchange account.
  {
    email: "desmond.okafor@example.com",
    fullName: "Desmond Okafor",
    group: ["Staff"],
    delegate: ["maren.olsen@example.com"],
    contactEmail: "desmond@example.org",
    mustChangePassword: "true",
    pop: "false",
    submit: "true",
    exchangeDomain: "EXAMPLE",
    exchangeUsername: "dokafor",
    password: "Tidal-Copper-58-Lantern",
  },
  // A distribution list.
  { email: "night-shift@example.com", fullName: "Night shift", kind: "list", description: "Rota and keys" },
];

/** The template as a CSV. */
export function template(sample: boolean): string {
  const header = exporter({ groups: 2, attributes: ["Desk"] }).header[0] ?? [];
  const samples = rows.map((row) => {
    const used = new Map<string, number>();
    return header.map((name) => {
      const at = used.get(name) ?? 0;
      used.set(name, at + 1);
      const value = row[name] ?? "";
      return typeof value === "string" ? value : (value[at] ?? "");
    });
  });
  return [header, ...(sample ? samples : [])].map((cells) => csvLine(cells)).join("");
}
