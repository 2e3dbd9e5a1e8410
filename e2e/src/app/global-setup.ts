/** One running app with one administrator for all journeys that do not need a fresh one. */
import type { TestProject } from "vitest/node";
import { startApp } from "./start-app";

export const admin = { email: "ada.admin@example.com", password: "correct horse battery 47" } as const;

declare module "vitest" {
  interface ProvidedContext {
    appUrl: string;
    launcherPid: number;
    dataDir: string;
  }
}

export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const app = await startApp({ admin });
  project.provide("appUrl", app.url);
  project.provide("launcherPid", app.pid);
  project.provide("dataDir", app.dataDir);
  return async () => {
    await app.stop();
  };
}
