import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { checkPort } from "./check-port";

test("says which port is in use and how to choose another, and nothing when it is free again", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  expect(await checkPort(address.port, "127.0.0.1")).toMatch(
    new RegExp(`^Port ${address.port} is in use .* PORT=${address.port + 1} npm start$`),
  );
  server.close();
  await once(server, "close");
  expect(await checkPort(address.port, "127.0.0.1")).toBeNull();
});

test("an address that this machine has not is told as such", async () => {
  expect(await checkPort(3000, "203.0.113.7")).toMatch(
    /^HOST is 203\.0\.113\.7, which is no address of this machine/,
  );
});
