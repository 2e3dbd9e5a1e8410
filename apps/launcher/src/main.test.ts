import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "rollcall-launcher-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the launcher as `npm start` does, and gives back what it said and how it ended. */
async function launch(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const source = `
    const { main } = await import(${JSON.stringify(join(import.meta.dirname, "main.ts"))});
    await main({ hot: false, prepareWeb: async () => { throw new Error("must not get so far"); } });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source], {
    cwd: import.meta.dirname,
    env: { PATH: "/usr/bin:/bin", DATA_DIR: join(folder, "data"), ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { stderr: await text(child.stderr), code: await ended };
}

describe("what cannot work is told in one line each, with exit code 3, before anything is built or started", () => {
  test("wrong settings: every mistake at once", async () => {
    const { code, stderr } = await launch({ PORT: "eighty", ROLE: "boss", ADMIN_EMAIL: "a@example.com" });
    expect(code).toBe(3);
    expect(stderr.trim().split("\n")).toEqual([
      'rollcall: PORT must be a number from 1 to 65535, but is "eighty".',
      'rollcall: ROLE must be all, web or worker, but is "boss".',
      "rollcall: ADMIN_EMAIL needs ADMIN_PASSWORD beside it.",
    ]);
  });

  test("a port that is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const { code, stderr } = await launch({ PORT: String(address.port) });
    server.close();
    expect(code).toBe(3);
    expect(stderr).toMatch(/^rollcall: Port \d+ is in use .*\n$/);
  });

  test("a data folder that is a file", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const { code, stderr } = await launch({ DATA_DIR: file, ROLE: "worker" });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `rollcall: DATA_DIR is ${file}, which is a file and not a folder.\n`,
    });
  });

  test("a database that does not answer; its password is not repeated", async () => {
    const { code, stderr } = await launch({
      ROLE: "worker",
      DATABASE_URL: "postgresql://u:geheim@127.0.0.1:1/rollcall",
    });
    expect(code).toBe(3);
    expect(stderr).toBe(
      "rollcall: No database answers at 127.0.0.1:1/rollcall. Is it running, and is DATABASE_URL right?\n",
    );
  });
});
