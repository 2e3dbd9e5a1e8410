/** What becomes of mails when the contents of their import go: on a real outbox, in every order of sending and redacting. */
import { mkdir, mkdtemp, readdir, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { queueImportMail } from "@rollcall/db";
import { createTransport, keptMails, type Transport } from "@rollcall/email";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { play, run, value, type Player } from "../../testing/cast";
import { pastImport } from "../../testing/past-import";
import { deliver, openPost } from "../../testing/post";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { forgetMails } from "../../mail/forget-mails";
import { retryMessage } from "../../mail/retry-message";
import { halfRedactedImports, redactOldImports } from "./redact-old-imports";

let given: TestContext;
let master: Player;
let dataDir = "";
let folder = "";
let outbox: Transport;
beforeEach(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
  dataDir = await mkdtemp(join(tmpdir(), "rollcall-outbox-"));
  folder = join(dataDir, "outbox");
  outbox = createTransport({ kind: "outbox", folder });
  await run(given, "INSERT INTO setting (key, value) VALUES ('imports.keepRowsDays', '30')");
});
afterEach(async () => {
  await given.close();
  await rm(dataDir, { recursive: true });
});

/** With the mail that tells of it. */
async function oldImport(days = 40): Promise<string> {
  const importId = await pastImport(given, { status: "FAILED", createdBy: master, failure: "It is broken." });
  await given.context.database.transaction((tx) => queueImportMail(tx, BigInt(importId), "import-failed"));
  await run(
    given,
    "UPDATE import SET ended_at = now() - make_interval(days => $2::int) WHERE id = $1",
    importId,
    days,
  );
  return importId;
}

const redact = async () => value(await redactOldImports(given.context, { kept: keptMails(dataDir) }));
const send = async () => {
  await run(given, "UPDATE message SET next_attempt_at = now() - interval '1 minute'");
  await deliver(given, { ...openPost(), send: outbox.send, kept: keptMails(dataDir) }, true);
};
/** The file is written, and the answer is lost. */
const sendUnheard = async () => {
  const losing = async (mail: Parameters<Transport["send"]>[0]) => {
    await outbox.send(mail);
    throw new Error("The line broke.");
  };
  await deliver(given, { ...openPost(), send: losing }, true);
};
const giveUp = async () => {
  await run(
    given,
    "UPDATE message SET first_try_at = now() - interval '24 hours', next_attempt_at = now() - interval '1 minute'",
  );
  await deliver(given, openPost(), true);
};
const again = async () => {
  const [mail] = await run<{ id: string }>(given, "SELECT id FROM message");
  value(await retryMessage(master.context, { messageId: mail!.id }));
};
const refusedAgain = async () => {
  const [mail] = await run<{ id: string }>(given, "SELECT id FROM message");
  const answer = await retryMessage(master.context, { messageId: mail!.id });
  expect(answer).toMatchObject({ ok: false, refusal: { code: "wrong-state" } });
};
const forget = async () => {
  expect(value(await forgetMails(given.context, { kept: keptMails(dataDir) })).failed).toEqual([]);
};

const orders: [why: string, steps: (() => Promise<unknown>)[], state: string][] = [
  ["sent, then redacted", [send, redact], "SENT"],
  ["queued while redacted, sent later", [redact, send, forget], "SENT"],
  ["an answer was lost, redacted, sent again", [sendUnheard, redact, send, forget], "SENT"],
  ["given up, so that nobody knows its file, then redacted", [sendUnheard, giveUp, redact], "UNKNOWN"],
  ["on its way while redacted, given up later", [sendUnheard, redact, giveUp, forget], "UNKNOWN"],
  [
    "given up, sent again by hand under another key, then redacted",
    [sendUnheard, giveUp, again, send, redact],
    "SENT",
  ],
  ["redacted, then not sent again by hand", [sendUnheard, giveUp, redact, refusedAgain, send], "UNKNOWN"],
  ["waiting for its second key while redacted", [sendUnheard, giveUp, again, redact, send, forget], "SENT"],
];

describe("nothing stays of what a mail said whose import is redacted", () => {
  test.each(orders)("%s", async (_why, steps, state) => {
    const importId = await oldImport();
    for (const step of steps) await step();
    const mails = await run<{ state: string; kept: boolean }>(
      given,
      `SELECT state, sealed_body IS NOT NULL AS kept, to_name || to_address AS reader, last_error AS said FROM message`,
    );
    expect(mails).toEqual([{ state, kept: false, reader: "", said: null }]);
    expect(await readdir(folder)).toEqual([]);
    expect(
      await run(
        given,
        "SELECT FROM audit_event WHERE action = 'import.redacted' AND import_id = $1",
        importId,
      ),
    ).toHaveLength(1);
  });

  test("the outbox is off since: its files go all the same; other imports, and other installations, keep theirs", async () => {
    const [old, young] = [await oldImport(), await oldImport(3)];
    await send();
    const other = "rollcall-message-1-1-00000000-0000-4000-8000-000000000000.eml";
    await mkdir(join(folder, other));
    expect(await readdir(folder)).toHaveLength(3);
    // whichever transport is on is not asked
    expect(await redact()).toEqual({ redacted: 1, failed: [] });
    const mails = await run<{ id: string; kept: boolean; file: string }>(
      given,
      "SELECT import_id AS id, sealed_body IS NOT NULL AS kept, provider_id AS file FROM message ORDER BY id",
    );
    expect(mails).toMatchObject([
      { id: old, kept: false },
      { id: young, kept: true },
    ]);
    expect((await readdir(folder)).sort()).toEqual([other, mails[1]!.file].sort());
  });
});

describe("a file that cannot be taken away", () => {
  /** As a folder of its name, which not even root removes as a file. */
  async function stuck(importId: string): Promise<string> {
    const [mail] = await run<{ file: string }>(
      given,
      "SELECT provider_id AS file FROM message WHERE import_id = $1",
      importId,
    );
    await rm(join(folder, mail!.file));
    await mkdir(join(folder, mail!.file));
    return mail!.file;
  }

  test("holds up its own import only, which is told, and is not counted before the file is gone", async () => {
    const [first, second] = [await oldImport(), await oldImport()];
    await send();
    const file = await stuck(first);
    const report = await redact();
    expect(report.redacted).toBe(1);
    expect(report.failed).toMatchObject([{ importId: first, fileName: expect.any(String) as string }]);
    expect(report.failed[0]?.error).toContain(file);
    const events = () =>
      run<{ id: string }>(
        given,
        "SELECT import_id AS id FROM audit_event WHERE action = 'import.redacted' ORDER BY audit_event.id",
      );
    expect(await events()).toEqual([{ id: second }]);
    expect(await run(given, "SELECT FROM message WHERE sealed_body IS NOT NULL")).toEqual([]);
    expect(
      value(await redactOldImports(given.context, { kept: keptMails(dataDir), passOver: [first] })),
    ).toEqual({
      redacted: 0,
      failed: [],
    });
    await run(given, "UPDATE import SET redacted_at = redacted_at - interval '1 hour' WHERE id = $1", first);
    expect(value(await halfRedactedImports(master.context))).toMatchObject([{ importId: first }]);

    await rmdir(join(folder, file));
    expect(await redact()).toEqual({ redacted: 1, failed: [] });
    expect(await events()).toEqual([{ id: second }, { id: first }]);
    expect(value(await halfRedactedImports(master.context))).toEqual([]);
  });

  test("after a late mail is told, with its name, and the others go", async () => {
    const [first] = [await oldImport(), await oldImport()];
    await send();
    await run(given, "UPDATE import SET redacted_at = now()");
    const file = await stuck(first);
    const told = value(await forgetMails(given.context, { kept: keptMails(dataDir) }));
    expect(told).toMatchObject({ forgotten: 1, failed: [{ file }] });
    expect(await readdir(folder)).toEqual([file]);
    expect(await run(given, "SELECT FROM message WHERE sealed_body IS NOT NULL")).toEqual([]);
  });
});
