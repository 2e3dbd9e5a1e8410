import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { openEmbeddedServer } from "./open-embedded-server";
import { findPostmaster } from "./running-servers";

/** A disk of its own in memory; null where this process may not mount one. */
async function smallDisk(megabytes: number): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-full-disk-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${String(megabytes)}m,mode=0755`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  await chmod(folder, 0o755);
  return folder;
}

// Found by `npm run chaos`: Rollcall ended, and stayed away when somebody had made room.
test("a server that fell over on a full disk is back as soon as there is room", async ({ skip }) => {
  const disk = await smallDisk(200);
  if (disk === null) return skip("a disk cannot be mounted here");
  const lines: string[] = [];
  const lost: Error[] = [];
  const server = await openEmbeddedServer({
    dataDir: disk,
    settings: { fsync: "off" },
    log: (line) => lines.push(line),
    onLost: (error) => lost.push(error),
  });
  const said = (words: RegExp) =>
    vi.waitFor(() => expect(lines.join("\n")).toMatch(words), { timeout: 60_000, interval: 50 });
  onTestFinished(() => server.close());
  const query = async (text: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    return client.query(text).finally(() => client.end());
  };
  await query("CREATE TABLE kept AS SELECT 1 AS n");
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, "ballast"), Buffer.alloc(bavail * bsize));
  process.kill((await findPostmaster(join(disk, "postgres")))!.pid, "SIGKILL");
  await said(/(disk is full|No space left on device).*Make room on the disk/);
  await rm(join(disk, "ballast"));
  await said(/The database is back\./);
  expect(lost).toEqual([]);
  expect(await query("SELECT n FROM kept")).toMatchObject({ rows: [{ n: 1 }] });
});
