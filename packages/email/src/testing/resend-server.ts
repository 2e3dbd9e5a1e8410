/**
 * A small HTTP server on a random loopback port that speaks the part of Resend's documented API that we use, for tests:
 * POST /emails with Authorization and Idempotency-Key, GET /domains. It remembers keys as Resend does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface ResendMail {
  id: string;
  key: string | null;
  body: Record<string, unknown>;
}

/** An answer given instead of the usual one; "drop" closes the connection without any, after the mail was taken. */
export type ScriptedAnswer = "drop" | { status: number; headers?: Record<string, string>; body: unknown };

export interface ResendServer {
  baseUrl: string;
  /** what was taken, each once */
  mails: ResendMail[];
  /** how many POST /emails arrived, repeats included */
  requests: () => number;
  /** the next POST /emails gets this answer */
  answerNext: (answer: ScriptedAnswer) => void;
  close: () => Promise<void>;
}

export const RESEND_TEST_KEY = "re_test_123";

function fault(statusCode: number, name: string, message: string) {
  return { status: statusCode, body: { statusCode, name, message } };
}

export async function startResendServer(): Promise<ResendServer> {
  const mails: ResendMail[] = [];
  const byKey = new Map<string, { id: string; payload: string }>();
  const scripted: ScriptedAnswer[] = [];
  let requests = 0;

  function take(key: string | null, payload: string): { status: number; body: unknown } {
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined && known.payload !== payload) {
      return fault(409, "invalid_idempotent_request", "The key was used with another payload.");
    }
    if (known !== undefined) return { status: 200, body: { id: known.id } };
    const id = `mail-${mails.length + 1}`;
    mails.push({ id, key, body: JSON.parse(payload) as Record<string, unknown> });
    if (key !== null) byKey.set(key, { id, payload });
    return { status: 200, body: { id } };
  }

  async function answer(request: IncomingMessage): Promise<ScriptedAnswer> {
    if (request.headers.authorization !== `Bearer ${RESEND_TEST_KEY}`) {
      return fault(401, "invalid_api_key", "API key is invalid");
    }
    if (request.method === "GET" && request.url === "/domains") {
      return fault(401, "restricted_api_key", "This API key is restricted to only send emails");
    }
    if (request.method !== "POST" || request.url !== "/emails") return fault(404, "not_found", "Not found");
    requests += 1;
    const payload = await text(request);
    const key = request.headers["idempotency-key"];
    const next = scripted.shift();
    if (next === "drop") take(typeof key === "string" ? key : null, payload);
    return next ?? take(typeof key === "string" ? key : null, payload);
  }

  function reply(response: ServerResponse, given: ScriptedAnswer): void {
    if (given === "drop") {
      response.destroy();
      return;
    }
    const body = typeof given.body === "string" ? given.body : JSON.stringify(given.body);
    response.writeHead(given.status, { "content-type": "application/json", ...given.headers }).end(body);
  }

  const server = createServer((request, response) => {
    void answer(request).then((given) => reply(response, given));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    mails,
    requests: () => requests,
    answerNext: (given) => void scripted.push(given),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
