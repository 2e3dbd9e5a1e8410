// What a hostile file brings into jsonb: told by value, and taken by a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { queryOne } from "../queries/run-sql";
import { testDatabase, type TestDatabase } from "../testing";
import { jsonText } from "./json-text";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "json test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

test.each([
  ["nothing odd", "Zoë 😀 \n\t", "Zoë 😀 \n\t"],
  ["U+0000", "a\0b", "a\u2400b"],
  ["the front half of a pair", "a\ud83db", "a\ufffdb"],
  ["the back half of a pair", "\ude00", "\ufffd"],
  ["the text of an escape is text", "\\u0000 \\ud83d C:\\u0000", "\\u0000 \\ud83d C:\\u0000"],
  ["a backslash before the real thing", "\\\0", "\\\u2400"],
  ["other controls stay", "\u0007\u001f", "\u0007\u001f"],
])("%s", async (_why, text, stored) => {
  const value = { [text]: [text] };
  expect(JSON.parse(jsonText(value))).toEqual({ [stored]: [stored] });
  const row = await queryOne<{ value: unknown }>(database, "SELECT $1::jsonb AS value", jsonText(value));
  expect(row?.value).toEqual({ [stored]: [stored] });
});
