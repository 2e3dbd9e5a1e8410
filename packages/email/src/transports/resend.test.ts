import { afterEach, describe, expect, it } from "vitest";

import { testMessage } from "../testing/message";
import {
  RESEND_TEST_KEY,
  startResendServer,
  type ResendServer,
  type ScriptedAnswer,
} from "../testing/resend-server";
import { createResendTransport, retryAfterSeconds } from "./resend";

let server: ResendServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(apiKey = RESEND_TEST_KEY) {
  server = await startResendServer();
  return { server, transport: createResendTransport({ kind: "resend", apiKey, baseUrl: server.baseUrl }) };
}

const error = (status: number, name: string, headers: Record<string, string> = {}): ScriptedAnswer => ({
  status,
  headers,
  body: { statusCode: status, name, message: `because ${name}` },
});

describe("what an answer means (https://resend.com/docs/api-reference/errors)", () => {
  it.each<[ScriptedAnswer, object]>([
    [error(429, "rate_limit_exceeded", { "retry-after": "7" }), { kind: "retry", retryAfterSeconds: 7 }],
    [error(429, "rate_limit_exceeded"), { kind: "retry", retryAfterSeconds: null }],
    [error(429, "daily_quota_exceeded"), { kind: "retry", retryAfterSeconds: 3600 }],
    [
      error(429, "monthly_quota_exceeded", { "retry-after": "86400" }),
      { kind: "retry", retryAfterSeconds: 86_400 },
    ],
    [error(500, "internal_server_error"), { kind: "retry", reason: "because internal_server_error" }],
    [error(500, "application_error"), { kind: "retry" }],
    [error(503, "application_error", { "retry-after": "2" }), { kind: "retry", retryAfterSeconds: 2 }],
    [error(409, "concurrent_idempotent_requests"), { kind: "retry" }],
    [
      error(409, "invalid_idempotent_request"),
      { kind: "rejected", reason: "because invalid_idempotent_request" },
    ],
    [error(400, "invalid_idempotency_key"), { kind: "rejected" }],
    [error(400, "validation_error"), { kind: "rejected", reason: "because validation_error" }],
    [error(403, "validation_error"), { kind: "rejected" }],
    [error(422, "invalid_from_address"), { kind: "rejected" }],
    [error(422, "invalid_attachment"), { kind: "rejected" }],
    [error(451, "security_error"), { kind: "rejected" }],
    // a key to be mended: the messages wait for it
    [error(401, "missing_api_key"), { kind: "retry" }],
    [error(401, "restricted_api_key"), { kind: "retry" }],
    [error(403, "invalid_api_key"), { kind: "retry" }],
    // not Resend's words: a proxy's
    [{ status: 502, body: "<html>Bad gateway</html>" }, { kind: "retry" }],
    [{ status: 502, body: { oops: true } }, { kind: "retry" }],
    [{ status: 502, body: "null" }, { kind: "retry" }],
    [{ status: 200, body: {} }, { kind: "retry" }],
    [{ status: 200, body: "null" }, { kind: "retry" }],
    [{ status: 200, body: "not json" }, { kind: "retry" }],
  ])("%j", async (answer, expected) => {
    const { server, transport } = await start();
    server.answerNext(answer);
    expect(await transport.send(testMessage)).toMatchObject(expected);
    expect(server.mails).toEqual([]);
  });

  it("a key it does not know: the messages wait, and the check says why", async () => {
    const { transport } = await start("re_wrong");
    expect(await transport.send(testMessage)).toMatchObject({ kind: "retry", reason: "API key is invalid" });
    expect(await transport.check()).toEqual({
      ok: false,
      message: "Resend does not let us in: API key is invalid",
    });
  });

  it("nobody answers", async () => {
    const { server, transport } = await start();
    await server.close();
    expect(await transport.send(testMessage)).toMatchObject({ kind: "retry", retryAfterSeconds: null });
    expect(await transport.check()).toMatchObject({ ok: false });
  });
});

describe("idempotency", () => {
  it("one mail when the connection drops after it was taken and the same message is sent again", async () => {
    const { server, transport } = await start();
    server.answerNext("drop");
    expect(await transport.send(testMessage)).toMatchObject({ kind: "retry" });
    expect(await transport.send(testMessage)).toEqual({ kind: "accepted", providerId: "mail-1" });
    expect(server.requests()).toBe(2);
    expect(server.mails).toMatchObject([{ key: testMessage.key }]);
  });

  it("no second mail under the same key with other words", async () => {
    const { server, transport } = await start();
    await transport.send(testMessage);
    expect(await transport.send({ ...testMessage, text: "other" })).toMatchObject({ kind: "rejected" });
    expect(server.mails).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-23T10:00:00Z");
  it.each([
    [undefined, null],
    ["", null],
    ["soon", null],
    ["0", 0],
    ["7", 7],
    ["1.2", 2],
    ["-3", 0],
    ["Mon, 23 Nov 2026 10:01:30 GMT", 90],
    ["Mon, 23 Nov 2026 09:00:00 GMT", 0],
  ])("%j is %j seconds", (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});
