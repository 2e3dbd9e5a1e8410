/**
 * What a command needs to call use cases: the installation (the running server's database, or one that is started for this
 * command and stopped after it) and a context that acts for one administrator.
 */
import type { Context, Principal } from "@rollcall/accounts";
import { InstallationError, openInstallation, type Installation } from "@rollcall/installation";
import type { Settings } from "@rollcall/settings";
import { readSettings } from "../env";
import { SystemError, type ExitCode } from "../exit";
import type { Output } from "../output/output";
import { chooseOperator } from "./choose-operator";

export interface House {
  settings: Settings;
  installation: Installation;
  context: Context;
  /** whom the context acts for; null: Rollcall itself, while there is no administrator */
  operator: string | null;
}

/**
 * Opens the house for `work` and closes it after. `as`: the administrator's address; null: the strongest one. Throws a
 * SystemError when the installation cannot be opened and a RequestError when there is no such administrator.
 */
export async function withHouse(
  output: Output,
  as: string | null,
  work: (house: House) => Promise<ExitCode>,
): Promise<ExitCode> {
  const settings = readSettings();
  const installation = await open(settings, output);
  try {
    const system = contextFor(installation, settings, output, { kind: "system" });
    const operator = await chooseOperator(system, as);
    const principal: Principal =
      operator === null ? { kind: "system" } : { kind: "operator", accountId: BigInt(operator.id) };
    const context = contextFor(installation, settings, output, principal);
    return await work({ settings, installation, context, operator: operator?.email ?? null });
  } finally {
    await installation.close();
  }
}

async function open(settings: Settings, output: Output): Promise<Installation> {
  try {
    return await openInstallation(settings, { name: "cli", log: output.note });
  } catch (error) {
    throw error instanceof InstallationError ? new SystemError(error.message, { cause: error }) : error;
  }
}

function contextFor(
  installation: Installation,
  settings: Settings,
  output: Output,
  principal: Principal,
): Context {
  const { appUrl, importMaxRows, importMaxBytes } = settings;
  return {
    database: installation.database,
    principal,
    ip: null,
    userAgent: null,
    settings: { appUrl, secret: installation.secret, importMaxRows, importMaxBytes },
    log: {
      info: () => undefined,
      warn: (message) => {
        output.note(message);
      },
      error: (message, data) => {
        output.note(`${message} ${JSON.stringify(data ?? {})}`);
      },
    },
  };
}
