/**
 * Goes on with the rows that a lenient commit left waiting: a new import of them, planned at once. Their passwords come along
 * while the key of the first import still exists.
 */
import { openEdit, troubleOf, type OpenEdit } from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { newImportKey, openPassword, openWithSecret, sealPassword, sealWithSecret } from "../secrets/sealing";
import { checkerOf } from "./edit/open-checker";
import { findRecord, importInUse, statusWords } from "./find-record";
import { planImport } from "./plan-import";
import { passwordMask } from "./stage-file";
import type { ImportRecord } from "./types";

/**
 * Answers with the import that carries the rows on, made now or earlier. Refuses `wrong-state` before the first one is done and
 * when none of its rows waits, and `busy` when somebody else does the same at this moment.
 */
export async function continueImport(
  context: Context,
  input: { importId: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status } = found.value;
  if (status !== "COMPLETED")
    return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  if (found.value.waiting === 0 && found.value.continuedBy === null) return nothingWaits;
  const childId = await makeChild(context, gate.value, key);
  if (!childId.ok) return childId;
  const importId = String(childId.value);
  const child = await findRecord(context.database, importId);
  if (!child.ok || child.value.status !== "STAGED") return child;
  const planned = await planImport(context, { importId });
  if (planned.ok || planned.refusal.code === "forbidden") return planned;
  // A worker or somebody else at the same button was faster: their plan is as good.
  await waitForOthers(context, childId.value);
  return findRecord(context.database, importId);
}

/** Until nobody holds the import, three seconds at most. */
async function waitForOthers({ database }: Context, importId: bigint): Promise<void> {
  try {
    await openEdit(database, importId, () => Promise.resolve(null));
  } catch (error) {
    if (troubleOf(error) !== "lock-timeout") throw error;
  }
}

async function makeChild(context: Context, actor: Actor, parentId: bigint): Promise<Result<bigint>> {
  try {
    const made = await openEdit(context.database, parentId, async (parent) => {
      const before = await parent.continuedBy();
      if (before !== null) return done(before);
      const importKey = newImportKey();
      const childId = await parent.continueAs({
        by: { accountId: actor.accountId, name: actor.name },
        sealedKeyOf: (id) => sealWithSecret(context.settings.secret, "import-key", importKey, String(id)),
      });
      if (childId === null) return nothingWaits;
      await bringPasswords(context, parent, childId, importKey);
      const subject = { type: "import", id: parentId, name: parent.stored.fileName } as const;
      const data = { continuedBy: String(childId) };
      await parent.log({
        ...auditEntry(context, actor, "import.continued", subject, data),
        importId: parentId,
      });
      return done(childId);
    });
    return made ?? refuse({ code: "not-found", what: "import" });
  } catch (error) {
    if (troubleOf(error) === "lock-timeout") return importInUse;
    throw error;
  }
}

const nothingWaits = refuse({ code: "wrong-state", what: "import", state: "without rows that wait" });

/** Sealed anew for the new import and row; where the old key is gone, the rows are checked again and say so. */
async function bringPasswords(
  context: Context,
  parent: OpenEdit,
  childId: bigint,
  importKey: Uint8Array,
): Promise<void> {
  const { sealedKey } = parent.stored;
  const oldKey =
    sealedKey === null
      ? null
      : openWithSecret(context.settings.secret, "import-key", sealedKey, String(parent.importId));
  const recheck = (await checkerOf(context, parent.stored, { importId: childId, importKey: null }))();
  for await (const { rows, fromRowNo } of parent.sealedRowsOf(childId, passwordMask)) {
    const edited = rows.map((row) => {
      const sealed = row.passwordSealed;
      const password =
        oldKey === null || sealed === null
          ? null
          : openPassword(oldKey, parent.importId, fromRowNo.get(row.rowNo) ?? 0, sealed);
      return password === null
        ? { row: recheck({ ...row, passwordSealed: null }, {}) }
        : { rowNo: row.rowNo, sealed: Buffer.from(sealPassword(importKey, childId, row.rowNo, password)) };
    });
    await parent.writeBrought(
      childId,
      edited.flatMap((one) => (one.row === undefined ? [] : [one.row])),
      edited.flatMap((one) => (one.row === undefined ? [one] : [])),
    );
  }
}
