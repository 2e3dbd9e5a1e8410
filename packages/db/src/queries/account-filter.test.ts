import { readFile } from "node:fs/promises";
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

describe("the words of a search index", () => {
  // Indexes hold what the function said when a row was written: a later definition that says something else would hide people.
  test("are those of the definition that the indexes were made with", async () => {
    const migrations = new URL("../../prisma/migrations/", import.meta.url);
    const first = await readFile(
      new URL("20261122180100_audit_chain_and_search/migration.sql", migrations),
      "utf8",
    );
    const definition = /CREATE FUNCTION search_words\(.*?;\n\n/s.exec(first)![0];
    await db.pool.query(definition.replace("search_words", "former_search_words"));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 40 }), async (texts) => {
        const { rows } = await db.pool.query<{ text: string }>(
          `SELECT t AS text FROM unnest($1::text[]) t
            WHERE search_words(t COLLATE "und-x-icu") IS DISTINCT FROM former_search_words(t COLLATE "und-x-icu")
               OR search_words(t COLLATE "C") IS DISTINCT FROM former_search_words(t COLLATE "C")`,
          [[...texts, null, "", " ", "x".repeat(401), "Anna-Maria.O'Neil@Example.ORG"]],
        );
        expect(rows).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
