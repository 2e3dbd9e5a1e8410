/** `rollcall doctor`: what is configured, reachable, and wrong. Exit code 1 when anything is wrong. */
import { statfs } from "node:fs/promises";
import { halfRedactedImports, isSetUp, mailSummary } from "@rollcall/accounts";
import { createTransport, describeTransport, parseMailUrl } from "@rollcall/email";
import type { Settings } from "@rollcall/settings";
import { defineCommand } from "../arguments/command";
import { readSettings } from "../env";
import { RequestError, SystemError } from "../exit";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { aligned } from "../output/aligned";
import type { Output } from "../output/output";
import { count, moment, size } from "../output/words";

interface Finding {
  what: string;
  /** `note`: worth knowing, not wrong */
  state: "ok" | "note" | "wrong";
  detail: string;
}

export const command = defineCommand({
  details: "Changes nothing but what `npm start` would: it makes the data folder and applies migrations.",
  words: [],
  options: {},
  run: async ({ json, output }) => {
    const findings: Finding[] = [{ what: "Node.js", state: "ok", detail: process.versions.node }];
    await examine(findings, output);
    const ok = findings.every(({ state }) => state !== "wrong");
    if (json) await output.json({ ok, findings });
    else
      for (const line of aligned(findings.map(({ what, state, detail }) => [what, state, detail])))
        await output.line(line);
    return ok ? 0 : 1;
  },
});

async function examine(findings: Finding[], output: Output): Promise<void> {
  try {
    const settings = readSettings();
    findings.push({ what: "Settings", state: "ok", detail: `role ${settings.role}` });
    findings.push(await mail(settings), await web(settings));
    await withHouse(output, null, async ({ context, installation, operator }) => {
      findings.push(await disk(settings));
      findings.push({
        what: "Database",
        state: "ok",
        detail: installation.embedded ? `embedded, in ${settings.dataDir}` : "external (DATABASE_URL)",
      });
      const isReady = granted(await isSetUp(context));
      findings.push(
        isReady
          ? { what: "Administrator", state: "ok", detail: operator ?? "there is one, but none who may act" }
          : { what: "Administrator", state: "note", detail: "none yet: npm start prints a set-up link" },
      );
      findings.push(waitingMail(granted(await mailSummary(context))));
      findings.push(retention(granted(await halfRedactedImports(context))));
      return 0;
    });
  } catch (error) {
    if (!(error instanceof SystemError) && !(error instanceof RequestError)) throw error;
    findings.push(
      ...error.message.split("\n").map((detail): Finding => ({ what: "Wrong", state: "wrong", detail })),
    );
  }
}

async function mail(settings: Settings): Promise<Finding> {
  const { resendApiKey, resendBaseUrl, dataDir } = settings;
  const parsed = parseMailUrl(settings.mailUrl, {
    dataDir,
    ...(resendApiKey === null ? {} : { resendApiKey }),
    ...(resendBaseUrl === null ? {} : { resendBaseUrl }),
  });
  if (!parsed.ok) return { what: "Mail", state: "wrong", detail: parsed.message };
  const transport = createTransport(parsed.config);
  const checked = await transport.check();
  transport.close();
  const name = describeTransport(parsed.config);
  return checked.ok
    ? { what: "Mail", state: "ok", detail: name }
    : { what: "Mail", state: "wrong", detail: `${name}: ${checked.message}` };
}

async function web({ appUrl }: Settings): Promise<Finding> {
  try {
    const response = await fetch(`${appUrl}/api/health`, {
      signal: AbortSignal.timeout(3_000),
      redirect: "manual",
    });
    await response.body?.cancel();
    return response.status === 200
      ? { what: "Web", state: "ok", detail: `answers at ${appUrl}` }
      : { what: "Web", state: "wrong", detail: `answers ${response.status} at ${appUrl}/api/health` };
  } catch {
    return { what: "Web", state: "note", detail: `does not run at ${appUrl} (npm start starts it)` };
  }
}

async function disk({ dataDir }: Settings): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  // A million accounts and their import take about this much.
  const enough = free > 5 * 10 ** 9;
  return { what: "Disk", state: enough ? "ok" : "note", detail: `${size(free)} free at ${dataDir}` };
}

function waitingMail({
  states,
  oldestWaitingSince,
}: {
  states: Record<string, number>;
  oldestWaitingSince: Date | null;
}): Finding {
  const failed = (states["FAILED"] ?? 0) + (states["UNKNOWN"] ?? 0);
  const waiting = (states["QUEUED"] ?? 0) + (states["RETRYING"] ?? 0);
  const since = oldestWaitingSince === null ? "" : `, the oldest since ${moment(oldestWaitingSince)}`;
  const detail = `${count(waiting, "message")} waiting${since}; ${failed} failed`;
  return { what: "Outbox", state: failed > 0 ? "note" : "ok", detail };
}

function retention(half: readonly { importId: string; fileName: string; since: Date }[]): Finding {
  const [first] = half;
  if (first === undefined) return { what: "Retention", state: "ok", detail: "nothing is kept too long" };
  const which = `${count(half.length, "old import")}, the first ${first.importId} (${first.fileName}) since ${moment(first.since)}`;
  return {
    what: "Retention",
    state: "wrong",
    detail: `contents of ${which}, could not be removed: the log of the worker names the file; make it writable or remove it`,
  };
}
