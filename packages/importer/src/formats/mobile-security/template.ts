// The template of the mobile-security format, empty or with rows that show how it is used. Example addresses only, and ASCII.
import { csvLine } from "../write-csv";
import { headers } from "./export";

const rows = [
  // No role is User; with the Exchange account the phone sets up its mail by itself.
  ["maren.olsen@example.com", "Maren Olsen", "Field staff", "", "EXAMPLE", "molsen"],
  ["desmond.okafor@example.com", "Desmond Okafor", "Field staff", "User", "EXAMPLE", "dokafor"],
  // Manages other people and their devices, too.
  ["aiko.tanabe@example.com", "Aiko Tanabe", "Office", "Administrator", "", ""],
];

/** The template as a CSV. */
export function template(sample: boolean): string {
  return [headers(1), ...(sample ? rows : [])].map((cells) => csvLine(cells)).join("");
}
