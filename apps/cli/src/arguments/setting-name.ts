/** The name of a setting of the organisation, as it is typed. */
import { isSettingName, settingNames, type SettingName } from "@rollcall/accounts";
import { UsageError } from "../exit";
import { closest } from "./closest";

/** Throws a UsageError that names the nearest one, or all. */
export function readSettingName(typed: string): SettingName {
  if (isSettingName(typed)) return typed;
  const meant = closest(typed, settingNames);
  throw new UsageError(
    meant === null
      ? `There is no setting ${typed}. There is ${settingNames.join(", ")}.`
      : `There is no setting ${typed}. Did you mean ${meant}?`,
  );
}
