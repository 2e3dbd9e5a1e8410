/** What is known of a file before it is sent, and whether that is enough to send it. Pure; loads nothing of the importer. */
import type { FormatDemands, FormatId, ImportMode, Recognition } from "@rollcall/importer";
import type { FileProblem } from "./arrival";
import type { Reading } from "./reading";

export interface FormatChoice {
  id: FormatId;
  label: string;
  /** 0 to 1 */
  confidence: number;
  reason: string;
}

export interface Look {
  recognition: Recognition;
  /** "Hosted users"; null when it is no format that is known */
  formatLabel: string | null;
  /** what the format takes when nothing is said */
  defaults: { mode: ImportMode; strict: boolean };
  demands: FormatDemands;
  /** every format, the likeliest first */
  choices: FormatChoice[];
  problems: FileProblem[];
  /** an estimate from the first bytes; null when the whole file was seen, and the facts say it exactly */
  aboutRows: number | null;
  /** as it was read for this look */
  reading: Reading;
  /** Its headers, whatever their order; by it mappings are offered again. Null without any. */
  fingerprint: string | null;
}

/** From here on a format is taken without being asked. */
export const certain = 0.9;

/** What a person must say before the file can be sent; null: nothing. */
export function lacksOf(look: Look, domain: string | null): "match" | "domain" | null {
  const { recognition, reading, demands } = look;
  const { format } = recognition;
  if (look.problems.some(({ code }) => code === "column.missing")) return "match";
  const matched = reading.mapping !== null;
  const chosen = reading.format !== null && reading.format !== "custom";
  if (!matched && format !== null && (format.id === "custom" || (!chosen && format.confidence < certain)))
    return "match";
  return demands.domain === true && (domain ?? "") === "" ? "domain" : null;
}

/** A spreadsheet of the directory console: its own words for the buttons (sources/004). */
export function isDirectorySpreadsheet(formatId: string | null | undefined): boolean {
  return formatId === "directory-spreadsheet";
}
