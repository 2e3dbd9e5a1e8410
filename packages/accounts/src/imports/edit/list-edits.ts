/** The steps by which an import was corrected, in the order in which they were made. */
import { findEdits } from "@rollcall/db";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, type Result } from "../../result";
import { findRecord } from "../find-record";
import { toEditView } from "./describe-step";
import type { EditView } from "./types";

export async function listEdits(context: Context, input: { importId: string }): Promise<Result<EditView[]>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const edits = await findEdits(context.database, found.value.key);
  return done(edits.map((edit) => toEditView(edit, found.value)));
}
