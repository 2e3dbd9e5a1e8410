/** The checker of an import's rows, from what its record says: the same rules by which its file was read. */
import type { StoredForEdit } from "@rollcall/db";
import type { ColumnMatch, Format } from "@rollcall/importer";
import type { Context } from "../../context";
import { formatOf, importOptionsSchema } from "../import-options";
import { readOptions } from "../read-options";
import { readPolicy } from "../read-policy";
import type { StoredRecognition } from "../to-import-record";
import { createRecheck, type Recheck } from "./recheck-row";

/** What the rows of an import are read by. */
export interface RowGround {
  format: Format;
  columns: readonly ColumnMatch[];
  recognition: StoredRecognition;
}

export function groundOf(stored: Pick<StoredForEdit, "recognition" | "formatId">): RowGround {
  // Written by this package alone, through the type named here.
  const recognition = stored.recognition as StoredRecognition;
  const format = formatOf(stored.formatId);
  if (format === null) throw new Error("an import that was planned has a format that is not known");
  return { format, columns: recognition.columns, recognition };
}

/** Makes a checker for each step. */
export async function checkerOf(
  context: Context,
  stored: StoredForEdit,
  keys: { importId: bigint; importKey: Uint8Array | null },
): Promise<() => Recheck> {
  const policy = await readPolicy(context.database);
  const options = readOptions(context, stored.fileName, importOptionsSchema.parse(stored.options), policy);
  const { format, recognition } = groundOf(stored);
  return () => createRecheck({ ...keys, format, recognition, options });
}
