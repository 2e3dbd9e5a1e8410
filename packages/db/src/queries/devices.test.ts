import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { listDeviceRows } from "./devices";

let given: TestDatabase;
let db: Database;
let devices: { id: bigint; owner: bigint; name: string; state: string; platform: string }[];
beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "test" });
  await db.pool.query(`INSERT INTO account (full_name) SELECT 'P' || i FROM generate_series(1, 12) i`);
  await db.pool.query(
    `INSERT INTO address (key, email, account_id) SELECT 'p' || id || '@m.example', 'e', id FROM account`,
  );
  await db.pool.query(
    `INSERT INTO device (account_id, name, platform, state)
     SELECT (SELECT min(id) FROM account) + i % 12,
            (ARRAY['Ann''s iPhone', 'ÅSA 50%', 'b_c', 'iPad of Bo', 'ЖЖ', 'X'])[1 + i * i % 6] || CASE WHEN i % 3 = 0 THEN ' ' || i ELSE '' END,
            (ARRAY['IOS', 'LINUX'])[1 + i % 2]::"DevicePlatform", (ARRAY['ENROLLED', 'LOST', 'REMOVED'])[1 + i % 5 % 3]::"DeviceState"
       FROM generate_series(1, 120) i`,
  );
  const rows = await db.pool.query<{
    id: string;
    owner: string;
    name: string;
    state: string;
    platform: string;
  }>("SELECT id, account_id AS owner, name, state, platform FROM device ORDER BY id DESC");
  devices = rows.rows.map((row) => ({ ...row, id: BigInt(row.id), owner: BigInt(row.owner) }));
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

describe("a list of devices", () => {
  // The newest, an index of letters and the whole table are three ways to one answer; small bounds make few devices take all of them.
  test("holds what has the text in its name, or an owner who was found, whichever way it is looked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          "a",
          "A",
          "ann",
          "'s i",
          "%",
          "_",
          "åsa",
          "жж",
          "x",
          "3",
          "ipad of bo",
          "nobody",
          "zz",
        ),
        fc.boolean(),
        fc.constantFrom(null, "ENROLLED", "LOST", "REMOVED"),
        fc.constantFrom(null, "IOS", "LINUX", "OTHER"),
        fc.constantFrom(null, 100, 40),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1, 7, 1000),
        fc.constantFrom(0, 9, 1000),
        async (text, byOwner, state, platform, newer, limit, lookedThrough, gathered) => {
          const ownerIds = byOwner ? [devices[5]?.owner ?? 0n, devices[9]?.owner ?? 0n] : [];
          const before = newer === null ? null : (devices.at(-newer)?.id ?? null);
          const expected = devices
            .filter(
              (device) =>
                (device.name.toLowerCase().includes(text.toLowerCase()) || ownerIds.includes(device.owner)) &&
                (state === null || device.state === state) &&
                (platform === null || device.platform === platform) &&
                (before === null || device.id < before),
            )
            .slice(0, limit);
          const found = await listDeviceRows(
            db,
            { accountId: null, platform, state, search: { text, ownerIds }, before, limit },
            { lookedThrough, gathered },
          );
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 200 },
    );
  });
});
