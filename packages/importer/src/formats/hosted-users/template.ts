// The template of the hosted-users format, empty or with rows that show how it is used. Example addresses only, and ASCII, so that no spreadsheet can break them.
import { csvLine } from "../write-csv";
import { headers } from "./export";

const rows = [
  // No password: a welcome mail with a link to set one.
  ["maren.olsen@example.com", "Maren Olsen", "", "Finance", "Yes", "Staff", ""],
  // A password of the administrator's choice, told in another way.
  [
    "desmond.okafor@example.com",
    "Desmond Okafor",
    "Tidal-Copper-58-Lantern",
    "Operations",
    "No",
    "Staff",
    "",
  ],
  // Two groups.
  ["aiko.tanabe@example.com", "Aiko Tanabe", "", "Operations", "Yes", "Staff", "Night shift"],
];

/** The template as a CSV. */
export function template(sample: boolean): string {
  return [headers(2), ...(sample ? rows : [])].map((cells) => csvLine(cells)).join("");
}
