/**
 * What lives as long as the process: the database and the settings. Opened at the first request, never at import, because
 * `next build` imports every route. Kept on globalThis, because Next.js may load a module once per bundle.
 */
import "server-only";
import { openDatabase, type Context } from "@rollcall/accounts";
import { environment } from "../env";
import { log } from "./log";

export type Container = Pick<Context, "database" | "settings" | "log">;

const KEY = Symbol.for("rollcall.web.container");
const keeper: Record<symbol, Container | undefined> = globalThis;

/** The container of this process. */
export function container(): Container {
  return (keeper[KEY] ??= open());
}

function open(): Container {
  const { databaseUrl, appUrl, secret, importMaxRows, importMaxBytes } = environment();
  return {
    database: openDatabase(databaseUrl, { name: "web" }),
    settings: { appUrl, secret, importMaxRows, importMaxBytes },
    log,
  };
}
