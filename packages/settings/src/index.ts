export { parseByteSize } from "./byte-size";
export { DotEnvError, parseDotEnv } from "./parse-dot-env";
export { parseSettings, type ParsedSettings, type Settings } from "./parse-settings";
export type { Role } from "./settings-schema";
export { settingsTable, type SettingName, type SettingRow } from "./settings-table";
