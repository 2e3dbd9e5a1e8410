// Vitest's globalSetup for every package that tests against the database: one server and one migrated template
// for the whole run. Put "@rollcall/db/testing/global-setup" into `globalSetup` of a vitest.config.ts.
import type { TestProject } from "vitest/node";
import { openTemplateServer } from "./template-server";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string for creating and dropping databases on the run's server. */
    rollcallTestServer: string;
  }
}

/** Starts the server, tells the tests where it is, and gives back what stops it. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTemplateServer();
  project.provide("rollcallTestServer", server.adminUrl);
  return () => server.close();
}
