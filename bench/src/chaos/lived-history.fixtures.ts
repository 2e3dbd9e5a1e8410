/** An organisation with a history of every kind, made through the use cases: what the invariants must find whole. For tests. */
import {
  commitImport,
  confirmImport,
  continueImport,
  deleteAccounts,
  dropDrifted,
  editAccount,
  editImport,
  getAccount,
  getImport,
  hashPendingPasswords,
  inviteImported,
  planImport,
  receiveImport,
  redactOldImports,
  undoImport,
  type Context,
  type ImportOptions,
  type ImportRecord,
  type Result,
} from "@rollcall/accounts";
import type pg from "pg";
import { expect } from "vitest";
import { askOne } from "../app/sql";

let context: Context;
let client: pg.Client;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

async function plan(text: string, options: Partial<ImportOptions> = {}): Promise<ImportRecord> {
  const source = (async function* () {
    await Promise.resolve();
    yield Buffer.from(text);
  })();
  const received = value(
    await receiveImport(context, { fileName: "people.csv", declaredBytes: null, options, source }),
  );
  return received.status === "STAGED"
    ? value(await planImport(context, { importId: received.id }))
    : received;
}

async function commit({ id }: ImportRecord): Promise<ImportRecord> {
  const { status, fingerprint, guard } = value(await getImport(context, { importId: id }));
  if (status === "READY")
    value(
      await confirmImport(context, {
        importId: id,
        fingerprint: fingerprint ?? "",
        typed: guard?.number,
      }),
    );
  return value(await commitImport(context, { importId: id }));
}

const carryOut = async (text: string, options: Partial<ImportOptions> = {}) =>
  commit(await plan(text, options));
const takeBack = async ({ id }: ImportRecord) => commit(value(await undoImport(context, { importId: id })));

const idOf = async (key: string) =>
  (await askOne<{ id: string }>(client, "SELECT account_id AS id FROM address WHERE key = $1", [key])).id;

const simple = "Email,Full Name,Password,Department,Send email,Group,Group";
const whole = "email,fullName,username,phone,department,group,alias,attribute:Desk";
const upsert = { mode: "upsert", mail: "never" } as const;

/** Imports of every kind and end, and what people did meanwhile; `context` is the system, `client` the same database. */
export async function liveHistory(asked: Context, beside: pg.Client): Promise<void> {
  context = asked;
  client = beside;
  const file = await carryOut(
    [
      simple,
      "ann@h.example,Ann,,Sales,Yes,Staff,Night",
      "bob@h.example,Bob,a long enough phrase,Sales,,Staff,",
      "cy@h.example,Cy,,,Yes,,",
      "dee@h.example,Dee,,Sales,,Staff,",
      "nobody,Eve,,Deep,Yes,Staff,",
      "fay,Fay,,,Yes,,",
    ].join("\n"),
  );
  await goOn(file);
  await hashPendingPasswords(context, { limit: 100 });
  const changing = await carryOut(
    [whole, "ann@h.example,Ann Two,,22,Ops,Crew,a2@h.example,D2", "cy@h.example,Cy Two,,,,,,"].join("\n"),
    { ...upsert, groupMode: "replace" },
  );
  await takeBack(await takeBack(changing));
  await takeBack(await carryOut(`${simple}\nivy@h.example,Ivy,,Gone,Yes,Gone,`));
  const again = await carryOut(`${simple}\njo@h.example,Jo,,Back,Yes,Back,\nkay@h.example,Kay,,Back,,Back,`);
  await takeBack(await takeBack(again));
  await takeBack(await takeBack(await takeBack(await carryOut(`${simple}\nlee@h.example,Lee,,,,,`))));
  await takeBack(
    await carryOut("email,fullName\ndee@h.example,Dee", {
      ...upsert,
      groups: ["Staff"],
      groupMode: "replace",
    }),
  );
  await carryOut(
    [whole, "gus@h.example,Gus,gus,1,Ops,Crew,g@h.example,D1", "hal@h.example,Hal,hal,,Ops,Crew,,"].join(
      "\n",
    ),
    { groups: ["Staff"] },
  );
  await invited();
  await changedSince();
  value(await deleteAccounts(context, { accountIds: [await idOf("bob@h.example")] }));
  await client.query(
    "UPDATE message SET state = 'SENT', sent_at = now() WHERE to_address = 'cy@h.example' AND kind = 'welcome'",
  );
  await client.query(
    "UPDATE message SET state = 'FAILED' WHERE to_address = 'ann@h.example' AND kind = 'welcome'",
  );
  const old = await carryOut(`${simple}\nmo@h.example,Mo,,Old,,Old,`);
  await redacted(old);
  await plan(`${simple}\nnot@h.example,Not,a long enough phrase,,Yes,Never,`);
  await plan("Email,Name\nnot an address,No", { format: "connect" });
}

/** The rows that waited: one is corrected, the other waits on. */
async function goOn(parent: ImportRecord): Promise<void> {
  const child = value(await continueImport(context, { importId: parent.id }));
  const { record } = value(
    await editImport(context, {
      importId: child.id,
      step: { kind: "cell", rowNo: 1, column: 0, value: "eve@h.example" },
    }),
  );
  expect((await commit(record)).summary).toMatchObject({ create: 1, problem: 1 });
}

async function invited(): Promise<void> {
  const { id } = await askOne<{ id: string }>(client, "SELECT max(id) AS id FROM import");
  value(await inviteImported(context, { importId: id }));
}

/** Somebody edits two of the accounts between the plan and the commit; one row is dropped then, one waits. */
async function changedSince(): Promise<void> {
  const planned = await plan(
    ["email,fullName", "ann@h.example,Ann Three", "dee@h.example,Dee Three", "cy@h.example,Cy Three"].join(
      "\n",
    ),
    upsert,
  );
  for (const key of ["ann@h.example", "dee@h.example"]) {
    const { id, version } = value(await getAccount(context, { accountId: await idOf(key) }));
    value(await editAccount(context, { accountId: id, version, fields: { phone: "7" } }));
  }
  const done = await commit(planned);
  expect(value(await dropDrifted(context, { importId: done.id, rowNos: [1] })).dropped).toBe(1);
}

async function redacted({ id }: ImportRecord): Promise<void> {
  await client.query("UPDATE import SET ended_at = now() - interval '40 days' WHERE id = $1", [id]);
  await client.query(`INSERT INTO setting (key, value) VALUES ('imports.keepRowsDays', '30')`);
  expect(value(await redactOldImports(context)).redacted).toBe(1);
}
