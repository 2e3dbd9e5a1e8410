/** The options by which a file is read, the same wherever a command takes one; and what the importer is told by them. */
import { readFile } from "node:fs/promises";
import { domainKey, parseMapping, type EncodingId, type FormatId, type Mapping } from "@rollcall/importer";
import { resolvePath } from "../env";
import { UsageError } from "../exit";
import { encodings, formatIds } from "./choices";
import type { OptionValues } from "./option";

export const readingOptions = {
  format: { kind: "choice", choices: formatIds, help: "take it for this format; otherwise its content says" },
  map: { kind: "text", value: "FILE.json", help: "what the file's columns are, as the console saves it" },
  encoding: {
    kind: "choice",
    choices: encodings,
    help: "read it in this encoding; otherwise its content says",
  },
  sheet: { kind: "text", value: "NAME", help: "of a workbook; otherwise the first that is recognised" },
  domain: { kind: "text", value: "DOMAIN", help: "what control-panel user names belong to" },
} as const;

/** What the person said of the file; what was left out is not there. */
export interface Reading {
  format?: FormatId;
  mapping?: Mapping;
  encoding?: EncodingId;
  sheet?: string;
  domain?: string;
}

/** Throws a UsageError for a mapping that cannot be read or understood, and for what is no mail domain. */
export async function readingOf(options: OptionValues<typeof readingOptions>): Promise<Reading> {
  const { format, map, encoding, sheet, domain } = options;
  if (map !== null && format !== null && format !== "custom")
    throw new UsageError(`--map says what the columns are, so --format ${format} contradicts it.`);
  if (domain !== null && domainKey(domain) === null)
    throw new UsageError(`“${domain}” is not a mail domain. Give one like example.com.`);
  return {
    ...(format === null ? {} : { format }),
    ...(map === null ? {} : { mapping: await readMapping(map) }),
    ...(encoding === null ? {} : { encoding }),
    ...(sheet === null ? {} : { sheet }),
    ...(domain === null ? {} : { domain }),
  };
}

async function readMapping(file: string): Promise<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(resolvePath(file), "utf8"));
  } catch (error) {
    throw new UsageError(whyUnreadable(file, error), { cause: error });
  }
  const parsed = parseMapping(json);
  if (parsed.ok) return parsed.mapping;
  throw new UsageError(`The mapping ${file}: ${parsed.message}`);
}

function whyUnreadable(file: string, error: unknown): string {
  if (error instanceof SyntaxError) return `The mapping ${file} cannot be read: it is not JSON.`;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return `There is no file ${file}. --map takes a mapping file.`;
  if (code === "EISDIR") return `${file} is a folder. --map takes a mapping file.`;
  if (code === "EACCES" || code === "EPERM")
    return `The mapping ${file} cannot be read: you may not read it.`;
  return `The mapping ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}
