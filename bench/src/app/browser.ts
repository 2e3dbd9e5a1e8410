/**
 * Talks to a running Rollcall over HTTP as the pages do: one cookie jar, next-auth's sign-in, tRPC, uploads. Answers are
 * taken as they come; what is in them is for the caller to know.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";

export interface Browser {
  /** as it was signed in with: what is over a limit asks for it again */
  password: string;
  /** a tRPC query: GET, as superjson's plain JSON (dates are text) */
  query(procedure: string, input?: object): Promise<unknown>;
  /** a tRPC mutation */
  mutate(procedure: string, input: object): Promise<unknown>;
  /** Reads what a GET answers to its end, and keeps nothing of it; gives how many bytes came. */
  download(path: string): Promise<number>;
  /** sends a file to POST /api/imports piece by piece; answers when every row is staged */
  upload(path: string, options: object): Promise<unknown>;
}

/** Signs in by address and password; throws when that does not work. */
export async function openBrowser(url: string, email: string, password: string): Promise<Browser> {
  const jar = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie, origin: url };
    const request = () => fetch(`${url}${path}`, { ...init, headers, redirect: "manual" });
    // A server may close a connection at the moment it is used again; browsers ask a second time then, if it only reads.
    const response = await (init.method === undefined ? request().catch(request) : request());
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  };
  await signIn(call, email, password);
  return {
    password,
    query: async (procedure, input) => {
      const given =
        input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
      return unwrap(procedure, await call(`/api/trpc/${procedure}${given}`));
    },
    mutate: async (procedure, input) => unwrap(procedure, await call(`/api/trpc/${procedure}`, json(input))),
    download: async (path) => {
      const response = await call(path);
      if (!response.ok || response.body === null)
        throw new Error(`${path} was answered with ${response.status}`);
      let bytes = 0;
      for await (const piece of response.body) bytes += (piece as Uint8Array).length;
      return bytes;
    },
    upload: async (path, options) => {
      const { size: bytes } = await stat(path);
      const announcement = { fileName: basename(path), bytes, sha256: null, options };
      const response = await call("/api/imports", {
        method: "POST",
        headers: {
          "content-type": "application/octet-stream",
          "x-rollcall-import": Buffer.from(JSON.stringify(announcement)).toString("base64url"),
        },
        body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
        duplex: "half",
      });
      return answer("the upload", response);
    },
  };
}

type Call = (path: string, init?: RequestInit) => Promise<Response>;

async function signIn(call: Call, email: string, password: string): Promise<void> {
  const token = (await answer("the CSRF token", await call("/api/auth/csrf"))) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken: token.csrfToken, email, password, json: "true" });
  const response = await call("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form,
  });
  const said = (await answer("the sign-in", response)) as { url?: string };
  if (said.url === undefined || said.url.includes("error=")) throw new Error("the sign-in was refused");
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
  if (name === undefined || value === undefined) return;
  if (value === "") jar.delete(name);
  else jar.set(name, value);
}

function json(input: object): RequestInit {
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify({ json: input }) };
}

async function unwrap(procedure: string, response: Response): Promise<unknown> {
  const said = (await answer(procedure, response)) as { result: { data: { json: unknown } } };
  return said.result.data.json;
}

async function answer(what: string, response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as unknown;
  throw new Error(`${what} was answered with ${response.status}: ${text.slice(0, 500)}`);
}
