import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPolicyOfAccount, joinGroup } from "@rollcall/db";
import type { Result } from "../result";
import { addAccount } from "../people/add-account";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { createGroup, deleteGroup, getGroup, listGroups } from "./groups";
import { createPlan, deletePlan, listPlans, updatePlan } from "./plans";
import { createPolicy, deletePolicy, listPolicies, setGroupPolicy, updatePolicy } from "./policies";

let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const aText = expect.any(String) as string;

async function events(type: string, id: string): Promise<{ action: string; data: unknown }[]> {
  return run(
    given,
    "SELECT action, data FROM audit_event WHERE subject_type = $1 AND subject_id = $2 ORDER BY id",
    type,
    id,
  );
}

let serial = 0;
async function person(): Promise<string> {
  serial += 1;
  const email = `plan${String(serial)}@x.example`;
  return value(await addAccount(master.context, { email, fullName: "Person", sendWelcome: false })).id;
}

interface Either {
  id: string;
  name: string;
  isDefault: boolean;
}
interface Kind {
  kind: string;
  create: (fields: { name: string; isDefault?: boolean }) => Promise<Result<Either>>;
  update: (id: string, fields: { name?: string; isDefault?: boolean }) => Promise<Result<Either>>;
  remove: (id: string) => Promise<Result<unknown>>;
  list: () => Promise<Result<Either[]>>;
}

describe("what plans and policies have in common", () => {
  const kinds: Kind[] = [
    {
      kind: "plan",
      create: (fields) => createPlan(master.context, fields),
      update: (id, fields) => updatePlan(master.context, { planId: id, ...fields }),
      remove: (id) => deletePlan(master.context, { planId: id }),
      list: () => listPlans(master.context),
    },
    {
      kind: "policy",
      create: (fields) => createPolicy(master.context, fields),
      update: (id, fields) => updatePolicy(master.context, { policyId: id, ...fields }),
      remove: (id) => deletePolicy(master.context, { policyId: id }),
      list: () => listPolicies(master.context),
    },
  ];

  describe.each(kinds)("$kind", ({ kind, create, update, remove, list }) => {
    test("a name is taken whatever its case, blanks and width", async () => {
      const made = value(await create({ name: "  Night   shift " }));
      expect(made.name).toBe("Night shift");
      for (const name of ["night shift", "ＮＩＧＨＴ shift"]) {
        expect(codeOf(await create({ name }))).toBe("name-taken");
      }
      const other = value(await create({ name: "Day shift" }));
      expect(codeOf(await update(other.id, { name: "NIGHT SHIFT" }))).toBe("name-taken");
      expect(value(await update(other.id, { name: "DAY shift" })).name).toBe("DAY shift");
    });

    test.each(["", "  ", "x".repeat(201), "bell\u0007"])("%j is no name", async (name) => {
      expect(await create({ name })).toMatchObject({ refusal: { code: "invalid", fields: { name: aText } } });
    });

    test("one is the default at most: a new one takes its place, and the log says whose", async () => {
      const first = value(await create({ name: "First", isDefault: true }));
      const second = value(await create({ name: "Second" }));
      value(await update(second.id, { isDefault: true }));
      const defaults = value(await list()).filter((one) => one.isDefault);
      expect(defaults.map((one) => one.id)).toEqual([second.id]);
      expect((await events(kind, second.id)).at(-1)).toEqual({
        action: `${kind}.updated`,
        data: { changes: { isDefault: { from: false, to: true } }, replacedDefault: first.name },
      });
    });

    test("of ten who make theirs the default at once, one ends as it and nobody is turned away", async () => {
      const names = Array.from({ length: 10 }, (_, index) => `Default ${String(index)}`);
      const results = await Promise.all(names.map((name) => create({ name, isDefault: true })));
      expect(results.map(codeOf)).toEqual(names.map(() => "done"));
      expect(value(await list()).filter((one) => one.isDefault)).toHaveLength(1);
    });

    test("nothing to change is no change; what is gone is not found", async () => {
      const made = value(await create({ name: "Quiet" }));
      value(await update(made.id, { name: " Quiet " }));
      expect(await events(kind, made.id)).toHaveLength(1);
      value(await remove(made.id));
      expect(codeOf(await remove(made.id))).toBe("not-found");
      expect(codeOf(await update(made.id, { name: "x" }))).toBe("not-found");
      expect(codeOf(await update("0", {}))).toBe("not-found");
      expect((await events(kind, made.id)).map((event) => event.action)).toEqual([
        `${kind}.created`,
        `${kind}.deleted`,
      ]);
    });
  });
});

describe("service plans (S3, user templates)", () => {
  test("hold what was given; changing one field keeps the others", async () => {
    const plan = value(
      await createPlan(master.context, {
        name: "Basic mail",
        description: " For the yard ",
        services: ["Mail", " mail ", "Calendar", ""],
      }),
    );
    expect(plan).toMatchObject({
      description: "For the yard",
      services: ["Mail", "Calendar"],
      enabled: true,
      isDefault: false,
      accounts: 0,
    });
    const changed = value(await updatePlan(master.context, { planId: plan.id, enabled: false }));
    expect(changed).toEqual({ ...plan, enabled: false });
    expect((await events("plan", plan.id)).at(-1)?.data).toEqual({
      changes: { enabled: { from: true, to: false } },
    });
  });

  test("a disabled plan is never the default", async () => {
    const off = { name: "Off", enabled: false, isDefault: true };
    expect(codeOf(await createPlan(master.context, off))).toBe("invalid");
    const plan = value(await createPlan(master.context, { name: "On", isDefault: true }));
    expect(await updatePlan(master.context, { planId: plan.id, enabled: false })).toMatchObject({
      refusal: { code: "invalid", fields: { enabled: aText } },
    });
    const both = { planId: plan.id, enabled: false, isDefault: false };
    expect(value(await updatePlan(master.context, both))).toMatchObject({ enabled: false, isDefault: false });
  });

  test.each([
    ["services", { services: Array.from({ length: 51 }, (_, index) => `s${String(index)}`) }],
    ["services", { services: ["x".repeat(201)] }],
    ["description", { description: "x".repeat(2001) }],
  ])("names too much in %s", async (field, fields) => {
    expect(await createPlan(master.context, { name: "Too much", ...fields })).toMatchObject({
      refusal: { code: "invalid", fields: { [field]: aText } },
    });
  });

  test("one that accounts have is kept, and the refusal says how many they are", async () => {
    const plan = value(await createPlan(master.context, { name: "In use" }));
    const [one, two] = [await person(), await person()];
    await run(given, "UPDATE account SET plan_id = $1 WHERE id = ANY ($2::bigint[])", plan.id, [one, two]);
    expect(await deletePlan(master.context, { planId: plan.id })).toMatchObject({
      refusal: { code: "wrong-state", state: "used by 2 accounts" },
    });
    const counted = value(await listPlans(master.context)).find((each) => each.id === plan.id);
    expect(counted?.accounts).toBe(2);
    await run(given, "UPDATE account SET plan_id = NULL WHERE plan_id = $1", plan.id);
    value(await deletePlan(master.context, { planId: plan.id }));
  });

  test("deleting one waits for who is just giving it to somebody, and then refuses", async () => {
    const plan = value(await createPlan(master.context, { name: "Just given" }));
    const id = await person();
    const client = await given.context.database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("UPDATE account SET plan_id = $1 WHERE id = $2", [plan.id, id]);
      const deleting = deletePlan(master.context, { planId: plan.id });
      await client.query("COMMIT");
      expect(codeOf(await deleting)).toBe("wrong-state");
    } finally {
      client.release();
    }
  });
});

describe("policies", () => {
  const rules = ["The screen locks after five minutes.", "Lost devices are reported at once."];

  test("are sentences in their order", async () => {
    const policy = value(
      await createPolicy(master.context, { name: "Yard", rules: [...rules, " ", rules[0]!] }),
    );
    expect(policy).toMatchObject({ rules, isDefault: false, groups: 0, devices: 0 });
    const turned = value(
      await updatePolicy(master.context, { policyId: policy.id, rules: [rules[1]!, rules[0]!] }),
    );
    expect(turned.rules).toEqual([rules[1], rules[0]]);
  });

  test.each([[Array.from({ length: 21 }, (_, index) => `Rule ${String(index)}.`)], [["x".repeat(301)]]])(
    "names too many or too long rules",
    async (tooMuch) => {
      expect(await createPolicy(master.context, { name: "Too much", rules: tooMuch })).toMatchObject({
        refusal: { code: "invalid", fields: { rules: aText } },
      });
    },
  );

  test("a group carries one, shows it, and loses it with the policy; members stay", async () => {
    const policy = value(await createPolicy(master.context, { name: "Carried", rules }));
    const group = value(await createGroup(master.context, { name: "Carrier" }));
    expect(group.policy).toBeNull();
    value(await setGroupPolicy(master.context, { groupId: group.id, policyId: policy.id }));
    const carried = { id: policy.id, name: "Carried" };
    expect(value(await getGroup(master.context, { groupId: group.id })).policy).toEqual(carried);
    const listed = value(await listGroups(master.context, { search: "carrier", limit: 5 }));
    expect(listed.items[0]?.policy).toEqual(carried);
    expect((await events("group", group.id)).at(-1)).toEqual({
      action: "group.policy-set",
      data: { from: null, to: "Carried" },
    });
    expect(value(await listPolicies(master.context)).find((one) => one.id === policy.id)?.groups).toBe(1);
    expect(value(await deletePolicy(master.context, { policyId: policy.id }))).toEqual({
      groups: 1,
      devices: 0,
    });
    expect(value(await getGroup(master.context, { groupId: group.id })).policy).toBeNull();
  });

  test.each([
    ["group", { groupId: "999999", policyId: null }],
    ["policy", { groupId: "1", policyId: "999999" }],
    ["policy", { groupId: "1", policyId: "x" }],
  ])("setting it without a %s is refused", async (what, input) => {
    expect(await setGroupPolicy(master.context, input)).toMatchObject({
      refusal: { code: "not-found", what },
    });
  });

  test("the one that holds: the first group by name that carries one, else the default, else none", async () => {
    await run(given, "UPDATE policy SET is_default = false");
    const { database } = given.context;
    const id = BigInt(await person());
    expect(await findPolicyOfAccount(database, id)).toBeNull();
    const usual = value(await createPolicy(master.context, { name: "Usual", rules, isDefault: true }));
    expect(await findPolicyOfAccount(database, id)).toEqual({ id: BigInt(usual.id), name: "Usual", rules });
    const groups = [];
    for (const name of ["Alpha", "beta", "Gamma"]) {
      const group = value(await createGroup(master.context, { name }));
      groups.push(group);
      await database.transaction((tx) => joinGroup(tx, BigInt(group.id), [id]));
    }
    for (const [index, name] of [
      [2, "Of gamma"],
      [1, "Of beta"],
    ] as const) {
      const policy = value(await createPolicy(master.context, { name, rules: [] }));
      value(await setGroupPolicy(master.context, { groupId: groups[index]!.id, policyId: policy.id }));
      expect((await findPolicyOfAccount(database, id))?.name).toBe(name);
    }
    value(await deleteGroup(master.context, { groupId: groups[1]!.id }));
    expect((await findPolicyOfAccount(database, id))?.name).toBe("Of gamma");
  });
});
