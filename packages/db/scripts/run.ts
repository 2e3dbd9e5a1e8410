// What the scripts of this folder have in common: how they speak, how they fail, and which server they work on.
import { EmbeddedServerError, openEmbeddedServer } from "../src/server";
import { MigrationError } from "../src/migrations";

/** The command line was not understood; exits 2. */
export class WrongUsage extends Error {}

/** One line (or more) for the person at the terminal. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Runs a script to its exit code: 0 done, 1 no, 2 wrong usage, 3 the system failed (INTERFACE.md). */
export async function run(script: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await script();
  } catch (error) {
    const expected = error instanceof EmbeddedServerError || error instanceof MigrationError;
    const usage =
      error instanceof WrongUsage || (error instanceof TypeError && error.message.includes("option"));
    process.stderr.write(`${expected || usage ? error.message : describe(error)}\n`);
    process.exitCode = usage ? 2 : 3;
  }
}

/** Lets `work` use the server that was asked for; an empty answer lets it start a temporary one. */
export async function withChosenServer<T>(
  url: string | undefined,
  dataDir: string | undefined,
  work: (choice: { serverUrl?: string }) => Promise<T>,
): Promise<T> {
  if (url !== undefined && dataDir !== undefined) throw new WrongUsage("Name --url or --data-dir, not both.");
  if (dataDir === undefined) return work(url === undefined ? {} : { serverUrl: url });
  const server = await openEmbeddedServer({ dataDir, log: say });
  try {
    return await work({ serverUrl: server.url });
  } finally {
    await server.close();
  }
}

/** What the network or PostgreSQL said, in one line; a defect with all that is known of it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!("code" in error) || typeof error.code !== "string") return error.stack ?? error.message;
  return `The database cannot be used: ${error.message === "" ? error.code : error.message}`;
}
