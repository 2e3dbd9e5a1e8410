/**
 * Small organisations and staged files for the tests of planning and committing. Keys are names in lower case here.
 */
import type { Database } from "../client";
import { insertImport, nextImportId } from "../imports/import-records";
import type { ReferenceAccount, ReferenceRow } from "../imports/plan-reference";
import { stageRows } from "../imports/stage-rows";
import type { StagedRow } from "../imports/staged-row";

/** A row without problems; say what matters. */
export function referenceRow(fields: Partial<ReferenceRow>): ReferenceRow {
  return {
    rowNo: 1,
    line: 2,
    hasError: false,
    email: null,
    fullName: "Ann",
    department: null,
    groups: null,
    hasPassword: false,
    ...fields,
  };
}

/** Stages rows as a file of them would be, and answers with the import. */
export async function stageReferenceRows(database: Database, rows: readonly ReferenceRow[]): Promise<bigint> {
  const importId = await nextImportId(database);
  await insertImport(database, importId, {
    createdById: null,
    createdByName: "Test",
    fileName: "test.csv",
    fileBytes: null,
    options: {},
    sealedKey: new Uint8Array(1),
  });
  // One batch; the batches of a real file are tested where files are read.
  const batches = (async function* () {
    await Promise.resolve();
    yield rows.map(toStaged);
  })();
  await stageRows(database, importId, batches, () => ({
    file: { rows: rows.length, blankRows: 0, fileBytes: 1, fileSha256: "" },
    formatId: "hosted-users",
    recognition: {},
    problems: [],
  }));
  return importId;
}

function toStaged(line: ReferenceRow): StagedRow {
  return {
    rowNo: line.rowNo,
    line: line.line,
    cells: [line.email ?? "", line.fullName ?? ""],
    problems: null,
    hasError: line.hasError,
    email: line.email,
    emailKey: line.email?.toLowerCase() ?? null,
    username: null,
    fullName: line.fullName,
    givenName: null,
    middleName: null,
    familyName: null,
    department: line.department,
    departmentKey: line.department?.toLowerCase() ?? null,
    groups: line.groups,
    groupKeys: line.groups?.map((name) => name.toLowerCase()) ?? null,
    sendWelcome: null,
    passwordSealed: line.hasPassword ? Buffer.from("sealed") : null,
  };
}

/** Empties the organisation and fills it: departments Sales and Yard, groups Staff and Night, and these accounts. */
export async function fillOrganisation(
  database: Database,
  accounts: readonly ReferenceAccount[],
): Promise<void> {
  await database.pool.query(
    `TRUNCATE account, address, membership, "group", department, import, message, change CASCADE`,
  );
  await database.pool.query(
    `INSERT INTO department (name, name_key) VALUES ('Sales', 'sales'), ('Yard', 'yard')`,
  );
  await database.pool.query(
    `INSERT INTO "group" (name, name_key) VALUES ('Staff', 'staff'), ('Night', 'night')`,
  );
  for (const account of accounts) {
    await database.pool.query(
      `INSERT INTO account (id, full_name, role, version, department_id)
       VALUES ($1, $2, $3::"Role", $4, (SELECT id FROM department WHERE name = $5))`,
      [
        account.id,
        account.fullName,
        account.administrator ? "ADMINISTRATOR" : "USER",
        account.version,
        account.department,
      ],
    );
    for (const [index, key] of [account.addressKey, ...account.aliasKeys].entries()) {
      await database.pool.query(
        "INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $1, $2, $3)",
        [key, account.id, index === 0],
      );
    }
    for (const group of account.groups) {
      await database.pool.query(
        `INSERT INTO membership (account_id, group_id) SELECT $1, id FROM "group" WHERE name = $2`,
        [account.id, group],
      );
    }
  }
  await database.pool.query("SELECT setval('account_id_seq', 1000)");
}
