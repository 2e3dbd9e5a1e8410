import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { healthUrl, waitUntilHealthy, watchHealth } from "./watch-health";

test.each([
  ["127.0.0.1", 3000, "http://127.0.0.1:3000/api/health"],
  ["0.0.0.0", 80, "http://127.0.0.1:80/api/health"],
  ["::", 3000, "http://[::1]:3000/api/health"],
  ["people.example.org", 3000, "http://people.example.org:3000/api/health"],
])("%s, port %i is asked at %s", (host, port, url) => {
  expect(healthUrl(host, port)).toBe(url);
});

const answers: (number | "none")[] = [];
const server = createServer((_request, response) => {
  const answer = answers.shift() ?? 200;
  if (answer === "none") response.destroy();
  else response.writeHead(answer).end();
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function listen(): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return healthUrl("127.0.0.1", address.port);
}

test("waits through refusals and 503 until the answer is 200", async () => {
  answers.push("none", 503, 200);
  expect(await waitUntilHealthy(await listen(), new AbortController().signal)).toBe(true);
  expect(answers).toEqual([]);
});

test("sick is who gives no answer three times in a row; 503 (the database is away) is an answer", async () => {
  answers.push("none", "none", 503, "none", "none", "none");
  const end = new AbortController();
  const url = await listen();
  await watchHealth(url, { every: 1, patience: 1_000, signal: end.signal, onSick: () => end.abort() });
  expect(answers).toEqual([]);
});

test("stops waiting when it is told to", async () => {
  const end = new AbortController();
  end.abort();
  expect(await waitUntilHealthy("http://127.0.0.1:1/", end.signal)).toBe(false);
});
