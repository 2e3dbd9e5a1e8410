/** What stays of an import whose contents were removed: nobody's name in its mails or words; and when it is left alone. */
import { beginRedaction, findRedactable } from "@rollcall/db";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codeOf, play, run, value, type Player } from "../../testing/cast";
import { carryOut, planFile, startUndo } from "../../testing/files";
import { pastImport } from "../../testing/past-import";
import { deliver, openPost } from "../../testing/post";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { describeRefusal } from "../../refusal";
import { forgetMails } from "../../mail/forget-mails";
import { getMessage } from "../../mail/get-message";
import { listMessages } from "../../mail/list-messages";
import { retryMessage } from "../../mail/retry-message";
import type { KeptMails } from "../../mail/types";
import { commitImport } from "../commit-import";
import { editImport } from "../edit/edit-import";
import { getImport } from "../get-import";
import { receiveImport } from "../receive-import";
import { redactOldImports } from "./redact-old-imports";

let given: TestContext;
let master: Player;
beforeEach(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
  await run(given, "INSERT INTO setting (key, value) VALUES ('imports.keepRowsDays', '30')");
});
afterEach(() => given.close());

const age = (importId: string, days = 31) =>
  run(
    given,
    `UPDATE import SET ended_at = CASE WHEN status <> 'READY' THEN x.at END, created_at = x.at, planned_at = x.at
       FROM (SELECT now() - make_interval(days => $2::int) AS at) x WHERE id = $1`,
    importId,
    days,
  );
const redact = async () => value(await redactOldImports(given.context));
const nothing: KeptMails = {
  files: async function* () {
    // no folder
  },
  forget: () => Promise.resolve(),
  forgetUnfinished: () => Promise.resolve(0),
};
const mailsOf = (importId: string) =>
  run<{ id: string; state: string; reader: string; said: string | null }>(
    given,
    `SELECT id, state::text, concat_ws(' ', to_name, to_address) AS reader, last_error AS said FROM message
      WHERE import_id = $1 ORDER BY id`,
    importId,
  );

describe("a mail of it", () => {
  test("names nobody once it has ended, whatever became of it, and is not sent again", async () => {
    const people = ["ann", "bob", "cy", "dee"].map((name) => `${name}@z.example,${name} zed,Yes\r\n`);
    const { id } = await carryOut(master.context, `Email,Full Name,Send email\r\n${people.join("")}`);
    const post = openPost();
    post.answer = ({ to }) =>
      to.includes("ann@")
        ? { kind: "accepted", providerId: "p" }
        : to.includes("bob@")
          ? { kind: "rejected", reason: "550 <bob@z.example>: no such user" }
          : { kind: "retry", reason: "Later.", retryAfterSeconds: null };
    await deliver(given, post);
    await run(
      given,
      "UPDATE message SET state = 'CANCELLED', last_error = 'The account is disabled.' WHERE to_name = 'cy zed'",
    );
    const before = value(await getImport(master.context, { importId: id }));
    await age(id);
    expect((await redact()).redacted).toBe(1);
    const [sent, failed, cancelled, waits] = await mailsOf(id);
    expect([sent, failed, cancelled, waits]).toMatchObject([
      { state: "SENT", reader: " ", said: null },
      { state: "FAILED", reader: " ", said: null },
      { state: "CANCELLED", reader: " ", said: "The account is disabled." },
      { state: "RETRYING", reader: "dee zed dee@z.example", said: "Later." },
    ]);
    const after = value(await getImport(master.context, { importId: id }));
    expect(after.mails).toEqual(before.mails);

    const messageId = failed!.id;
    const told = value(await getMessage(master.context, { messageId }));
    expect(told).toMatchObject({ toName: "", toAddress: "", bodyHidden: "removed", may: { retry: false } });
    const answer = await retryMessage(master.context, { messageId });
    expect(answer.ok ? "" : describeRefusal(answer.refusal)).toBe(
      `This message is without its reader’s name and address, which were removed with the rows of import IMP-${id.padStart(4, "0")}, so that cannot be done now.`,
    );
    expect((await mailsOf(id))[1]).toMatchObject({ state: "FAILED" });
    const found = async (search: string) =>
      value(await listMessages(master.context, { search, limit: 10 })).items.map((item) => item.id);
    // the account is there and keeps its mails
    expect(await found("bob@z.example")).toEqual([messageId]);
    expect(await found("\u200b")).toEqual([]);
    await run(given, "UPDATE message SET account_id = NULL WHERE import_id = $1", id);
    expect(await found("bob@z.example")).toEqual([]);
    expect(await found("\u0007")).toEqual([]);

    await run(given, "UPDATE message SET state = 'FAILED' WHERE id = $1", waits!.id);
    value(await forgetMails(given.context, { kept: nothing }));
    expect((await mailsOf(id))[3]).toMatchObject({ state: "FAILED", reader: " ", said: null });
  });

  test("that an undo kept from being sent waits again under the account's own name when the undo is taken back", async () => {
    const { id } = await carryOut(
      master.context,
      "Email,Full Name,Send email\r\nann@z.example,Ann Zed,Yes\r\n",
    );
    const undone = await startUndo(master.context, { importId: id });
    value(await commitImport(master.context, { importId: undone.id }));
    await age(id);
    expect((await redact()).redacted).toBe(1);
    expect(await mailsOf(id)).toMatchObject([{ state: "CANCELLED", reader: " " }]);
    const redone = await startUndo(master.context, { importId: undone.id });
    expect(value(await commitImport(master.context, { importId: redone.id })).status).toBe("COMPLETED");
    expect(await mailsOf(id)).toMatchObject([{ state: "QUEUED", reader: "Ann Zed ann@z.example" }]);
    const post = openPost();
    await deliver(given, post);
    expect(post.sent.map(({ to }) => to)).toEqual([`"Ann Zed" <ann@z.example>`]);
    value(await forgetMails(given.context, { kept: nothing }));
    expect(await mailsOf(id)).toMatchObject([{ state: "SENT", reader: " " }]);
  });

  test("of many imports is looked for in the folder once", async () => {
    for (let times = 0; times < 3; times += 1) await age(await pastImport(given));
    let read = 0;
    const kept: KeptMails = {
      ...nothing,
      files: async function* () {
        read += 1;
        yield await Promise.resolve([]);
      },
    };
    expect(value(await redactOldImports(given.context, { kept })).redacted).toBe(3);
    expect(read).toBe(1);
  });
});

test("a folder that cannot be read ends no import, and each is told", async () => {
  const ids = [await pastImport(given), await pastImport(given)];
  for (const id of ids) await age(id);
  const kept: KeptMails = {
    ...nothing,
    files: async function* () {
      yield await Promise.reject<string[]>(new Error("EIO: the disk"));
    },
  };
  const told = value(await redactOldImports(given.context, { kept }));
  expect(told).toMatchObject({
    redacted: 0,
    failed: ids.map((importId) => ({ importId, error: "EIO: the disk" })),
  });
  expect((await redact()).redacted).toBe(2);
});

test("a refused file without a header keeps no value of its first row", async () => {
  async function* file(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(
      new TextEncoder().encode("Zelda Canary,Canary Street 5,555-CANARY\r\nA,B,1\r\n"),
    );
  }
  const refused = value(
    await receiveImport(master.context, {
      fileName: "list.csv",
      declaredBytes: null,
      options: {},
      source: file(),
    }),
  );
  expect(refused.status).toBe("FAILED");
  expect(refused.failure).toContain("Canary");
  await age(refused.id);
  expect((await redact()).redacted).toBe(1);
  const after = value(await getImport(master.context, { importId: refused.id }));
  expect(after.failure).toBe(
    "No format that is known begins like this file. Say what each column is: match them in the console, or give a mapping file.",
  );
  expect(after.problems).toMatchObject([{ code: "file.unknown-format", params: { found: "" } }]);
  const [left] = await run<{ text: string }>(
    given,
    "SELECT to_jsonb(i)::text AS text FROM import i WHERE id = $1",
    refused.id,
  );
  expect(left?.text).not.toMatch(/canary/i);
});

describe("a review that somebody corrects at this moment", () => {
  const file = "email,fullName\r\nwaits@z.example,Wanda Wait\r\n";
  const step = { kind: "cell" as const, rowNo: 1, column: 1, value: "Wanda Waits" };

  test("is left alone while they have it in hand, and afterwards", async () => {
    const { id } = await planFile(master.context, file, { hold: true });
    await age(id);
    const client = await given.context.database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT FROM import WHERE id = $1 FOR NO KEY UPDATE", [id]);
      const redacting = redact();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await client.query("INSERT INTO import_edit (import_id, step, by_name) VALUES ($1, '{}', 'Somebody')", [
        id,
      ]);
      await client.query("COMMIT");
      expect(await redacting).toEqual({ redacted: 0, failed: [] });
    } finally {
      client.release();
    }
    expect((await redact()).redacted).toBe(0);
    expect(value(await getImport(master.context, { importId: id }))).toMatchObject({
      status: "READY",
      redactedAt: null,
    });
  });

  test("is left alone when they were done after it was found due", async () => {
    const { id } = await planFile(master.context, file, { hold: true });
    await age(id);
    const due = await findRedactable(given.context.database, 30);
    expect(String(due!.id)).toBe(id);
    value(await editImport(master.context, { importId: id, step }));
    expect(await beginRedaction(given.context.database, due!, 30)).toBe(false);
    expect(value(await getImport(master.context, { importId: id })).status).toBe("READY");
  });

  test("is emptied to its end though it was closed and left half-way", async () => {
    const { id } = await planFile(master.context, file, { hold: true });
    await age(id);
    const due = await findRedactable(given.context.database, 30);
    expect(await beginRedaction(given.context.database, due!, 30)).toBe(true);
    expect(codeOf(await editImport(master.context, { importId: id, step }))).toBe("wrong-state");
    expect((await redact()).redacted).toBe(1);
  });
});
