// PostgreSQL's settings for the embedded database, and why. It knows no paths but the ones it is given.
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { clusterName } from "./running-servers";

/** Settings by PostgreSQL's own names. */
export type ServerSettings = Readonly<Record<string, string>>;

/** Sized for a small machine that now and then takes in a million rows. */
const usual: ServerSettings = {
  max_connections: "100",
  shared_buffers: "256MB",
  work_mem: "64MB",
  maintenance_work_mem: "256MB",
  // A million new rows write 2.9 GB of it. A checkpoint begins at about half, and after it every page that is touched is written whole.
  max_wal_size: "6GB",
  checkpoint_completion_target: "0.9",
  checkpoint_warning: "0",
  log_checkpoints: "off",
  wal_compression: "on",
  jit: "off",
  fsync: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  // Errors name no row and no statement: both may hold personal data. The app logs its own defects.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_line_prefix: "%m [%p] ",
};

/** Nothing but this computer reaches the server, and only with the password. */
const closed: ServerSettings = { listen_addresses: "127.0.0.1", unix_socket_directories: "" };

/** Below this PostgreSQL keeps the memory that parallel queries share in files instead (64 MB is Docker's usual). */
const ENOUGH_SHARED_MEMORY = 512 * 1024 * 1024;

/** The whole text of the cluster's postgresql.conf; `changes` come after the usual settings and before what closes the server. */
export async function settingsText(cluster: string, port: number, changes: ServerSettings): Promise<string> {
  const own = { cluster_name: clusterName(cluster), port: String(port) };
  const all = { ...usual, ...(await sharedMemory()), ...changes, ...closed, ...own };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return [
    "# Rollcall writes this file at every start. Put settings of your own into local.conf beside it.",
    ...lines,
    ...(existsSync(join(cluster, "local.conf")) ? ["include 'local.conf'"] : []),
    "",
  ].join("\n");
}

async function sharedMemory(): Promise<ServerSettings> {
  if (process.platform !== "linux" || !existsSync("/dev/shm")) return {};
  const { blocks, bsize } = await statfs("/dev/shm");
  return blocks * bsize < ENOUGH_SHARED_MEMORY ? { dynamic_shared_memory_type: "mmap" } : {};
}
