import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as useCases from "../index";
import type { Result } from "../result";
import { play } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";

/** A cursor comes from outside: whatever it holds, and however large a page is asked for, the list answers and nothing throws. */
let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
  for (let person = 0; person < 3; person += 1) await play(given, "USER");
});
afterAll(() => given.close());

const forge = (...values: unknown[]): string =>
  Buffer.from(JSON.stringify(values), "utf8").toString("base64url");

const sorts = ["name", "email", "department", "status", "created", "lastSeen"] as const;
const hostile: (string | null)[] = [
  ...[
    null,
    "",
    "'; DROP TABLE account; --",
    "\u0000",
    "\ud800",
    "x".repeat(1_500),
    "-1",
    "4",
    "3000000000",
    "NaN",
  ],
  ...["9999-12-31 23:59:59+00", "9999-99-99 99:99:99+99", "2026-02-30 10:00:00+00", "2025-02-29 10:00:00+14"],
  ...["0000-01-01 00:00:00+00", "2026-01-01 10:00:00+20", "2026-01-01 10:00:00-14:59", "infinity", "now"],
];
const ids = ["0", "1", "-1", "9223372036854775807", "9223372036854775808", "1.5", "", "x", "1e5"];

type List = (cursor: string, limit: number) => Promise<Result<unknown>>;
const byId: [name: string, scope: string, list: List][] = [
  ["audit log", "audit", (cursor, limit) => useCases.listAuditEvents(given.context, { cursor, limit })],
  ["mail", "messages", (cursor, limit) => useCases.listMessages(given.context, { cursor, limit })],
  ["devices", "devices", (cursor, limit) => useCases.listDevices(given.context, { cursor, limit })],
  [
    "invitations",
    "invitations",
    (cursor, limit) => useCases.listInvitations(given.context, { cursor, limit }),
  ],
  [
    "groups by members",
    "group members",
    (cursor, limit) => useCases.listGroups(given.context, { sort: "members", cursor, limit }),
  ],
];
const rubbish = [
  "",
  "x",
  "e30",
  "W10",
  "bnVsbA",
  "WzFd",
  "%00",
  "x".repeat(10_000),
  forge("another list", "1"),
];
const sizes = [-1, 0, 1, 200, 201, 1e9, 2.5, NaN, Infinity];

describe.each(byId)("%s", (_, scope, list) => {
  test.each(rubbish)("refuses %j", async (cursor) => {
    expect(await list(cursor, 10)).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  });
  test.each(ids)("answers to a forged place %j", async (id) => {
    const said = await list(forge(scope, id), 10);
    expect(said.ok || said.refusal.code === "invalid").toBe(true);
  });
  test.each(sizes)("gives a page for a size of %d", async (size) => {
    expect((await list(forge(scope, "1"), size)).ok).toBe(true);
  });
});

describe.each(sorts)("users by %s", (by) => {
  test("answer to any forged place, whole pages and partial ones", async () => {
    for (const direction of ["asc", "desc"] as const) {
      for (const value of hostile) {
        for (const id of ids) {
          const cursor = forge(`accounts ${by} ${direction}`, value, id);
          const input = {
            sort: { by, direction },
            cursor,
            limit: 5,
            partial: id === "1",
            filters: { status: "active" as const },
          };
          const said = await useCases.listAccounts(given.context, input);
          expect({ value, id, said: said.ok || said.refusal.code }).toEqual({
            value,
            id,
            said: said.ok ? true : "invalid",
          });
        }
      }
    }
  });
});

test("imports refuse what is no import", async () => {
  for (const cursor of ["", "x", "-1", "9223372036854775808", "'"])
    expect(await useCases.listImports(given.context, { cursor, limit: 10 })).toMatchObject({
      ok: false,
      refusal: { code: "invalid" },
    });
  for (const limit of sizes)
    expect((await useCases.listImports(given.context, { cursor: "5", limit })).ok).toBe(true);
});
