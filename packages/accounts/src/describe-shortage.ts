/** What the database could not give, in words for whoever looks at a screen: what it was, and what to do. Pure. */
import type { DatabaseShortage } from "@rollcall/db";

export function describeShortage(shortage: DatabaseShortage): string {
  switch (shortage) {
    case "disk-full":
      return "The disk of the database is full. Make room on it, then try again.";
    case "memory":
      return "The database has run out of memory. Try again when it has less to do, or give PostgreSQL more memory.";
    case "connections":
      return "Every connection to the database is in use. Try again in a moment; if it stays so, raise max_connections of PostgreSQL.";
    case "stopped":
      return "The database was told to stop this work, by its administrator or by a limit of time. Try again, or raise statement_timeout of PostgreSQL.";
    case "unreachable":
      return "The database does not answer. See that PostgreSQL is running, then try again.";
  }
}
