import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { Parameters, searchSql, tsqueryOf } from "./account-filter";

let given: TestDatabase;
let db: Database;
beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "test" });
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

/** Letters that folding changes, joins, takes apart or throws away, beside plain ones. */
const letters = Array.from("aeiklosdzßæøłđıðÆØŁĐIİẞßçéñåÅÜüŽžǽﬁＡａKÅ'’-. ,_@\u0301\u0308\u0327\u1dc4жЖ中𐐀");
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "B", "c", ".", "@", " ", "1"), minLength: 1, maxLength: 12 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 8 }).map((any) => any.replaceAll("\0", "")),
);

describe("the search as a condition on one row", () => {
  // Before the words of a text are made it is glanced at; a glance that says no too often would hide people.
  test("says what the words say, whatever the letters", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 40 }), async (texts) => {
        const beginnings = await db.pool.query<{ word: string }>(
          `SELECT DISTINCT left(word, n) AS word FROM unnest($1::text[]) t, unnest(tsvector_to_array(search_words(t))) word, generate_series(1, 3) n
            WHERE word !~ '[''\\\\]' LIMIT 60`,
          [texts],
        );
        for (const { word } of beginnings.rows) {
          const p = new Parameters();
          const glanced = searchSql([word], p);
          const rows = await db.pool.query<{ glanced: boolean | null; words: boolean; text: string }>(
            `SELECT ${glanced} AS glanced, search_words(a.full_name) @@ ${p.bind(tsqueryOf([word]))}::text::tsquery AS words, a.full_name AS text
               FROM (SELECT 0 AS id, t COLLATE "und-x-icu" AS full_name FROM unnest(${p.bind(texts)}::text[]) t) a`,
            p.values,
          );
          for (const row of rows.rows)
            expect([word, row.text, row.glanced ?? false]).toEqual([word, row.text, row.words]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
