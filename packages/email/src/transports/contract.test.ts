/**
 * What every transport promises, held against each of them with the real thing on the other side.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import PostalMime from "postal-mime";
import { afterEach, describe, expect, it } from "vitest";

import type { Message, Transport, TransportConfig } from "../delivery";
import { testMessage } from "../testing/message";
import { RESEND_TEST_KEY, startResendServer } from "../testing/resend-server";
import { startSmtpInbox } from "../testing/smtp-inbox";
import { createTransport } from "./create-transport";

/** A message as the other side has it. */
interface Arrived {
  from: string;
  to: string[];
  bcc: string[];
  subject: string;
  html: string;
  text: string;
  key: string | undefined;
  attachments: { fileName: string; content: string; contentType: string }[];
}

interface Ground {
  config: TransportConfig;
  /** whether the same key twice is one message there; SMTP has no such thing */
  once: boolean;
  arrived: () => Promise<Arrived[]>;
  close: () => Promise<void>;
}

async function parsed(raw: string | Uint8Array): Promise<Arrived> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "utf8" });
  const header = (name: string) => mail.headers.find((entry) => entry.key === name)?.value;
  return {
    from: mail.from?.address ?? "",
    to: (mail.to ?? []).map((mailbox) => mailbox.address ?? ""),
    bcc: (mail.bcc ?? []).map((mailbox) => mailbox.address ?? ""),
    subject: mail.subject ?? "",
    html: mail.html?.trimEnd() ?? "",
    text: mail.text?.replace(/\n*$/u, "\n") ?? "",
    key: header("x-rollcall-key"),
    attachments: mail.attachments.map((file) => ({
      fileName: file.filename ?? "",
      content: typeof file.content === "string" ? file.content : new TextDecoder().decode(file.content),
      contentType: file.mimeType,
    })),
  };
}

async function outboxGround(): Promise<Ground> {
  const dataDir = await mkdtemp(join(tmpdir(), "rollcall-outbox-"));
  const folder = join(dataDir, "outbox");
  return {
    config: { kind: "outbox", folder },
    once: true,
    arrived: async () => {
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.sort().map(async (name) => parsed(await readFile(join(folder, name)))));
    },
    close: () => rm(dataDir, { recursive: true }),
  };
}

async function smtpGround(): Promise<Ground> {
  const inbox = await startSmtpInbox();
  return {
    config: { kind: "smtp", host: "127.0.0.1", port: inbox.port, secure: false, auth: null, tls: "offered" },
    once: false,
    arrived: () => Promise.all(inbox.mails.map((mail) => parsed(mail.raw))),
    close: inbox.close,
  };
}

async function resendGround(): Promise<Ground> {
  const server = await startResendServer();
  const one = (value: unknown) => (typeof value === "string" ? value : "");
  const address = (value: unknown) => /<(.*)>$/u.exec(one(value))?.[1] ?? one(value);
  return {
    config: { kind: "resend", apiKey: RESEND_TEST_KEY, baseUrl: server.baseUrl },
    once: true,
    arrived: () =>
      Promise.resolve(
        server.mails.map(({ key, body }) => ({
          from: address(body["from"]),
          to: [body["to"]].flat().map(address),
          bcc: [body["bcc"] ?? []].flat().map(one),
          subject: one(body["subject"]),
          html: one(body["html"]),
          text: one(body["text"]),
          key: key ?? undefined,
          attachments: ((body["attachments"] ?? []) as Record<string, unknown>[]).map((file) => ({
            fileName: one(file["filename"]),
            content: Buffer.from(one(file["content"]), "base64").toString("utf8"),
            contentType: one(file["content_type"]),
          })),
        })),
      ),
    close: server.close,
  };
}

describe.each([
  ["outbox", outboxGround],
  ["smtp", smtpGround],
  ["resend", resendGround],
])("the %s transport", (_name, prepare) => {
  let ground: Ground | undefined;
  let transport: Transport | undefined;

  async function start(): Promise<{ ground: Ground; transport: Transport }> {
    ground = await prepare();
    transport = createTransport(ground.config);
    return { ground, transport };
  }

  afterEach(async () => {
    transport?.close();
    await ground?.close();
  });

  it("hands over one message with everything in it", async () => {
    const { ground, transport } = await start();
    const delivery = await transport.send(testMessage);
    expect(delivery).toEqual({ kind: "accepted", providerId: expect.any(String) as string });
    expect(await ground.arrived()).toEqual([
      {
        from: "it@haldenmoor.example",
        to: ["maren.ostby@haldenmoor.example"],
        bcc: [],
        subject: testMessage.subject,
        html: testMessage.html,
        text: testMessage.text,
        key: "welcome-42",
        attachments: [],
      },
    ]);
  });

  it("takes the same message again, and where it can, makes it one", async () => {
    const { ground, transport } = await start();
    const first = await transport.send(testMessage);
    const second = await transport.send(testMessage);
    expect(second).toEqual(first);
    expect(await ground.arrived()).toHaveLength(ground.once ? 1 : 2);
  });

  it("keeps messages with different keys apart, however many come at once", async () => {
    const { ground, transport } = await start();
    const keys = Array.from({ length: 20 }, (_, index) => `bulk-${index + 10}`);
    const deliveries = await Promise.all(keys.map((key) => transport.send({ ...testMessage, key })));
    expect(deliveries.every((delivery) => delivery.kind === "accepted")).toBe(true);
    expect((await ground.arrived()).map((mail) => mail.key).sort()).toEqual(keys);
  });

  it("carries attachments", async () => {
    const { ground, transport } = await start();
    const attachments = [
      { fileName: "bad rows æ.csv", content: "Email,Why\na@,unfinished\n", contentType: "text/csv" },
      { fileName: "bytes.csv", content: Buffer.from("£"), contentType: "text/csv" },
    ];
    await transport.send({ ...testMessage, attachments });
    const [mail] = await ground.arrived();
    expect(mail?.attachments).toEqual(
      attachments.map((file) => ({ ...file, content: file.content.toString() })),
    );
  });

  it("carries a file as large as ours get, byte for byte, again in a retry", async () => {
    const { ground, transport } = await start();
    const line = "4711,“maren.ostby@”,Email,Not a complete address: it ends after the @.\r\n";
    const content = Buffer.from(`\uFEFF${line.repeat(14_000)}`);
    expect(content.length).toBeGreaterThan(1_000_000);
    const attachments = [
      { fileName: "people-problems.csv", content, contentType: "text/csv; charset=utf-8" },
    ];
    const message = { ...testMessage, key: "large-1", attachments };
    expect(await transport.send(message)).toMatchObject({ kind: "accepted" });
    expect(await transport.send({ ...message, attachments: structuredClone(attachments) })).toMatchObject({
      kind: "accepted",
    });
    const arrived = await ground.arrived();
    expect(arrived).toHaveLength(ground.once ? 1 : 2);
    // Parsers may take the byte order mark away; nothing else.
    const text = content.toString("utf8").slice(1);
    for (const mail of arrived)
      expect(mail.attachments[0]?.content.replace(/^\uFEFF/u, "") === text).toBe(true);
  });

  const injections: readonly (readonly [string, Partial<Message>])[] = [
    ["in the recipient's name", { to: "Bob\r\nBcc: x@y <bob@example.com>" }],
    ["in the recipient's quoted name", { to: '"Bob\r\nBcc: x@y, z@y" <bob@example.com>' }],
    ["in the subject", { subject: "Hello Bob\r\nBcc: x@y", to: "bob@example.com" }],
    ["in the sender's name", { from: "Us\r\nBcc: x@y <us@example.com>", to: "bob@example.com" }],
    ["as a second recipient in the name", { to: "x@y, Bob <bob@example.com>" }],
    [
      "in a file's name",
      {
        to: "bob@example.com",
        attachments: [{ fileName: "a\r\nBcc: x@y", content: "a", contentType: "text/csv" }],
      },
    ],
  ];
  it.each(injections)("sends to one person when a header is smuggled %s", async (_where, changed) => {
    const { ground, transport } = await start();
    expect(await transport.send({ ...testMessage, ...changed })).toMatchObject({ kind: "accepted" });
    const arrived = await ground.arrived();
    expect(arrived).toMatchObject([{ to: ["bob@example.com"], bcc: [] }]);
    expect(
      JSON.stringify(arrived.map(({ from, subject, attachments }) => [from, subject, attachments])),
    ).not.toMatch(/\\[rn]/u);
  });

  it.each([
    ["two recipients", { to: "a@example.com, b@example.com" }, "recipient"],
    ["a line break in the address", { to: "a@example.com\r\nBcc: x@y" }, "recipient"],
    ["no recipient", { to: "" }, "recipient"],
    ["no sender", { from: "Rollcall" }, "sender"],
    ["a key with a line break", { key: "a\r\nBcc: x@y" }, "key"],
    ["an empty key", { key: "" }, "key"],
    ["a key longer than Resend takes", { key: "k".repeat(257) }, "key"],
  ])("rejects %s for good and sends nothing", async (_why, changed, word) => {
    const { ground, transport } = await start();
    expect(await transport.send({ ...testMessage, ...changed })).toEqual({
      kind: "rejected",
      reason: expect.stringContaining(word) as string,
    });
    expect(await ground.arrived()).toEqual([]);
  });

  it("says that the other side is there", async () => {
    const { transport } = await start();
    expect(await transport.check()).toEqual({ ok: true });
  });
});
