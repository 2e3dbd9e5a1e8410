import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Context } from "../context";
import type { Result } from "../result";
import { codeOf, play, run, value, type Part, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { addAccount } from "./add-account";
import { changeRole } from "./change-role";
import { deleteAccounts } from "./delete-accounts";
import { editAccount } from "./edit-account";
import { getAccount } from "./get-account";
import { lockAccount, unlockAccount } from "./lock-account";
import { resendWelcome, sendPasswordReset } from "./send-links";
import { setAccountsEnabled } from "./set-enabled";
import type { EditAccountFields } from "./types";

let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
});
afterAll(() => given.close());

type Act = (context: Context, player: Player) => Promise<Result<unknown>>;
const acts: Record<string, Act> = {
  edit: async (c, p) => {
    const { version } = value(await getAccount(given.context, { accountId: p.id }));
    return editAccount(c, { accountId: p.id, version, fields: { phone: "1" } });
  },
  disable: (c, p) => setAccountsEnabled(c, { accountIds: [p.id], enabled: false }),
  enable: (c, p) => setAccountsEnabled(c, { accountIds: [p.id], enabled: true }),
  lock: (c, p) => lockAccount(c, { accountId: p.id }),
  unlock: (c, p) => unlockAccount(c, { accountId: p.id }),
  demote: (c, p) => changeRole(c, { accountId: p.id, role: "USER" }),
  "reset the password": (c, p) => sendPasswordReset(c, { accountId: p.id }),
  "resend the welcome": (c, p) => resendWelcome(c, { accountIds: [p.id] }),
  delete: (c, p) => deleteAccounts(c, { accountIds: [p.id] }),
};

describe("nobody acts on a role above their own", () => {
  const order = ["MASTER", "MIGRATION", "SUPER", "FULL", "BASIC"] as const satisfies readonly Part[];

  test.each(Object.entries(acts))("%s", async (_name, act) => {
    await play(given, "MASTER");
    for (const [index, part] of order.entries()) {
      const actor = await play(given, part);
      const above = order[index - 1];
      if (above !== undefined)
        expect(codeOf(await act(actor.context, await play(given, above)))).toBe("role-above-yours");
      expect(codeOf(await act(actor.context, await play(given, part)))).toMatch(/done/);
    }
  });

  test("help desk reaches users and help desk, nobody else", async () => {
    const helper = await play(given, "HELPDESK");
    for (const part of ["USER", "GATEWAY", "HELPDESK"] as const) {
      value(await acts["reset the password"]!(helper.context, await play(given, part)));
    }
    for (const part of ["BASIC", "MASTER"] as const) {
      expect(codeOf(await acts["reset the password"]!(helper.context, await play(given, part)))).toBe(
        "role-above-yours",
      );
    }
  });

  test("one account above among many refuses all of them, and nothing was done", async () => {
    const actor = await play(given, "BASIC");
    const [user, master] = [await play(given, "USER"), await play(given, "MASTER")];
    expect(
      codeOf(await setAccountsEnabled(actor.context, { accountIds: [user.id, master.id], enabled: false })),
    ).toBe("role-above-yours");
    expect(value(await getAccount(given.context, { accountId: user.id })).enabled).toBe(true);
  });

  test.each([
    ["FULL", "MASTER", "role-above-yours"],
    ["FULL", "SUPER", "role-above-yours"],
    ["FULL", "FULL", "done"],
    ["BASIC", "FULL", "role-above-yours"],
    ["BASIC", "BASIC", "done"],
    ["MASTER", "MASTER", "done"],
  ] as const)("%s granting %s: %s", async (own, granted, expected) => {
    const actor = await play(given, own);
    const user = await play(given, "USER");
    const input = { accountId: user.id, role: "ADMINISTRATOR", adminRole: granted } as const;
    expect(codeOf(await changeRole(actor.context, input))).toBe(expected);
    const added = await addAccount(actor.context, {
      email: `granted-${own}-${granted}@cast.example`,
      fullName: "Granted",
      role: "ADMINISTRATOR",
      adminRole: granted,
      sendWelcome: false,
    });
    expect(codeOf(added)).toBe(expected);
  });

  test("what getAccount says one may do is what one may do", async () => {
    const parts = ["GATEWAY", "HELPDESK", "BASIC", "FULL", "MASTER"] as const;
    for (const own of parts) {
      const actor = await play(given, own);
      for (const part of ["USER", ...parts] as const) {
        const player = await play(given, part);
        const { may } = value(await getAccount(actor.context, { accountId: player.id }));
        expect({ own, part, disable: may.disable }).toEqual({
          own,
          part,
          disable: codeOf(await acts["disable"]!(actor.context, player)) === "done",
        });
        await setAccountsEnabled(given.context, { accountIds: [player.id], enabled: true });
        expect({ own, part, reset: may.resetPassword }).toEqual({
          own,
          part,
          reset: codeOf(await acts["reset the password"]!(actor.context, player)) === "done",
        });
        expect({ own, part, delete: may.delete }).toEqual({
          own,
          part,
          delete: codeOf(await acts["delete"]!(actor.context, player)) === "done",
        });
      }
    }
  });

  test("an administrator without an admin role counts as Basic", async () => {
    const actor = await play(given, "BASIC");
    const player = await play(given, "BASIC");
    await run(given, "UPDATE account SET admin_role = NULL WHERE id = $1", player.id);
    expect(value(await getAccount(actor.context, { accountId: player.id })).adminRole).toBe("BASIC");
    value(await acts["disable"]!(actor.context, player));
  });
});

describe("one's own account", () => {
  test.each(["disable", "lock", "delete"])("cannot be acted on: %s", async (name) => {
    const actor = await play(given, "MASTER");
    await play(given, "MASTER");
    expect(codeOf(await acts[name]!(actor.context, actor))).toBe("own-account");
  });

  test("may be edited, and one may step down when another Master is there", async () => {
    await play(given, "MASTER");
    const actor = await play(given, "MASTER");
    value(await acts["edit"]!(actor.context, actor));
    value(await acts["demote"]!(actor.context, actor));
    expect(codeOf(await acts["edit"]!(actor.context, actor))).toBe("forbidden");
  });
});

describe("the last Master administrator", () => {
  async function alone(): Promise<Player> {
    const master = await play(given, "MASTER");
    await run(
      given,
      "UPDATE account SET role = 'USER', admin_role = NULL WHERE admin_role = 'MASTER' AND id <> $1",
      master.id,
    );
    return master;
  }

  test.each(["disable", "lock", "demote", "delete"])("cannot be taken away: %s", async (name) => {
    const master = await alone();
    expect(codeOf(await acts[name]!(given.context, master))).toBe("last-master");
    // Not even when others look like one but cannot sign in.
    const disabled = await play(given, "MASTER");
    await run(given, "UPDATE account SET enabled = false WHERE id = $1", disabled.id);
    const locked = await play(given, "MASTER");
    await run(given, "UPDATE account SET locked_out = true WHERE id = $1", locked.id);
    expect(codeOf(await acts[name]!(given.context, master))).toBe("last-master");
    await play(given, "MASTER");
    value(await acts[name]!(given.context, master));
  });

  test("cannot be given a lower administrator's role either", async () => {
    const master = await alone();
    const input = { accountId: master.id, role: "ADMINISTRATOR", adminRole: "MIGRATION" } as const;
    expect(codeOf(await changeRole(given.context, input))).toBe("last-master");
  });

  test("all Masters at once cannot be deleted", async () => {
    const master = await alone();
    const second = await play(given, "MASTER");
    expect(codeOf(await deleteAccounts(given.context, { accountIds: [master.id, second.id] }))).toBe(
      "last-master",
    );
  });

  test("two who take each other's role at the same time: one is left, 50 times", async () => {
    const pairs: [Player, Player][] = [];
    await alone();
    for (let race = 0; race < 50; race += 1) {
      const names = ["demote", "disable", "lock", "delete"] as const;
      const act = acts[names[race % names.length]!]!;
      // Only these two are Master, so that the rule and not the number of others decides.
      await run(given, "UPDATE account SET role = 'USER', admin_role = NULL WHERE admin_role = 'MASTER'");
      const [one, two] = [await play(given, "MASTER"), await play(given, "MASTER")];
      pairs.push([one, two]);
      const results = await Promise.all([act(one.context, two), act(two.context, one)]);
      expect(results.map(codeOf).sort()[0]).toBe("done");
      expect(["last-master", "not-signed-in", "forbidden"]).toContain(results.map(codeOf).sort()[1]);
      const masters = await run(
        given,
        "SELECT FROM account WHERE admin_role = 'MASTER' AND enabled AND NOT locked_out",
      );
      expect(masters).toHaveLength(1);
    }
  });

  test("fifty Masters who all step down at once: one stays", async () => {
    await run(given, "UPDATE account SET role = 'USER', admin_role = NULL WHERE admin_role = 'MASTER'");
    const masters: Player[] = [];
    for (let index = 0; index < 50; index += 1) masters.push(await play(given, "MASTER"));
    const results = await Promise.all(masters.map((master) => acts["demote"]!(master.context, master)));
    const codes = results.map(codeOf);
    // Who waited too long for the others is asked to try again; nobody slips through.
    expect(codes.filter((code) => !["done", "last-master", "busy"].includes(code))).toEqual([]);
    const left = await run(
      given,
      "SELECT FROM account WHERE admin_role = 'MASTER' AND enabled AND NOT locked_out",
    );
    expect(left).toHaveLength(50 - codes.filter((code) => code === "done").length);
    expect(left.length).toBeGreaterThanOrEqual(1);
  });
});

describe("beside a running import", () => {
  const edit =
    (fields: EditAccountFields): Act =>
    async (context, player) => {
      const { version } = value(await getAccount(given.context, { accountId: player.id }));
      return editAccount(context, { accountId: player.id, version, fields });
    };
  const writers: Record<string, Act> = {
    "an address": edit({ email: "moved@beside.example" }),
    "an alias": edit({ aliases: ["also@beside.example"] }),
    "a user name": edit({ username: "beside" }),
    "a note": edit({ note: "beside" }),
    deleting: acts["delete"]!,
  };

  const patience = { timeout: 20_000, interval: 10 };
  // A commit holds the addresses and locks accounts then: whoever holds an account and waits for addresses deadlocks with it.
  test.each(Object.entries(writers))(
    "who writes %s holds no account while waiting for addresses",
    async (_name, act) => {
      const player = await play(given, "USER");
      const { pool } = given.context.database;
      const importing = await pool.connect();
      try {
        await importing.query("BEGIN");
        await importing.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
        const acted = act(given.context, player);
        await vi.waitFor(async () => {
          const waiting = await pool.query(
            `SELECT FROM pg_locks WHERE NOT granted AND relation = 'address'::regclass
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
          );
          expect(waiting.rowCount).toBe(1);
        }, patience);
        await importing.query("SELECT FROM account WHERE id = $1 FOR UPDATE NOWAIT", [player.id]);
        await importing.query("COMMIT");
        value(await acted);
      } finally {
        importing.release(true);
      }
    },
  );
});

describe("bulk actions", () => {
  test("count what changed, what already was so, and what is gone", async () => {
    await play(given, "MASTER");
    const [one, two, three] = [
      await play(given, "USER"),
      await play(given, "USER"),
      await play(given, "USER"),
    ];
    await setAccountsEnabled(given.context, { accountIds: [two.id], enabled: false });
    await deleteAccounts(given.context, { accountIds: [three.id] });
    const accountIds = [one.id, two.id, three.id, "999999", "no id", one.id];
    expect(value(await setAccountsEnabled(given.context, { accountIds, enabled: false }))).toEqual({
      changed: 1,
      unchanged: 1,
      gone: 3,
    });
  });

  test("take at most 1,000 at once", async () => {
    const accountIds = Array.from({ length: 1001 }, (_, index) => String(index + 1));
    expect(codeOf(await deleteAccounts(given.context, { accountIds }))).toBe("invalid");
  });

  test("thousand accounts are one transaction with an event each", async () => {
    await run(
      given,
      `WITH made AS (INSERT INTO account (full_name) SELECT 'Bulk ' || i FROM generate_series(1, 1000) i RETURNING id)
       INSERT INTO address (key, email, account_id) SELECT 'bulk' || id || '@b.example', 'bulk' || id || '@b.example', id FROM made`,
    );
    const rows = await run<{ id: string }>(
      given,
      "SELECT id::text FROM account WHERE full_name LIKE 'Bulk %'",
    );
    const result = value(await deleteAccounts(given.context, { accountIds: rows.map((row) => row.id) }));
    expect(result).toEqual({ changed: 1000, unchanged: 0, gone: 0 });
    const events = await run(
      given,
      "SELECT FROM audit_event WHERE action = 'account.deleted' AND subject_name LIKE 'Bulk %'",
    );
    expect(events).toHaveLength(1000);
  });
});
