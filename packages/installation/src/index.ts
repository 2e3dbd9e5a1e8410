/** What is installed on this machine: the data folder, its secret and its database, opened and closed in one way. */
export { findSecret } from "./data-folder";
export { InstallationError } from "./installation-error";
export {
  openInstallation,
  releaseDatabase,
  type Installation,
  type InstallationOptions,
  type InstallationPlace,
} from "./open-installation";
