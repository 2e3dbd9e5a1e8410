/**
 * The worker's log: one JSON object a line on stderr, for machines first. It never gets a password, a link or a row's cells;
 * what goes in are ids, counts and the words of errors.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "@rollcall/accounts";

export interface WorkerLog extends Log {
  /** Logs a defect with an id of its own and its stack. */
  defect(message: string, error: unknown, data?: Record<string, unknown>): void;
}

/** `write` takes one line without its line break. */
export function makeLog(write: (line: string) => void): WorkerLog {
  const entry =
    (level: "info" | "warn" | "error") =>
    (message: string, data: Record<string, unknown> = {}) => {
      write(JSON.stringify({ at: new Date().toISOString(), level, message, ...data }, safely));
    };
  const error = entry("error");
  return {
    info: entry("info"),
    warn: entry("warn"),
    error,
    defect: (message, reason, data = {}) => {
      error(message, { ...data, defect: randomUUID().slice(0, 8), ...describe(reason) });
    },
  };
}

function describe(reason: unknown): Record<string, unknown> {
  return reason instanceof Error ? { error: reason.message, stack: reason.stack } : { error: String(reason) };
}

function safely(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
