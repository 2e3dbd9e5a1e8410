/**
 * The worker process: settings, log, database, mail; then work until the launcher says stop. It ends with 0 when it was told
 * to, with 1 when its work ended by itself, with 3 when its settings are wrong.
 */
import { constants, setPriority } from "node:os";
import { openDatabase, type Context } from "@rollcall/accounts";
import { createTransport, keptMails, parseMailUrl, renderMail } from "@rollcall/email";
import { readSettings, type WorkerSettings } from "./env";
import type { MailSettings } from "./lanes";
import { makeLog } from "./log";
import { runWorker } from "./run-worker";

/** How long, in milliseconds, work in hand may take to be put down. */
const drain = 10_000;
/** How often, in milliseconds, the launcher is shown that we move. */
const beat = 5_000;

const log = makeLog((line) => process.stderr.write(`${line}\n`));
const read = readSettings();
if (read.ok) await work(read.settings);
else stopAtOnce(read.mistakes);

function stopAtOnce(mistakes: readonly string[]): never {
  for (const mistake of mistakes) process.stderr.write(`worker: ${mistake}\n`);
  process.exit(3);
}

async function work(settings: WorkerSettings): Promise<void> {
  // Hashing passwords takes every core there is. The web and the database go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const { resendApiKey, resendBaseUrl, dataDir } = settings;
  const mail = parseMailUrl(settings.mailUrl, {
    dataDir,
    ...(resendApiKey === null ? {} : { resendApiKey }),
    ...(resendBaseUrl === null ? {} : { resendBaseUrl }),
  });
  if (!mail.ok) stopAtOnce([mail.message]);
  // Ten mails at once may all wait for a commit; the other lanes must still get a connection.
  const database = openDatabase(settings.databaseUrl, { name: "worker", connections: 12 });
  const transport = createTransport(mail.config);
  const end = endOnSignals();
  let showing: NodeJS.Timeout | null = null;
  const onWorking = () => {
    showing ??= setInterval(showLife, beat);
    showLife();
  };
  try {
    await runWorker({
      context: contextOf(settings, database),
      mail: mailSettings(settings, transport, mail.config.kind === "outbox"),
      log,
      signal: end,
      onWorking,
    });
  } catch (error) {
    log.defect("worker ended", error);
    process.exit(1);
  }
  transport.close();
  await database.close();
  log.info("worker stopped");
  process.exit(0);
}

function mailSettings(
  { mailFrom, dataDir }: WorkerSettings,
  transport: MailSettings["transport"],
  keepReadable: boolean,
): MailSettings {
  return { transport, from: mailFrom, renderMail, keepReadable, kept: keptMails(dataDir) };
}

function contextOf(settings: WorkerSettings, database: Context["database"]): Context {
  const { appUrl, secret, importMaxRows, importMaxBytes } = settings;
  return {
    database,
    principal: { kind: "system" },
    ip: null,
    userAgent: null,
    settings: { appUrl, secret, importMaxRows, importMaxBytes },
    log,
  };
}

/** What is not put down in time is broken off: PostgreSQL rolls it back, and the next worker takes it. */
function endOnSignals(): AbortSignal {
  const controller = new AbortController();
  process.on("SIGTERM", () => {
    if (controller.signal.aborted) return;
    controller.abort();
    setTimeout(() => {
      log.warn("work in hand was broken off");
      process.exit(0);
    }, drain).unref();
  });
  return controller.signal;
}

function showLife(): void {
  process.send?.({ kind: "alive" });
}
