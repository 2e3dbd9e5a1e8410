/**
 * Every command there is, in the order in which help lists them. A command is loaded only when it is called, so that those
 * without a database are quick.
 */
import type { Command } from "../arguments/command";

export interface CommandEntry {
  name: string;
  summary: string;
  load: () => Promise<Command>;
}

const entry = (name: string, summary: string, load: () => Promise<{ command: Command }>): CommandEntry => ({
  name,
  summary,
  load: async () => (await load()).command,
});

export const commands: readonly CommandEntry[] = [
  entry("formats", "the formats it knows, with their columns", () => import("./formats")),
  entry("template", "a template file on stdout", () => import("./template")),
  entry("check", "read and validate a file, without any database", () => import("./check")),
  entry("import", "bring a file's accounts in", () => import("./import")),
  entry("imports", "the record of imports", () => import("./imports")),
  entry("import-report", "row by row, what an import did and why", () => import("./import-report")),
  entry("undo", "take an import back", () => import("./undo")),
  entry("export", "accounts as a file that can be imported again", () => import("./export")),
  entry("convert", "turn a file into another format", () => import("./convert")),
  entry("user create", "add one account", () => import("./user-create")),
  entry("user show", "everything about one account", () => import("./user-show")),
  entry("user list", "find accounts", () => import("./user-list")),
  entry("user disable", "keep accounts from signing in", () => import("./user-disable")),
  entry("user enable", "let disabled accounts sign in again", () => import("./user-enable")),
  entry("user unlock", "let a locked account sign in again", () => import("./user-unlock")),
  entry("user set-role", "make somebody an administrator, or a User again", () => import("./user-set-role")),
  entry("user delete", "delete accounts", () => import("./user-delete")),
  entry("group list", "the groups", () => import("./group-list")),
  entry("group create", "make a group", () => import("./group-create")),
  entry("department list", "the departments", () => import("./department-list")),
  entry("department create", "make a department", () => import("./department-create")),
  entry("domain list", "the mail domains", () => import("./domain-list")),
  entry("domain create", "add a mail domain", () => import("./domain-create")),
  entry("plan list", "the service plans", () => import("./plan-list")),
  entry("plan create", "make a service plan", () => import("./plan-create")),
  entry("settings get", "the organisation's settings", () => import("./settings-get")),
  entry("settings set", "change one of them", () => import("./settings-set")),
  entry("audit verify", "check that nobody changed the audit log", () => import("./audit-verify")),
  entry("doctor", "what is configured, reachable, and wrong", () => import("./doctor")),
];
