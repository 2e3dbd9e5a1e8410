/** A folder of its own for what is measured, with an embedded PostgreSQL that is ready and ours to look into. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openInstallation } from "@rollcall/installation";
import { atEnd } from "../clean-up";

export interface Place {
  databaseUrl: string;
  dataDir: string;
  secret: string;
}

/**
 * Goes at the end unless it is to be kept. PostgreSQL does not run as root and must get into the folder, which is below `within`
 * (the system's folder for temporary things where nothing is said).
 */
export async function openPlace(options: {
  keep: boolean;
  say: (line: string) => void;
  within?: string;
}): Promise<Place> {
  const folder = await mkdtemp(join(options.within ?? tmpdir(), "rollcall-bench-"));
  await chmod(folder, 0o755);
  const dataDir = join(folder, "data");
  if (options.keep) options.say(`data folder: ${dataDir}`);
  else atEnd(() => rm(folder, { recursive: true, force: true }));
  const place = { dataDir, databaseUrl: null, secret: null };
  const installation = await openInstallation(place, { name: "bench", log: () => undefined });
  atEnd(() => installation.close());
  return { databaseUrl: installation.databaseUrl, dataDir, secret: installation.secret };
}
