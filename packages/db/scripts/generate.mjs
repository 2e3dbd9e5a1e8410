// Writes the Prisma client into src/generated. The client is WebAssembly: no engine is needed, yet Prisma's command line
// would download one before it does anything. Naming any program as the engine keeps it from that; none is ever run here.
// Only for this one command: with it set, `prisma migrate` would report success and do nothing.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");

const { status, error } = spawnSync(
  process.execPath,
  [prisma, "generate", "--no-hints", ...process.argv.slice(2)],
  {
    cwd: folder,
    stdio: "inherit",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  },
);
if (error) throw error;
process.exit(status ?? 1);
