/**
 * Carries the plan out, row by row of the file but set-based: names, accounts that exist, new accounts, mails. Called inside the
 * commit's transaction once drifted rows are held back. Addresses that the file gives back go before others are put in.
 */
import type pg from "pg";
import {
  createAccountsSql,
  createAddressesSql,
  createAliasesSql,
  createFullAccountsSql,
  createMembershipsSql,
  keepPendingPasswordsSql,
} from "./commit-create-sql";
import type { Shape } from "./commit-drift";
import type { CommitOptions } from "./commit-import";
import { insertWithReferences, type NewAccounts } from "./commit-references";
import {
  createAttributesSql,
  createDepartmentsSql,
  createGroupsSql,
  newAccountsSql,
  queueWelcomeMailsSql,
} from "./commit-sql";
import { createAnnounced } from "./commit-names";
import { throwIfStopped } from "./commit-stop";
import {
  addMembershipsSql,
  cancelMessagesSql,
  endSessionsSql,
  keepBeforeImagesSql,
  removeAliasesSql,
  lockMembersSql,
  removeMembersSql,
  removeMembershipsSql,
  revokeTokensSql,
  updateAccountsSql,
  updateFullAccountsSql,
  updateNotesSql,
} from "./commit-update-sql";
import type { PlanCreates } from "./plan-names";
import type { ProgressReport } from "./progress";

/** Rows that a statement takes at once: a second's work at most, so that progress is told and a stop is heard. */
const chunkRows = 25_000;

export interface RowsToCommit {
  client: pg.ClientBase;
  importId: bigint;
  options: CommitOptions;
  /** of the file */
  rows: number;
  shape: Shape;
  /** what the plan announced, where every row is applied that it applied; null: some are held, and their names may not be asked for */
  announced: PlanCreates | null;
  /** in whose name mails go out */
  invitedBy: string;
  report: (progress: ProgressReport) => Promise<void>;
}

/** Gives how many mails are queued. Throws BrokenReference, CommitStopped, and what PostgreSQL throws. */
export async function commitRows(work: RowsToCommit): Promise<number> {
  const { client, importId, options, shape } = work;
  let mails = 0;
  if (shape.creates || shape.updates) await createNames(work);
  if (shape.updates) {
    await inChunks(work, "updates", async (range) => {
      await client.query(keepBeforeImagesSql, range);
    });
    if (shape.extra || shape.aliases) await client.query(removeAliasesSql, [importId]);
  }
  if (shape.creates) mails = await createAccounts(work);
  if (shape.updates) await updateAccounts(work);
  if (shape.aliases) await client.query(createAliasesSql, [importId, options.note]);
  if (options.memberList) {
    await client.query(lockMembersSql, [importId]);
    await client.query(removeMembersSql, [importId]);
  }
  return mails;
}

/** Departments, groups and attributes that the plan announced. */
async function createNames(work: RowsToCommit): Promise<void> {
  const { client, importId, options, shape, announced, report } = work;
  await report({ phase: "groups", done: 0, total: 0 });
  const creating = options.mode === "create";
  if (announced !== null) await createAnnounced(client, importId, announced);
  else await createAsked(work, creating);
  if (!shape.extra) return;
  await client.query(createAttributesSql, [importId, creating, JSON.stringify(options.attributeNames)]);
}

/** Those that a look through the rows finds. */
async function createAsked({ client, importId, options }: RowsToCommit, creating: boolean): Promise<void> {
  for (const [wanted, create] of options.noGroups
    ? [createDepartmentsSql]
    : [createDepartmentsSql, createGroupsSql]) {
    await client.query(wanted, [importId, creating]);
    await client.query(create, [importId]);
  }
}

async function createAccounts(work: RowsToCommit): Promise<number> {
  const { client, importId, options, shape, report } = work;
  const found = await client.query<NewAccounts>(newAccountsSql, [importId]);
  const accounts = found.rows[0];
  if (accounts === undefined || accounts.count === 0) return 0;
  const groupKeys = options.groups.map((group) => group.key);
  const createSql = shape.extra ? createFullAccountsSql : createAccountsSql;
  let mails = 0;
  await insertWithReferences(client, accounts, async () => {
    await inChunks(work, "accounts", async (range) => {
      const created = await client.query(createSql, range);
      if (created.rowCount === 0) return;
      await client.query(createAddressesSql, [...range, options.note]);
      await client.query(createMembershipsSql, [...range, groupKeys, options.noGroups]);
      if (shape.passwords) await client.query(keepPendingPasswordsSql, range);
    });
    await report({ phase: "mail", done: 0, total: 0 });
    const queued = await client.query(queueWelcomeMailsSql, [importId, options.mail, work.invitedBy]);
    mails = queued.rowCount ?? 0;
    await report({ phase: "finishing", done: 0, total: 0 });
  });
  return mails;
}

async function updateAccounts(work: RowsToCommit): Promise<void> {
  const { client, importId, options, shape } = work;
  const groupKeys = options.groups.map((group) => group.key);
  const replaces = options.groupMode === "replace";
  const creating = options.mode === "create";
  await inChunks(work, "updates", async (range) => {
    await client.query(updateAccountsSql, [...range, creating]);
    if (shape.extra) await client.query(updateFullAccountsSql, [...range, creating]);
    await client.query(addMembershipsSql, [...range, creating, groupKeys]);
  });
  await client.query(updateNotesSql, [importId]);
  if (replaces || shape.extra) {
    await client.query(removeMembershipsSql, [importId, groupKeys, replaces]);
  }
  if (!shape.extra) return;
  for (const statement of [endSessionsSql, revokeTokensSql, cancelMessagesSql]) {
    await client.query(statement, [importId]);
  }
}

/** Range by range of row numbers, told as progress and open to a stop between any two. */
async function inChunks(
  { client, importId, rows, report }: RowsToCommit,
  phase: string,
  step: (range: [bigint, number, number]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows; from += chunkRows) {
    await throwIfStopped(client, importId);
    await report({ phase, done: from, total: rows });
    await step([importId, from, from + chunkRows]);
  }
}
