import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import { codeOf, run, value } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { createSetUpLink, checkSetUpLink, completeSetUp, ensureFirstAdministrator, isSetUp } from "./set-up";
import { signIn } from "./sign-in";
import { whoAmI } from "./who-am-i";

const aText = expect.any(String) as string;

let given: TestContext;
let anybody: Context;
beforeAll(async () => {
  given = await openTestContext();
  anybody = given.as({ kind: "anonymous" });
});
afterAll(() => given.close());

const form = {
  organisation: "Halden Moor",
  fullName: "Ingrid Solheim",
  email: "Ingrid@HaldenMoor.example",
  password: "a quiet harbour at dawn",
};

async function newLink(): Promise<string> {
  const { url } = value(await createSetUpLink(given.context));
  expect(url).toMatch(/^http:\/\/localhost:3000\/setup#[A-Za-z0-9_-]{43}$/);
  return url.split("#")[1]!;
}

describe("before there is an administrator", () => {
  test("only the server makes the link; a newer one replaces it; looking does not use it up", async () => {
    expect(value(await isSetUp(anybody))).toBe(false);
    expect(codeOf(await createSetUpLink(anybody))).toBe("forbidden");
    const older = await newLink();
    const token = await newLink();
    expect(await checkSetUpLink(anybody, { token: older })).toMatchObject({ refusal: { reason: "unknown" } });
    for (let look = 0; look < 3; look += 1) {
      expect(value(await checkSetUpLink(anybody, { token })).passwordMinLength).toBe(12);
    }
  });

  test.each([
    ["organisation", { organisation: " " }],
    ["fullName", { fullName: "" }],
    ["email", { email: "ingrid" }],
    ["password", { password: "short" }],
    ["password", { password: "Ingrid Solheim" }],
  ])("a wrong %s is named and uses nothing up", async (field, wrong) => {
    const token = await newLink();
    const refused = await completeSetUp(anybody, { ...form, ...wrong, token });
    expect(refused).toMatchObject({ refusal: { code: "invalid", fields: { [field]: aText } } });
    value(await checkSetUpLink(anybody, { token }));
  });

  test("an expired link is refused", async () => {
    const token = await newLink();
    await run(given, "UPDATE token SET expires_at = now() - interval '1 minute'");
    expect(await completeSetUp(anybody, { ...form, token })).toMatchObject({
      refusal: { reason: "expired" },
    });
  });

  test("of many at once, by link and from the environment, one makes the only administrator", async () => {
    const token = await newLink();
    const results = await Promise.all([
      ...Array.from({ length: 5 }, () => completeSetUp(anybody, { ...form, token })),
      ...Array.from({ length: 5 }, () =>
        ensureFirstAdministrator(given.context, {
          email: "root@haldenmoor.example",
          password: form.password,
        }),
      ),
    ]);
    const made = results.filter((result) => result.ok && !("made" in result.value && !result.value.made));
    expect(made).toHaveLength(1);
    expect(await run(given, "SELECT FROM account")).toHaveLength(1);
  });
});

describe("afterwards", () => {
  test("the first administrator is Master and can sign in", async () => {
    const [row] = await run<{ email: string }>(given, "SELECT email FROM address");
    const session = value(await signIn(anybody, { email: row!.email, password: form.password }));
    const me = value(await whoAmI(given.as({ kind: "session", sessionId: session.sessionId })));
    expect(me).toMatchObject({ role: "ADMINISTRATOR", adminRole: "MASTER", mustChangePassword: false });
  });

  test("no door is open any more", async () => {
    expect(value(await isSetUp(anybody))).toBe(true);
    expect(codeOf(await createSetUpLink(given.context))).toBe("already-set-up");
    expect(codeOf(await checkSetUpLink(anybody, { token: "x" }))).toBe("already-set-up");
    expect(codeOf(await completeSetUp(anybody, { ...form, token: "x" }))).toBe("already-set-up");
    expect(
      value(await ensureFirstAdministrator(given.context, { email: "a@b.example", password: "" })),
    ).toEqual({ made: false });
  });

  test("only the server reads ADMIN_EMAIL", async () => {
    expect(codeOf(await ensureFirstAdministrator(anybody, form))).toBe("forbidden");
  });
});
