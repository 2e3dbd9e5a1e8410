import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { testMessage } from "../testing/message";
import { createOutboxTransport, outboxFileName } from "./outbox";

let dataDir = "";
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "rollcall-outbox-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

describe("the files", () => {
  it("are whole messages with both bodies, for their owner's eyes only", async () => {
    const folder = join(dataDir, "deep", "outbox");
    expect(await createOutboxTransport({ kind: "outbox", folder }).send(testMessage)).toEqual({
      kind: "accepted",
      providerId: "welcome-42.eml",
    });
    const path = join(folder, "welcome-42.eml");
    const eml = await readFile(path, "utf8");
    expect(eml).toMatch(/^Content-Type: multipart\/alternative;/mu);
    expect(eml).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/mu);
    expect(eml).toMatch(/^Content-Type: text\/html; charset=utf-8\r$/mu);
    expect(eml).toMatch(/^MIME-Version: 1\.0\r$/mu);
    expect(eml).toMatch(/^Date: .+\r$/mu);
    expect(eml.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it("are one for one key, even when many write it at once, and the first stays", async () => {
    const transport = createOutboxTransport({ kind: "outbox", folder: dataDir });
    await Promise.all(Array.from({ length: 8 }, () => transport.send(testMessage)));
    const first = await readFile(join(dataDir, "welcome-42.eml"), "utf8");
    await transport.send({ ...testMessage, subject: "Later" });
    expect(await readFile(join(dataDir, "welcome-42.eml"), "utf8")).toBe(first);
    expect(await readdir(dataDir)).toEqual(["welcome-42.eml"]);
  });

  it("never lie half written: a folder that is a file leaves the message for later", async () => {
    const folder = join(dataDir, "outbox");
    await writeFile(folder, "");
    const transport = createOutboxTransport({ kind: "outbox", folder });
    expect(await transport.send(testMessage)).toMatchObject({
      kind: "retry",
      reason: expect.stringContaining("outbox") as string,
    });
    expect(await transport.check()).toMatchObject({ ok: false });
  });
});

describe("their names", () => {
  it.each([
    ["a plain key is its own name", "welcome-42", /^welcome-42\.eml$/],
    ["a UUID too", "018f3c1e-8a77-7c3e-9d8e-0f6f0b1c2d3e", /^018f3c1e-8a77-7c3e-9d8e-0f6f0b1c2d3e\.eml$/],
    ["no way out of the folder", "../../etc/passwd", /^etc-passwd-[0-9a-f]{16}\.eml$/],
    ["no hidden file", ".hidden", /^hidden-[0-9a-f]{16}\.eml$/],
    ["nothing that is left over", "///", /^message-[0-9a-f]{16}\.eml$/],
    ["capitals, which some disks do not tell apart", "Welcome-42", /^welcome-42-[0-9a-f]{16}\.eml$/],
    ["characters that Windows refuses", "batch:7?", /^batch-7--[0-9a-f]{16}\.eml$/],
    ["a very long key", "k".repeat(256), /^k{60}-[0-9a-f]{16}\.eml$/],
  ])("%s", (_why, key, name) => {
    expect(outboxFileName(key)).toMatch(name);
  });

  it("differ for different keys", () => {
    const keys = ["a/b", "a:b", "a?b", "A-b", "a-b"];
    expect(new Set(keys.map(outboxFileName)).size).toBe(keys.length);
  });
});
