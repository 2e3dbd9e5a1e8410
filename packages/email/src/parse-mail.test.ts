import { describe, expect, it } from "vitest";

import { mailKinds } from "./mail-kinds";
import { parseMail } from "./parse-mail";
import { renderMail } from "./render-mail";

const previews = mailKinds.flatMap((info) => info.previews);

describe("a mail kept as JSON", () => {
  it.each(previews)("comes back as it was: $label", async ({ mail }) => {
    const parsed = parseMail(JSON.parse(JSON.stringify(mail)));
    expect(parsed).toEqual({ ok: true, mail });
    if (parsed.ok) expect(await renderMail(parsed.mail)).toEqual(await renderMail(mail));
  });

  it.each(previews)("may hold dates as dates, and loses what no template knows: $label", ({ mail }) => {
    const parsed = parseMail({ kind: mail.kind, data: { ...mail.data, password: "canary" } });
    expect(parsed).toEqual({ ok: true, mail });
  });
});

describe("what is no mail", () => {
  it.each([
    ["nothing", null, "is missing"],
    ["a kind nobody knows", { kind: "spam", data: {} }, "kind"],
    ["a field that is missing", { kind: "test", data: { organisation: "x" } }, "data.personName"],
    [
      "a date that is none, without repeating what was there",
      {
        kind: "test",
        data: { ...mailKinds.find((info) => info.kind === "test")?.previewData, sentAt: "canary" },
      },
      "data.sentAt",
    ],
  ])("%s", (_why, value, named) => {
    const parsed = parseMail(value);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(named) as string });
    expect(JSON.stringify(parsed)).not.toContain("canary");
  });
});
