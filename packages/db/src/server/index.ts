// The embedded PostgreSQL; for the launcher, the command line and tests, never for the web.
export { EmbeddedServerError, type EmbeddedServerFault } from "./embedded-server-error";
export {
  openEmbeddedServer,
  type EmbeddedServer,
  type OpenEmbeddedServerOptions,
} from "./open-embedded-server";
export type { ServerSettings } from "./server-settings";
