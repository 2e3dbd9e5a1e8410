// Whom a file disables or locks out is shut out as by hand: signed out, without a link that works and without a mail that waits.
import { afterAll, beforeAll, expect, test } from "vitest";
import { play, run, signedIn, type Player } from "../testing/cast";
import { carryOut } from "../testing/files";
import { openTestContext, type TestContext } from "../testing/test-context";

let given: TestContext;
let ada: Player;
beforeAll(async () => {
  given = await openTestContext();
  ada = await play(given, "MASTER");
});
afterAll(() => given.close());

test.each([
  ["disabled", "enabled", "No"],
  ["locked out", "lockedOut", "Yes"],
])("%s", async (_why, field, value) => {
  const email = `${field.toLowerCase()}@shut.example`;
  await carryOut(ada.context, `email,fullName,sendWelcome\r\n${email},Una,Yes\r\n`, { format: "rollcall" });
  const [account] = await run<{ id: string }>(
    given,
    "SELECT account_id::text AS id FROM address WHERE key = $1",
    email,
  );
  const id = account?.id ?? "";
  await signedIn(given, id);
  await run(
    given,
    "INSERT INTO token (purpose, hash, account_id, expires_at) VALUES ('SET_PASSWORD', $2, $1, now() + interval '1 day')",
    id,
    Buffer.from(email),
  );
  const state = () =>
    run(
      given,
      `SELECT (SELECT count(*)::int FROM session WHERE account_id = $1 AND ended_at IS NULL) AS sessions,
              (SELECT count(*)::int FROM token WHERE account_id = $1 AND revoked_at IS NULL) AS links,
              (SELECT count(*)::int FROM message WHERE account_id = $1 AND state = 'QUEUED') AS mails`,
      id,
    );
  expect(await state()).toEqual([{ sessions: 1, links: 1, mails: 1 }]);
  await carryOut(ada.context, `email,fullName,${field}\r\n${email},Una,${value}\r\n`, {
    format: "rollcall",
    mode: "upsert",
  });
  expect(await state()).toEqual([{ sessions: 0, links: 0, mails: 0 }]);
});
