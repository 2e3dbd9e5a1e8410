import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openEmbeddedServer } from "./open-embedded-server";
import { thisProcess } from "./process-identity";
import { findPostmaster } from "./running-servers";
import { temporaryFolder } from "./temporary-server";

// PostgreSQL itself cannot tell that a server in another container has the same data folder open.
describe.concurrent("a data folder that was last open in another container", () => {
  test("is refused while somebody there shows signs of life", async () => {
    const dataDir = await lastOpenElsewhere();
    const state = join(dataDir, "postgres.json");
    const pulse = setInterval(() => void utimes(state, new Date(), new Date()), 1_000);
    try {
      await expect(open(dataDir)).rejects.toMatchObject({ fault: "in-use-elsewhere" });
      expect(await findPostmaster(join(dataDir, "postgres"))).toBeNull();
    } finally {
      clearInterval(pulse);
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test("is opened when nobody there does: that container was killed", async () => {
    const dataDir = await lastOpenElsewhere();
    const server = await open(dataDir);
    expect(await findPostmaster(join(dataDir, "postgres"))).not.toBeNull();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});

async function lastOpenElsewhere(): Promise<string> {
  const dataDir = await temporaryFolder();
  await (await open(dataDir)).close();
  const file = join(dataDir, "postgres.json");
  const state = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  await writeFile(
    file,
    JSON.stringify({ ...state, openedBy: { ...(await thisProcess()), host: "another" } }),
  );
  return dataDir;
}

function open(dataDir: string) {
  return openEmbeddedServer({ dataDir, log: () => undefined, settings: { fsync: "off" } });
}
