// The template of the control-panel format. Its files have no header, so the samples have none; the empty template is the one
// line that names the values, which an import skips. Example values only, and ASCII.
import { csvLine } from "../write-csv";
import { columns } from "./columns";

const rows = [
  // The two values that are needed, the default plan.
  ["molsen", "Tidal-Copper-58-Lantern"],
  // An administrator with everything.
  [
    "dokafor",
    "Harbour-Violet-31-Teapot",
    "",
    "Desmond",
    "C.",
    "Okafor",
    "true",
    "desmond@example.org",
    "+64 21 555 2624",
    "Looks after the servers",
    "true",
  ],
  // Made now, enabled later.
  ["atanabe", "Willow-Signal-77-Orbit", "", "Aiko", "", "Tanabe", "", "", "", "", "false"],
];

/** The template as a CSV. */
export function template(sample: boolean): string {
  const lines = sample ? rows : [columns.map(({ header }) => header)];
  return lines.map((cells) => csvLine(cells)).join("");
}
