/** Which message is handed over next. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { claimMessage } from "./message-delivery";

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await testDatabase();
  database = openDatabase(own.url, { name: "test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

it("lets nobody who asks for a link wait behind the mails of a file, and takes those in their order", async () => {
  await database.pool.query(
    `INSERT INTO message (kind, import_id, to_address, to_name, next_attempt_at)
     VALUES ('welcome', 7, 'second@x.example', 'Second', now() - interval '1 minute'),
            ('welcome', 7, 'first@x.example', 'First', now() - interval '2 minutes'),
            ('password-reset', NULL, 'reset@x.example', 'Reset', now())`,
  );
  const taken: (string | undefined)[] = [];
  for (let times = 0; times < 4; times += 1) taken.push((await claimMessage(database))?.toName);
  expect(taken).toEqual(["Reset", "First", "Second", undefined]);
});
