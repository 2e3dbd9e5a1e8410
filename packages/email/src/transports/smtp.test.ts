import { createServer, type AddressInfo, type Socket } from "node:net";

import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";

import type { SmtpConfig, Transport } from "../delivery";
import { testMessage } from "../testing/message";
import { smtpReply, startSmtpInbox, type SmtpInbox } from "../testing/smtp-inbox";
import { createSmtpTransport } from "./smtp";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function transportTo(port: number, changed: Partial<SmtpConfig> = {}): Transport {
  const config: SmtpConfig = {
    kind: "smtp",
    host: "127.0.0.1",
    port,
    secure: false,
    auth: null,
    tls: "offered",
    ...changed,
  };
  const transport = createSmtpTransport(config);
  cleanUps.push(transport.close);
  return transport;
}

async function inboxWith(options: SMTPServerOptions = {}): Promise<SmtpInbox> {
  const inbox = await startSmtpInbox(options);
  cleanUps.push(inbox.close);
  return inbox;
}

/** A server that speaks as the test says, line by line. */
async function rawServer(talk: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    talk(socket);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  cleanUps.push(() => new Promise((closed) => server.close(closed)));
  return (server.address() as AddressInfo).port;
}

const refusing = (code: number): SMTPServerOptions[] => [
  { onMailFrom: (_address, _session, done) => done(smtpReply(code, "no")) },
  { onRcptTo: (_address, _session, done) => done(smtpReply(code, "no")) },
  {
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on("end", () => done(smtpReply(code, "no")));
    },
  },
];

describe("what a server's reply means", () => {
  it.each([
    [421, "retry"],
    [450, "retry"],
    [451, "retry"],
    [452, "retry"],
    [550, "rejected"],
    [552, "rejected"],
    [553, "rejected"],
    [554, "rejected"],
    // the server wants us to sign in or to encrypt: nothing is wrong with the message
    [530, "retry"],
  ])("%i to sender, recipient or content is %s", async (code, kind) => {
    for (const options of refusing(code)) {
      const inbox = await inboxWith(options);
      expect(await transportTo(inbox.port).send(testMessage)).toMatchObject({
        kind,
        reason: expect.stringContaining(`${code}`) as string,
      });
    }
  });

  it("retries when the server takes nobody in at all", async () => {
    const port = await rawServer((socket) => socket.end("554 closed for today\r\n"));
    expect(await transportTo(port).send(testMessage)).toMatchObject({
      kind: "retry",
      retryAfterSeconds: null,
    });
  });

  it("retries when the password is wrong, and says no password", async () => {
    const inbox = await inboxWith({
      onAuth: (_auth, _session, done) => done(smtpReply(535, "Bad credentials")),
    });
    const transport = transportTo(inbox.port, { auth: { user: "rollcall", pass: "hunter2" } });
    const delivery = await transport.send(testMessage);
    expect(delivery).toMatchObject({ kind: "retry", reason: expect.stringContaining("535") as string });
    const check = await transport.check();
    expect(check).toMatchObject({ ok: false });
    expect(JSON.stringify([delivery, check])).not.toContain("hunter2");
  });
});

describe("a connection that fails is tried later", () => {
  it.each<[string, (socket: Socket) => void]>([
    ["before the greeting", (socket) => socket.destroy()],
    ["with an answer that is no SMTP", (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
    [
      "after the whole message, before the answer",
      (socket) => {
        socket.write("220 here\r\n");
        let seen = "";
        socket.on("data", (chunk: Buffer) => {
          seen += chunk.toString();
          if (seen.includes("\r\n.\r\n")) socket.destroy();
          else if (/DATA\r\n$/u.test(seen)) socket.write("354 go on\r\n");
          else if (seen.endsWith("\r\n") && !seen.includes("DATA\r\n")) socket.write("250 fine\r\n");
        });
      },
    ],
  ])("%s", async (_when, talk) => {
    let connections = 0;
    const port = await rawServer((socket) => {
      connections += 1;
      talk(socket);
    });
    expect(await transportTo(port).send(testMessage)).toMatchObject({
      kind: "retry",
      retryAfterSeconds: null,
    });
    // Trying again is for the outbox table to decide, which counts.
    expect(connections).toBe(1);
  });

  it("nobody listens", async () => {
    const inbox = await startSmtpInbox();
    await inbox.close();
    const transport = transportTo(inbox.port);
    expect(await transport.send(testMessage)).toMatchObject({ kind: "retry" });
    expect(await transport.check()).toMatchObject({
      ok: false,
      message: expect.stringContaining(`127.0.0.1:${inbox.port}`) as string,
    });
  });
});

describe("how it connects", () => {
  it("takes STARTTLS when it is offered, on our own machine whatever the certificate", async () => {
    const inbox = await inboxWith({ disabledCommands: [] });
    await transportTo(inbox.port).send(testMessage);
    expect(inbox.mails).toMatchObject([{ secure: true }]);
  });

  it("does without when it is not offered", async () => {
    const inbox = await inboxWith();
    await transportTo(inbox.port).send(testMessage);
    expect(inbox.mails).toMatchObject([{ secure: false }]);
  });

  it("sends nothing in clear when TLS is required", async () => {
    const inbox = await inboxWith();
    expect(await transportTo(inbox.port, { tls: "required" }).send(testMessage)).toMatchObject({
      kind: "retry",
    });
    expect(inbox.mails).toEqual([]);
  });

  it("speaks TLS from the first byte for smtps", async () => {
    const inbox = await inboxWith({ secure: true });
    await transportTo(inbox.port, { secure: true }).send(testMessage);
    expect(inbox.mails).toMatchObject([{ secure: true }]);
  });

  it("signs in", async () => {
    const inbox = await inboxWith();
    await transportTo(inbox.port, { auth: { user: "rollcall", pass: "p@ss" } }).send(testMessage);
    expect(inbox.mails).toMatchObject([{ user: "rollcall" }]);
  });
});

describe("what goes over the wire", () => {
  it("names one recipient in envelope and header, and the key; the same key is the same Message-ID", async () => {
    const inbox = await inboxWith();
    const transport = transportTo(inbox.port);
    const hostile = { ...testMessage, to: "Bob\r\nBcc: x@y <bob@example.com>", subject: "a\r\nBcc: x@y" };
    await transport.send(hostile);
    await transport.send(hostile);
    await transport.send({ ...hostile, key: "another" });
    const headers = inbox.mails.map((mail) => mail.raw.slice(0, mail.raw.indexOf("\r\n\r\n")));
    for (const [index, head] of headers.entries()) {
      expect(inbox.mails[index]).toMatchObject({ from: "it@haldenmoor.example", to: ["bob@example.com"] });
      expect(head.match(/^to:/gimu)).toHaveLength(1);
      expect(head).not.toMatch(/^bcc:/imu);
      expect(head).toMatch(/^X-Rollcall-Key: (welcome-42|another)\r?$/mu);
      expect(head).toMatch(/^Auto-Submitted: auto-generated\r?$/mu);
    }
    const ids = headers.map(
      (head) => /^message-id: (<[0-9a-f]{40}@haldenmoor\.example>)\r?$/imu.exec(head)?.[1],
    );
    expect(ids[0]).toBeDefined();
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
