/** Where each field of an account comes from: "department set by import 214, line 812, hr-june.xlsx". */
import { findFieldSources } from "@rollcall/db";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { parseId } from "../../ids";
import { done, refuse, type Result } from "../../result";

export interface FieldLineage {
  /** "fullName", "groups", "attribute:desk", … */
  field: string;
  /** null: a person set it by hand */
  importId: string | null;
  fileName: string | null;
  /** of the file; null where there is none */
  line: number | null;
  /** the row of that line */
  rowNo: number | null;
  at: Date;
  by: string;
}

/** What set each field last; fields that nobody set are not among them. */
export async function lineage(
  context: Context,
  input: { accountId: string },
): Promise<Result<FieldLineage[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const id = parseId(input.accountId);
  if (id === null) return refuse({ code: "not-found", what: "account" });
  const sources = await findFieldSources(context.database, id);
  return done(
    sources.map(({ importId, ...source }) => ({
      ...source,
      importId: importId === null ? null : String(importId),
    })),
  );
}
