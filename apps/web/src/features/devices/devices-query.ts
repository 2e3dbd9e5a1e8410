/** The list of devices as an address: search, platform, state, whose. Pure. */
import type { DevicePlatform, DeviceState } from "@rollcall/accounts";
import { idOf, oneOf, searchOf, writeParams } from "../pieces/params";
import type { UrlCodec } from "../pieces/use-url-state";

export interface DevicesQuery {
  search: string;
  platform: DevicePlatform | null;
  state: DeviceState | null;
  accountId: string | null;
}

// Said here again because this is asked on the server and in the browser; `satisfies` keeps the list honest.
export const platformIds = [
  "IOS",
  "IPADOS",
  "MACOS",
  "ANDROID",
  "WINDOWS",
  "LINUX",
  "OTHER",
] as const satisfies readonly DevicePlatform[];
export const deviceStateIds = ["ENROLLED", "LOST", "REMOVED"] as const satisfies readonly DeviceState[];

export const devicesQuery: UrlCodec<DevicesQuery> = {
  parse: (params) => ({
    search: searchOf(params.get("search")),
    platform: oneOf(params.get("platform"), platformIds) ?? null,
    state: oneOf(params.get("state"), deviceStateIds) ?? null,
    accountId: idOf(params.get("user")) ?? null,
  }),
  write: ({ search, platform, state, accountId }) =>
    writeParams({ search, platform, state, user: accountId }),
};

export const everyDevice: DevicesQuery = { search: "", platform: null, state: null, accountId: null };

export function devicesInput({ search, platform, state, accountId }: DevicesQuery) {
  const words = search.trim();
  return {
    limit: 100,
    ...(words === "" ? {} : { search: words }),
    ...(platform === null ? {} : { platform }),
    ...(state === null ? {} : { state }),
    ...(accountId === null ? {} : { accountId }),
  };
}

export function isNarrowed({ search, platform, state, accountId }: DevicesQuery): boolean {
  return search.trim() !== "" || platform !== null || state !== null || accountId !== null;
}
