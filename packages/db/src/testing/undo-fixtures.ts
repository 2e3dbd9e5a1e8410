/**
 * Random organisations, files carried out and taken back again, for the property tests of undos. What an undo is held to, each test
 * says itself.
 */
import fc from "fast-check";
import type { Database } from "../client";
import { commitConfirmedUndo } from "../imports/commit-undo";
import { file } from "../imports/plan-arbitraries";
import type {
  ReferenceAccount,
  ReferenceOptions,
  ReferencePlanOf,
  ReferenceRow,
} from "../imports/plan-reference";
import { previewUndoRows, type UndoRowEntry } from "../imports/undo-preview";
import { insertUndo } from "../imports/undo-records";
import type { UndoQuery } from "../imports/undo-work";
import { commitReferenceRows, fillOrganisation } from "./import-fixtures";

/** Every second person's alias becomes the next one's. */
const handedOn = fc
  .shuffledSubarray(["ann", "bob", "cid", "dee", "eve", "fay"], { minLength: 2 })
  .map((names) =>
    names.map((name, at) => ({
      ...{
        hasError: false,
        email: `${name}@example.com`,
        fullName: "Ann Alder",
        department: null,
        groups: null,
      },
      ...{ hasPassword: false, decision: null, linkAccountId: null },
      aliases: at % 2 === 0 ? null : [`${names[at - 1] ?? ""}.alias@example.com`],
      extra: at % 2 === 0 ? { aliases: null } : {},
    })),
  );

/** A file as of imports, or one that moves addresses from one to the next. */
export const undoableFile = fc
  .oneof({ weight: 3, arbitrary: file }, { weight: 1, arbitrary: handedOn })
  .map((lines): ReferenceRow[] => lines.map((line, at) => ({ ...line, rowNo: at + 1, line: at + 2 })));

/** With the names that accounts and options take for granted. */
export async function fillUndoable(
  database: Database,
  accounts: ReferenceAccount[],
  plans: ReferencePlanOf[],
): Promise<void> {
  await fillOrganisation(database, accounts, plans);
  await database.pool.query(`INSERT INTO "group" (name, name_key) VALUES ('Drivers', 'drivers')`);
  await database.pool.query(`INSERT INTO attribute (name, name_key) VALUES ('Desk', 'desk')`);
}

export const askedOf = (importId: bigint): UndoQuery => ({
  ...{ importId, rowNos: null, actorId: null, actionWords: {} },
});

/** The preview, two rows a page. */
export async function tellUndo(database: Database, importId: bigint): Promise<UndoRowEntry[]> {
  const told: UndoRowEntry[] = [];
  for (let after: number | null = null; ;) {
    const page: UndoRowEntry[] = await previewUndoRows(database, askedOf(importId), {
      ...{ heap: null, search: null, after, limit: 2 },
    });
    told.push(...page);
    if (page.length < 2) return told;
    after = page.at(-1)?.rowNo ?? null;
  }
}

/** Planned, confirmed and committed. Throws where it does not come to that. */
export async function carryOutRows(
  database: Database,
  rows: readonly ReferenceRow[],
  chosen: ReferenceOptions,
): Promise<bigint> {
  const { importId, result } = await commitReferenceRows(database, rows, chosen);
  if (result.kind !== "committed") throw new Error(`the import was not committed: ${JSON.stringify(result)}`);
  // Passwords are hashed after the commit; one that was not yet is destroyed by an undo for good.
  await database.pool.query(
    "WITH hashed AS (DELETE FROM pending_password RETURNING account_id) UPDATE account SET password_hash = 'x' WHERE id IN (SELECT account_id FROM hashed)",
  );
  return importId;
}

/** Asked for and carried out; gives the undo. */
export async function takeBackImport(
  database: Database,
  undoesId: bigint,
  rowNos: readonly number[] | null = null,
): Promise<bigint> {
  const undo = await database.transaction((tx) =>
    insertUndo(tx, {
      ...{ undoesId, fileName: "Undo", rowNos, rows: 0, fingerprint: "" },
      ...{
        byId: null,
        byName: "Test",
        authority: 0,
        told: { changed: 1e9, administrators: 1e9, administratorsMade: 1e9, membershipsEnded: 1e9 },
      },
    }),
  );
  const result = await commitConfirmedUndo(database, {
    importId: undo,
    actionWords: {},
    report: () => Promise.resolve(),
    objection: () => null,
  });
  if (result.kind !== "undone") throw new Error(`it was not taken back: ${JSON.stringify(result)}`);
  return undo;
}

const peopleSql = [
  "SELECT to_jsonb(a) - 'version' - 'updated_at' AS row FROM account a ORDER BY id",
  "SELECT to_jsonb(h) AS row FROM address h ORDER BY key",
  "SELECT to_jsonb(m) AS row FROM membership m ORDER BY account_id, group_id",
];
const namesSql = [
  `SELECT to_jsonb(g) AS row FROM "group" g ORDER BY id`,
  "SELECT to_jsonb(d) AS row FROM department d ORDER BY id",
  "SELECT to_jsonb(t) AS row FROM attribute t ORDER BY id",
];

/** Everybody and all names of groups, departments and attributes, without versions and times of change; ids too are the same. */
export async function dumpOrganisation(database: Database): Promise<string> {
  const texts: string[] = [];
  for (const statement of [...peopleSql, ...namesSql]) {
    const found = await database.pool.query<{ row: unknown }>(statement);
    texts.push(...found.rows.map(({ row }) => JSON.stringify(row)));
  }
  return texts.join("\n");
}
