/**
 * One JSON line an event on stderr. Values under telling names are blotted out; whoever logs still does not hand over
 * what must not be read. It knows nothing of requests.
 */
import type { Log } from "@rollcall/accounts";

type Level = "info" | "warn" | "error";

const SECRET_NAME = /passw|token|secret|authori[sz]ation|cookie|hash/i;

function write(level: Level, message: string, data: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), app: "web", level, message, ...data }, blot);
  process.stderr.write(`${line}\n`);
}

function blot(name: string, value: unknown): unknown {
  if (SECRET_NAME.test(name)) return "•••";
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  return typeof value === "bigint" ? value.toString() : value;
}

export const log: Log = {
  info: (message, data) => write("info", message, data),
  warn: (message, data) => write("warn", message, data),
  error: (message, data) => write("error", message, data),
};
