// The template of the connect format, empty or with rows that show how it is used. Example addresses only, and ASCII.
import { csvLine } from "../write-csv";
import { columns } from "./columns";

const rows = [
  // A password of the administrator's choice, to be changed at the first sign-in.
  ["maren.olsen@example.com", "Maren Olsen", "Tidal-Copper-58-Lantern", "TRUE"],
  // No password: there is none until the owner sets one.
  ["desmond.okafor@example.com", "Desmond Okafor", "", ""],
  // A distribution list.
  ["hr@example.com", "Human Resources", "", "FALSE"],
];

/** The template as a CSV. */
export function template(sample: boolean): string {
  const header = columns.map((column) => column.header);
  return [header, ...(sample ? rows : [])].map((cells) => csvLine(cells)).join("");
}
