/** How the rows of an import are read and checked: one place for the file that arrives and for the rows that are corrected later. */
import { domainKey, isImplementedFormat, type ReadOptions } from "@rollcall/importer";
import { openWorkbook } from "@rollcall/workbook";
import type { Context } from "../context";
import type { StoredOptions } from "./import-options";
import type { CheckPolicy } from "./read-policy";

/** As the import's options say, by the rules of the organisation. */
export function readOptions(
  context: Context,
  fileName: string,
  options: StoredOptions,
  policy: CheckPolicy,
): ReadOptions {
  const { format, encoding, mapping, sheet, blank, domain, mail } = options;
  const { importMaxRows, importMaxBytes } = context.settings;
  return {
    fileName,
    ...(format !== null && isImplementedFormat(format) ? { format } : {}),
    ...(encoding === null ? {} : { encoding }),
    ...(mapping === null ? {} : { mapping }),
    ...(sheet === null ? {} : { sheet }),
    openWorkbook,
    limits: { maxRows: importMaxRows, maxBytes: importMaxBytes },
    passwordPolicy: policy.password,
    domains: policy.domains,
    attributes: policy.attributes,
    domain: domain === null ? null : domainKey(domain),
    domainMissing: "error",
    mail,
    blank: { ...(blank.all === null ? {} : { all: blank.all }), fields: blank.fields },
    // The plan finds both: which accounts exist, and which addresses corrections may still make and mend.
    missingPasswords: "later",
    duplicates: false,
  };
}
