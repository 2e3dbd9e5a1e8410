/** What Rollcall remembers: the database, its queries and its bulk work. */
export { openDatabase, type Database, type DatabaseOptions, type Queryable, type Transaction } from "./client";
export { findActorByAccount, findActorBySession, touchSession, type ActorRow } from "./queries/actors";
export { appendAudit, type AuditEntry } from "./queries/audit";
