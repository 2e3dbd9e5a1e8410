/**
 * A disk that is full in the middle of an import: the data folder on a small disk in memory, filled until there is hardly
 * room, an import, and room again. Only where this process may mount one (Linux, as root).
 */
import { execFile } from "node:child_process";
import { mkdtemp, open, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { atEnd } from "../clean-up";

const run = promisify(execFile);
const megabyte = 1024 * 1024;
const zeros = Buffer.alloc(megabyte);

export interface SmallDisk {
  folder: string;
  /** Leaves so many MiB. */
  fill(leave: number): Promise<void>;
  /** Room again. */
  clear(): Promise<void>;
}

/** Null where it cannot be mounted. It goes at the end. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-small-disk-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${String(megabytes)}m,mode=0755`, "tmpfs", folder]);
  } catch {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  atEnd(async () => {
    await run("umount", ["-l", folder]);
    await rm(folder, { recursive: true, force: true });
  });
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: async (leave) => {
      const { bavail, bsize } = await statfs(folder);
      const wanted = Math.max(0, bavail * bsize - leave * megabyte);
      const file = await open(ballast, "a");
      try {
        for (let done = 0; done < wanted; done += megabyte) await file.write(zeros);
      } catch (error) {
        // Somebody else was faster: full is full.
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        await file.close();
      }
    },
    clear: () => rm(ballast, { force: true }),
  };
}
